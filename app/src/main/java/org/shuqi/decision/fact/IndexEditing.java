package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/** An index in the making: puts facts where they will be looked for, and takes them out again. Belongs to one thread. */
final class IndexEditing {

    private static final int HUGE = 100_000;

    final Terms terms;
    private final IntSet moved = new IntOpenHashSet(0);
    private boolean reorders;
    final Table.Editing<List<Fact>> rules;
    final Table.Editing<Organisation> organisations;
    final Table.Editing<Concept> concepts;
    final Table.Editing<Dataset> datasets;
    final Table.Editing<Basis> bases;
    final Table.Editing<Profile> profiles;
    final Table.Editing<Catalogue> catalogues;
    final Table.Editing<Boolean> open;
    final Table.Editing<Integer> named;
    final Shelf.Editing<Norm> normsByAsset;
    final Shelf.Editing<Norm> normsByParty;
    final Shelf.Editing<Norm> mandatesByParty;
    final Shelf.Editing<Grant> grantsByAsset;
    final Shelf.Editing<Grant> grantsByParty;
    final Shelf.Editing<Evidence> evidence;
    final Shelf.Editing<Designation> designations;
    final Links.Editing owners;
    final Links.Editing members;
    final Codebook.Editing organisationCodes;
    final Codebook.Editing datasetCodes;

    private IndexEditing(Terms terms) {
        this.terms = terms;
        reorders = true;
        rules = Table.fill();
        organisations = Table.fill();
        concepts = Table.fill();
        datasets = Table.fill(new DatasetForm(terms, terms.parts()));
        bases = Table.fill();
        profiles = Table.fill();
        catalogues = Table.fill();
        open = Table.fill(RecordForms.FLAG);
        named = Table.gather(RecordForms.COUNT);
        normsByAsset = Shelf.fillSparse();
        normsByParty = Shelf.fill();
        mandatesByParty = Shelf.fill();
        grantsByAsset = Shelf.fillSparse(GrantList::of);
        grantsByParty = Shelf.fill();
        evidence = Shelf.fillSparse();
        designations = Shelf.fillSparse();
        owners = Links.fill();
        members = Links.fill();
        organisationCodes = Codebook.fill(terms);
        datasetCodes = Codebook.fill(terms);
    }

    IndexEditing(Index index) {
        terms = index.terms();
        var tables = index.tables();
        var shelves = index.shelves();
        rules = tables.rules().edit();
        organisations = tables.organisations().edit();
        concepts = tables.concepts().edit();
        datasets = tables.datasets().edit();
        bases = tables.bases().edit();
        profiles = tables.profiles().edit();
        catalogues = tables.catalogues().edit();
        open = tables.open().edit();
        named = tables.named().edit();
        normsByAsset = shelves.normsByAsset().edit();
        normsByParty = shelves.normsByParty().edit();
        mandatesByParty = shelves.mandatesByParty().edit();
        grantsByAsset = shelves.grantsByAsset().edit();
        grantsByParty = shelves.grantsByParty().edit();
        evidence = shelves.evidence().edit();
        designations = shelves.designations().edit();
        owners = shelves.owners().edit();
        members = shelves.members().edit();
        organisationCodes = shelves.organisationCodes().edit(terms);
        datasetCodes = shelves.datasetCodes().edit(terms);
    }

    /** An edit that starts from nothing and may touch everything. */
    static IndexEditing fresh(Terms terms) {
        return new IndexEditing(terms);
    }

    Tables tables() {
        return new Tables(
                rules.done(),
                organisations.done(),
                concepts.done(),
                datasets.done(),
                bases.done(),
                profiles.done(),
                catalogues.done(),
                open.done(),
                named.done());
    }

    Shelves shelves() {
        return new Shelves(
                normsByAsset.done(),
                normsByParty.done(),
                mandatesByParty.done(),
                grantsByAsset.done(),
                grantsByParty.done(),
                evidence.done(),
                designations.done(),
                owners.done(),
                members.done(),
                organisationCodes.done(),
                datasetCodes.done());
    }

