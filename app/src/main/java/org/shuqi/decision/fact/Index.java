package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The facts of one revision, kept by what they are about.
 *
 * <p>Immutable. Every IRI is a number; {@link #terms()} translates. A change makes a new index that shares everything it did
 * not touch, so the cost of a change depends on the change. What follows from several facts (who stands above whom, which
 * purpose is narrower) is worked out when first asked about and kept until one of those facts changes.
 */
public final class Index {

    /** What stands between the IRI of a dataset and the name of its item. */
    static final String ITEM = "/item/";

    private final Terms terms;
    private final long revision;
    private final Tables tables;
    private final Shelves shelves;
    private final Ancestry ancestry;
    private final Compendium compendium;
    private final Sorts.Since sorts;

    private Index(
            Terms terms,
            long revision,
            Tables tables,
            Shelves shelves,
            Ancestry ancestry,
            Compendium compendium,
            Optional<Sorts.Since> sorts) {
        this.terms = terms;
        this.revision = revision;
        this.tables = tables;
        this.shelves = shelves;
        this.ancestry = ancestry;
        this.compendium = compendium;
        this.sorts = sorts.orElseGet(() -> Sorts.Since.begun(this));
    }

    static Index of(IndexEditing filled, long revision) {
        return of(filled.terms, filled.tables(), filled.shelves(), revision);
    }

    static Index of(Terms terms, Tables tables, Shelves shelves, long revision) {
        var ancestry = tables.ancestry();
        var compendium = new Compendium(shelves.normsByAsset(), ancestry);
        return new Index(terms, revision, tables, shelves, ancestry, compendium, Optional.empty());
    }

    /** The index of an empty registry. */
    public static Index empty() {
        return of(IndexEditing.fresh(Terms.fresh()), 0);
    }

    /** What an edit of this index makes of it. */
    Index changed(IndexEditing edited, long later) {
        var now = edited.tables();
        var kept = edited.shelves();
        var line = now.sharesAncestry(tables) ? ancestry : now.ancestry();
        var gathered =
                compendium.isOf(kept.normsByAsset(), line) ? compendium : new Compendium(kept.normsByAsset(), line);
        return new Index(
                terms,
                later,
                now,
                kept,
                line,
                gathered,
                edited.reorders() ? Optional.empty() : sorts.and(edited.moved()));
    }

    /** The entries by what the rule looks at; sorts them if nobody has asked for that since the last large change. */
    public Sorts.Since sorts() {
        return sorts;
    }

    /** The revision it was read from. */
    public long revision() {
        return revision;
    }

    /** What the ids stand for. */
    public Terms terms() {
        return terms;
    }

    /** The IRI of an id. */
    public String iri(int id) {
        return terms.iri(id);
    }

    /** The id of an IRI, or {@link Terms#NONE}; that it has one does not say that it is registered. */
    public int id(String iri) {
        return terms.of(iri);
    }

    /** The id of the IRI that consists of the two, or {@link Terms#NONE}. */
    public int id(String prefix, String name) {
        return terms.of(prefix, name);
    }

    /** The id of the item of that name of a dataset, or {@link Terms#NONE}. */
    public int idOfItem(int dataset, String name) {
        return terms.item(dataset, name);
    }

    /** The organisation or party collection. */
    public Optional<Organisation> organisation(int iri) {
        return tables.organisations().get(iri);
    }

    /** Whether it is an organisation; a party collection is none. */
    public boolean isOrganisation(int iri) {
        return organisation(iri).filter(Organisation::real).isPresent();
    }

    /** Every organisation, without party collections, in no order. */
    public Stream<Organisation> organisations() {
        return tables.organisations().values().filter(Organisation::real);
    }

    /** The organisations of that code or last path segment. */
    public List<Integer> organisationsCoded(String code) {
        return shelves.organisationCodes().called(code, terms).stream()
                .filter(this::isOrganisation)
                .toList();
    }

    /** The organisation with all that a rule may call it by. */
    public Optional<Party> party(int iri) {
        return ancestry.party(iri);
    }

    /** The organisations by what the rule looks at, but for who they are. */
    public Bodies bodies() {
        return ancestry.bodies(terms);
    }

    /** The concept of that id. */
    public Optional<Concept> concept(int iri) {
        return tables.concepts().get(iri);
    }

    /** The concept and all that are broader. */
    public Ids broader(int concept) {
        return ancestry.broader(concept);
    }

    /** The concepts and all that are broader than one of them. */
    public Ids broader(Ids concepts) {
        return compendium.concepts(concepts).all();
    }

    /** Every purpose, in no order. */
    public IntStream purposes() {
        return tables.concepts().values().filter(this::isPurpose).mapToInt(Concept::iri);
    }

    /** Whether the concept is in the purpose scheme, by statement or by its IRI. */
    public boolean isPurpose(Concept concept) {
        return concept.schemes().contains(Known.PURPOSE) || iri(concept.iri()).startsWith(iri(Known.PURPOSE) + "/");
    }

    /** The dataset of that id. */
    public Optional<Dataset> dataset(int iri) {
        return tables.datasets().get(iri);
    }

    /** Whether it is a dataset. */
    public boolean isDataset(int iri) {
        return tables.datasets().has(iri);
    }

    /** Every dataset, in no order. */
    public IntStream datasets() {
        return tables.datasets().keys();
    }

    /** The datasets of that code or last path segment. */
    public List<Integer> datasetsCoded(String code) {
        return shelves.datasetCodes().called(code, terms).stream()
                .filter(this::isDataset)
                .toList();
    }

    /** The datasets with an unconditional item, in no order. */
    public IntStream openDatasets() {
        return tables.open().keys();
    }

    /** The datasets an item belongs to. */
    public IntStream owners(int item) {
        var iri = iri(item);
        var within = IntStream.iterate(iri.indexOf(ITEM), at -> at >= 0, at -> iri.indexOf(ITEM, at + 1))
                .map(at -> terms.of(iri.substring(0, at)))
                .filter(owner ->
                        dataset(owner).flatMap(dataset -> dataset.item(item)).isPresent());
        return IntStream.concat(within, shelves.owners().get(item).stream());
    }

    private boolean isItem(int asset, int owner) {
        return dataset(owner).flatMap(entry -> entry.item(asset)).isPresent();
    }

    /** The legal basis of that id. */
    public Optional<Basis> basis(int iri) {
        return tables.bases().get(iri);
    }

    /** The jurisdiction profile of that id. */
    public Optional<Profile> profile(int iri) {
        return tables.profiles().get(iri);
    }

    /** The catalogues and all that list them. */
    public Ids listing(Ids catalogues) {
        return compendium.catalogues(catalogues).all();
    }

    /** Whether a norm, a paper or a designation names the asset. */
    public boolean isNamed(int asset) {
        return tables.named().has(asset);
    }

    /** The norms that name the asset. */
    public List<Norm> normsOnAsset(int asset) {
        return shelves.normsByAsset().get(asset);
    }

    /** Whether it is a dataset, or an item of one. */
    public boolean isEntryOrItem(int asset) {
        int owner = terms.owner(asset);
        return isDataset(asset)
                || (owner != Terms.NONE && isItem(asset, owner))
                || owners(asset).findAny().isPresent();
    }

    /** Whether a norm that names no asset is about what these organisations give to recipients that it names. */
    public boolean isBetweenSingles(Norm norm) {
        return norm.isBetweenSingles(this::isOrganisation);
    }

    /** Every norm that names an asset; one that names several may come several times. */
    Stream<Norm> assetNorms() {
        return shelves.normsByAsset().keys().boxed().flatMap(asset -> normsOnAsset(asset).stream());
    }

    /** Every norm that names no asset; one that names several recipients may come several times. */
    public Stream<Norm> partyNorms() {
        return shelves.normsByParty().keys().boxed().flatMap(party -> normsOnParty(party).stream());
    }

    /** Every paper; one that names several assets may come several times. */
    Stream<Evidence> papers() {
        return shelves.evidence().keys().boxed().flatMap(asset -> evidenceOn(asset).stream());
    }

    /** Every legal basis. */
    Stream<Basis> bases() {
        return tables.bases().values();
    }

    /** The concepts with all that are broader, and the norms that name one of these. */
    public Line lineOfConcepts(Ids concepts) {
        return compendium.concepts(concepts);
    }

    /** The catalogues with all that list them, and the norms that name one of these. */
    public Line lineOfCatalogues(Ids catalogues) {
        return compendium.catalogues(catalogues);
    }

    /** The norms that name no asset, but this party as recipient. */
    public List<Norm> normsOnParty(int party) {
        return shelves.normsByParty().get(party);
    }

    /** The norms that name neither asset nor recipient. */
    public List<Norm> normsOnAll() {
        return shelves.normsByParty().get(Known.ANY);
    }

    /** The mandates and return flows that name this party as recipient. */
    public List<Norm> mandatesFor(int party) {
        return shelves.mandatesByParty().get(party);
    }

    /** The mandates that name no recipient. */
    public List<Norm> mandatesForAll() {
        return shelves.mandatesByParty().get(Known.ANY);
    }

    /** Whether a mandate or return flow rests on the basis, registered or not. */
    public boolean isCitedByMandate(int basis) {
        return shelves.mandatesByParty().keys().anyMatch(party -> mandatesFor(party).stream()
                .anyMatch(norm -> norm.bases().contains(basis)));
    }

    /** The parties named as recipient by mandates that name no asset, in no order. */
    public IntStream partiesOfGeneralMandates() {
        return shelves.normsByParty()
                .keys()
                .filter(key -> key != Known.ANY
                        && normsOnParty(key).stream()
                                .anyMatch(norm -> norm.effect().carries()));
    }

    /** The party and everyone that is below it, part of it or of its kind, however deep, and that again. */
    public IntStream allWithin(int party) {
        var reached = new IntLinkedOpenHashSet();
        var waiting = new IntArrayFIFOQueue();
        reached.add(party);
        waiting.enqueue(party);
        while (!waiting.isEmpty()) {
            shelves.members().get(waiting.dequeueInt()).stream()
                    .filter(reached::add)
                    .forEach(waiting::enqueue);
        }
        return reached.intStream();
    }

    /** The grants whose target is the asset. */
    public List<Grant> grantsOn(int asset) {
        return shelves.grantsByAsset().get(asset);
    }

    /** The grants that name the party as assignee. */
    public List<Grant> grantsTo(int party) {
        return shelves.grantsByParty().get(party);
    }

    /** The evidence about the asset. */
    public List<Evidence> evidenceOn(int asset) {
        return shelves.evidence().get(asset);
    }

    /** The designations of a source for the asset. */
    public List<Designation> designationsOn(int asset) {
        return shelves.designations().get(asset);
    }

    /** The norms, grants, papers and designations of the subject. */
    public List<Fact> factsOf(int subject) {
        return tables.rules().getOr(subject, List.of());
    }

    /**
     * Every table and shelf with what lies in it, in words that depend neither on history nor on numbering; for comparing
     * two indexes.
     */
    public Map<String, String> describe() {
        return Portrait.of(this);
    }

    Tables tables() {
        return tables;
    }

    Shelves shelves() {
        return shelves;
    }
}
