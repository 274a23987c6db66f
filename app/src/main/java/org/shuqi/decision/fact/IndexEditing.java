package org.shuqi.decision.fact;

import java.util.List;
import java.util.function.BiConsumer;
import org.shuqi.vocabulary.Sq;

/** An index in the making: puts facts where they will be looked for, and takes them out again. Belongs to one thread. */
final class IndexEditing {

    private static final String UNCONDITIONAL =
            Sq.code("sharing-attribute", "unconditional").getURI();

    final Table.Editing<List<Fact>> facts;
    final Table.Editing<Organisation> organisations;
    final Table.Editing<Concept> concepts;
    final Table.Editing<Dataset> datasets;
    final Table.Editing<Basis> bases;
    final Table.Editing<Profile> profiles;
    final Table.Editing<Catalogue> catalogues;
    final Table.Editing<Boolean> open;
    final Shelf.Editing<Norm> normsByAsset;
    final Shelf.Editing<Norm> normsByParty;
    final Shelf.Editing<Norm> mandatesByParty;
    final Shelf.Editing<Grant> grantsByAsset;
    final Shelf.Editing<Grant> grantsByParty;
    final Shelf.Editing<Evidence> evidence;
    final Shelf.Editing<Designation> designations;
    final Shelf.Editing<String> owners;
    final Shelf.Editing<String> members;
    final Shelf.Editing<String> organisationCodes;
    final Shelf.Editing<String> datasetCodes;

    private IndexEditing() {
        facts = Table.fill();
        organisations = Table.fill();
        concepts = Table.fill();
        datasets = Table.fill();
        bases = Table.fill();
        profiles = Table.fill();
        catalogues = Table.fill();
        open = Table.fill();
        normsByAsset = Shelf.fill();
        normsByParty = Shelf.fill();
        mandatesByParty = Shelf.fill();
        grantsByAsset = Shelf.fill();
        grantsByParty = Shelf.fill();
        evidence = Shelf.fill();
        designations = Shelf.fill();
        owners = Shelf.fill();
        members = Shelf.fill();
        organisationCodes = Shelf.fill();
        datasetCodes = Shelf.fill();
    }

    IndexEditing(Index index) {
        var tables = index.tables();
        var shelves = index.shelves();
        facts = tables.facts().edit();
        organisations = tables.organisations().edit();
        concepts = tables.concepts().edit();
        datasets = tables.datasets().edit();
        bases = tables.bases().edit();
        profiles = tables.profiles().edit();
        catalogues = tables.catalogues().edit();
        open = tables.open().edit();
        normsByAsset = shelves.normsByAsset().edit();
        normsByParty = shelves.normsByParty().edit();
        mandatesByParty = shelves.mandatesByParty().edit();
        grantsByAsset = shelves.grantsByAsset().edit();
        grantsByParty = shelves.grantsByParty().edit();
        evidence = shelves.evidence().edit();
        designations = shelves.designations().edit();
        owners = shelves.owners().edit();
        members = shelves.members().edit();
        organisationCodes = shelves.organisationCodes().edit();
        datasetCodes = shelves.datasetCodes().edit();
    }

    /** An edit that starts from nothing and may touch everything. */
    static IndexEditing fresh() {
        return new IndexEditing();
    }

    /** Puts what the subject says now in place of what it said. */
    void replace(String subject, List<Fact> now) {
        var before = facts.get(subject).orElse(List.of());
        if (before.equals(now)) {
            return;
        }
        before.forEach(fact -> place(fact, false));
        now.forEach(fact -> place(fact, true));
        if (now.isEmpty()) {
            facts.remove(subject);
        } else {
            facts.put(subject, now);
        }
    }

    private void place(Fact fact, boolean in) {
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
            each(grant.targets(), way(grantsByAsset, in), grant);
            each(grant.assignees(), way(grantsByParty, in), grant);
        } else if (fact instanceof Evidence paper) {
            each(paper.scope().assets(), way(evidence, in), paper);
        } else if (fact instanceof Designation designation) {
            each(designation.assets(), way(designations, in), designation);
        }
    }

    private void place(Organisation organisation, boolean in) {
        keep(organisations, organisation, in);
        each(organisation.above(), way(members, in), organisation.iri());
        each(organisation.collections(), way(members, in), organisation.iri());
        each(organisation.kinds(), way(members, in), organisation.iri());
        if (organisation.real()) {
            code(organisationCodes, organisation.codes(), organisation.iri(), in);
        }
    }

    private void place(Dataset dataset, boolean in) {
        keep(datasets, dataset, in);
        code(datasetCodes, dataset.codes(), dataset.iri(), in);
        dataset.items().forEach(item -> way(owners, in).accept(item.iri(), dataset.iri()));
        if (dataset.items().stream().anyMatch(item -> item.offer().attributes().contains(UNCONDITIONAL))) {
            if (in) {
                open.put(dataset.iri(), true);
            } else {
                open.remove(dataset.iri());
            }
        }
    }

    private void place(Norm norm, boolean in) {
        if (!norm.scope().assets().isEmpty()) {
            each(norm.scope().assets(), way(normsByAsset, in), norm);
        } else {
            each(orAny(norm.scope().recipients()), way(normsByParty, in), norm);
        }
        if (isMandate(norm)) {
            each(orAny(norm.scope().recipients()), way(mandatesByParty, in), norm);
        }
    }

    static boolean isMandate(Norm norm) {
        return norm.effect() == Effect.MANDATE || norm.effect() == Effect.RETURN_FLOW;
    }

    private static List<String> orAny(List<String> keys) {
        return keys.isEmpty() ? List.of(Index.ANY) : keys;
    }

    private static <V extends Fact> void keep(Table.Editing<V> table, V fact, boolean in) {
        if (in) {
            table.put(fact.iri(), fact);
        } else {
            table.remove(fact.iri());
        }
    }

    private static <V> BiConsumer<String, V> way(Shelf.Editing<V> shelf, boolean in) {
        return in ? shelf::put : shelf::remove;
    }

    private static <V> void each(List<String> keys, BiConsumer<String, V> way, V fact) {
        keys.forEach(key -> way.accept(key, fact));
    }

    private static void code(Shelf.Editing<String> shelf, List<String> codes, String iri, boolean in) {
        codes.forEach(code -> way(shelf, in).accept(code, iri));
        var slug = Description.segment(iri);
        if (!codes.contains(slug)) {
            way(shelf, in).accept(slug, iri);
        }
    }
}