    /** Puts what the subject says now in place of what it said. */
    void replace(int subject, List<Fact> now) {
        var before = said(subject);
        if (before.equals(now)) {
            return;
        }
        before.forEach(fact -> place(fact, false));
        now.forEach(fact -> place(fact, true));
        var ruling = now.stream().filter(IndexEditing::isRule).toList();
        if (!ruling.isEmpty()) {
            rules.put(subject, ruling);
        } else if (rules.get(subject).isPresent()) {
            rules.remove(subject);
        }
    }

    /** Puts a fact into an edit that started from nothing; of the rules of a subject, use {@link #fillRules}. */
    void fill(Fact fact) {
        place(fact, true);
    }

    /** Puts all rules of a subject into an edit that started from nothing. */
    void fillRules(int subject, List<Fact> ruling) {
        ruling.forEach(this::fill);
        rules.put(subject, ruling);
    }

    /** What the subject said so far, in the order in which it is read. */
    private List<Fact> said(int subject) {
        var said = new ArrayList<Fact>();
        organisations.get(subject).ifPresent(said::add);
        concepts.get(subject).ifPresent(said::add);
        datasets.get(subject).ifPresent(said::add);
        catalogues.get(subject).ifPresent(said::add);
        bases.get(subject).ifPresent(said::add);
        rules.get(subject).ifPresent(said::addAll);
        profiles.get(subject).ifPresent(said::add);
        return said;
    }

    /** Whether it is one of the facts of which a subject may have several, kept by what they are about. */
    static boolean isRule(Fact fact) {
        return fact instanceof Norm || fact instanceof Grant || fact instanceof Evidence || fact instanceof Designation;
    }

    /** Whether more was touched than single entries and grants, so that entries have to be sorted anew. */
    boolean reorders() {
        return reorders;
    }

    /** The entries that were changed, or that a changed norm, paper or designation names. */
    IntSet moved() {
        return moved;
    }

    private void move(Fact fact) {
        if (reorders || fact instanceof Grant) {
            return;
        }
        if (fact instanceof Dataset dataset) {
            moved.add(dataset.iri());
        } else if (fact instanceof Norm norm) {
            if (!norm.isBetweenSingles(this::isOrganisation)) {
                moveNamed(norm.scope().assets());
            }
        } else if (fact instanceof Evidence paper) {
            moveNamed(paper.scope().assets());
        } else if (fact instanceof Designation designation) {
            moveNamed(designation.assets());
        } else {
            reorders = true;
        }
    }

    private boolean isOrganisation(int party) {
        return organisations.get(party).filter(Organisation::real).isPresent();
    }

    private void moveNamed(Ids assets) {
        reorders |= assets.isEmpty() || moved.size() > HUGE;
        assets.stream().forEach(asset -> {
            var entries = entries(asset);
            reorders |= entries.length == 0;
            IntStream.of(entries).forEach(moved::add);
        });
    }

    /** The entry that the asset is, or is an item of. */
    private int[] entries(int asset) {
        if (datasets.get(asset).isPresent()) {
            return new int[] {asset};
        }
        var iri = terms.iri(asset);
        return IntStream.iterate(iri.indexOf(Index.ITEM), at -> at >= 0, at -> iri.indexOf(Index.ITEM, at + 1))
                .map(at -> terms.of(iri.substring(0, at)))
                .filter(owner -> owner != Terms.NONE && datasets.get(owner).isPresent())
                .toArray();
    }

    private void place(Fact fact, boolean in) {
        move(fact);
        if (fact instanceof Organisation organisation) {
            place(organisation, in);
        } else if (fact instanceof Concept concept) {
            keep(concepts, concept, in);
        } else if (fact instanceof Dataset dataset) {
            place(dataset, in);
        } else if (fact instanceof Basis basis) {
            keep(bases, basis, in);
        } else if (fact instanceof Profile profile) {
            keep(profiles, profile, in);
        } else if (fact instanceof Catalogue catalogue) {
            keep(catalogues, catalogue, in);
        } else if (fact instanceof Norm norm) {
            place(norm, in);
        } else if (fact instanceof Grant grant) {
            each(grant.reach().targets(), way(grantsByAsset, in), grant);
            each(grant.reach().assignees(), way(grantsByParty, in), grant);
        } else if (fact instanceof Evidence paper) {
            each(paper.scope().assets(), way(evidence, in), paper);
            name(paper.scope().assets(), in);
        } else if (fact instanceof Designation designation) {
            each(designation.assets(), way(designations, in), designation);
            name(designation.assets(), in);
        }
    }

    private void place(Organisation organisation, boolean in) {
        keep(organisations, organisation, in);
        link(members, organisation.above(), organisation.iri(), in);
        link(members, organisation.collections(), organisation.iri(), in);
        link(members, organisation.kinds(), organisation.iri(), in);
        if (organisation.real()) {
            code(organisationCodes, organisation.iri(), organisation.codes(), in);
        }
    }

    private void place(Dataset dataset, boolean in) {
        keep(datasets, dataset, in);
        code(datasetCodes, dataset.iri(), dataset.codes(), in);
        own(dataset, in);
        if (dataset.isPartlyOpen()) {
            if (in) {
                open.put(dataset.iri(), true);
            } else {
                open.remove(dataset.iri());
            }
        }
    }

    /** Keeps the owner of those items whose IRI does not tell it. */
    private void own(Dataset dataset, boolean in) {
        var within = terms.iri(dataset.iri()) + Index.ITEM;
        for (var item : dataset.items()) {
            if (!terms.iri(item.iri()).startsWith(within)) {
                link(owners, Ids.of(item.iri()), dataset.iri(), in);
            }
        }
    }

    private void place(Norm norm, boolean in) {
        if (!norm.scope().assets().isEmpty()) {
            each(norm.scope().assets(), way(normsByAsset, in), norm);
            name(norm.scope().assets(), in);
        } else {
            each(orAny(norm.scope().recipients()), way(normsByParty, in), norm);
        }
        if (norm.effect().carries()) {
            each(orAny(norm.scope().recipients()), way(mandatesByParty, in), norm);
        }
    }

    /** Counts who names an asset, so that one look tells that nobody does. */
    private void name(Ids assets, boolean in) {
        assets.stream().forEach(asset -> {
            var now = named.get(asset).orElse(0) + (in ? 1 : -1);
            if (now == 0) {
                named.remove(asset);
            } else {
                named.put(asset, now);
            }
        });
    }

    private static Ids orAny(Ids keys) {
        return keys.isEmpty() ? Ids.of(Known.ANY) : keys;
    }

    private static <V extends Fact> void keep(Table.Editing<V> table, V fact, boolean in) {
        if (in) {
            table.put(fact.iri(), fact);
        } else {
            table.remove(fact.iri());
        }
    }

    private static <V> ObjIntConsumer<V> way(Shelf.Editing<V> shelf, boolean in) {
        return in ? (fact, key) -> shelf.put(key, fact) : (fact, key) -> shelf.remove(key, fact);
    }

    private static void link(Links.Editing links, Ids keys, int linked, boolean in) {
        keys.stream().forEach(key -> {
            if (in) {
                links.put(key, linked);
            } else {
                links.remove(key, linked);
            }
        });
    }

    private static <V> void each(Ids keys, ObjIntConsumer<V> way, V fact) {
        keys.stream().forEach(key -> way.accept(fact, key));
    }

    private static void code(Codebook.Editing book, int record, List<String> codes, boolean in) {
        BiConsumer<Integer, List<String>> way = in ? book::put : book::remove;
        way.accept(record, codes);
    }
}
