package org.shuqi.decision.fact;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shuqi.vocabulary.Sq;

/**
 * The facts of one revision, kept by what they are about.
 *
 * <p>Immutable. A change makes a new index that shares everything it did not touch, so the cost of a change depends on the
 * change. What follows from several facts (who stands above whom, which purpose is narrower) is walked when asked, since
 * those chains are short and a stored closure would have to be mended with every new link.
 */
public final class Index {

    /** Key for facts that name no party or asset. */
    static final String ANY = "";

    private static final String PURPOSE = Sq.scheme("purpose").getURI();

    private final long revision;
    private final Table<List<Fact>> facts;
    private final Table<Organisation> organisations;
    private final Table<Concept> concepts;
    private final Table<Dataset> datasets;
    private final Table<Basis> bases;
    private final Table<Profile> profiles;
    private final Table<Catalogue> catalogues;
    private final Shelf<Norm> normsByAsset;
    private final Shelf<Norm> normsByParty;
    private final Shelf<Norm> mandatesByParty;
    private final Shelf<Grant> grantsByAsset;
    private final Shelf<Grant> grantsByParty;
    private final Shelf<Evidence> evidence;
    private final Shelf<Designation> designations;
    private final Shelf<String> owners;
    private final Shelf<String> members;
    private final Shelf<String> organisationCodes;
    private final Shelf<String> datasetCodes;
    private final Table<Boolean> open;

    Index(IndexEditing edited, long revision) {
        this.revision = revision;
        facts = edited.facts.done();
        organisations = edited.organisations.done();
        concepts = edited.concepts.done();
        datasets = edited.datasets.done();
        bases = edited.bases.done();
        profiles = edited.profiles.done();
        catalogues = edited.catalogues.done();
        normsByAsset = edited.normsByAsset.done();
        normsByParty = edited.normsByParty.done();
        mandatesByParty = edited.mandatesByParty.done();
        grantsByAsset = edited.grantsByAsset.done();
        grantsByParty = edited.grantsByParty.done();
        evidence = edited.evidence.done();
        designations = edited.designations.done();
        owners = edited.owners.done();
        members = edited.members.done();
        organisationCodes = edited.organisationCodes.done();
        datasetCodes = edited.datasetCodes.done();
        open = edited.open.done();
    }

    /** The index of an empty registry. */
    public static Index empty() {
        return new Index(IndexEditing.fresh(), 0);
    }

    /** The same index with another grant of an agreement or request, in place of one of the same IRI. */
    public Index with(Grant grant) {
        var kept = Stream.concat(
                        facts.get(grant.source()).orElse(List.of()).stream()
                                .filter(fact -> !fact.iri().equals(grant.iri())),
                        Stream.of(grant))
                .toList();
        return replacing(grant.source(), kept);
    }

    /** The same index with another piece of evidence. */
    public Index with(Evidence added) {
        return replacing(added.iri(), List.of(added));
    }

    private Index replacing(String subject, List<Fact> now) {
        var editing = new IndexEditing(this);
        editing.replace(subject, now);
        return new Index(editing, revision);
    }

    /** The revision it was read from. */
    public long revision() {
        return revision;
    }

    /** The organisation or party collection. */
    public Optional<Organisation> organisation(String iri) {
        return organisations.get(iri);
    }

    /** Every organisation, without party collections, in no order. */
    public Stream<Organisation> organisations() {
        return organisations.values().filter(Organisation::real);
    }

    /** The organisations of that code or last path segment. */
    public List<String> organisationsCoded(String code) {
        return organisationCodes.get(code);
    }

    /** The concept of that IRI. */
    public Optional<Concept> concept(String iri) {
        return concepts.get(iri);
    }

    /** Every purpose, in no order. */
    public Stream<String> purposes() {
        return concepts.values().filter(Index::isPurpose).map(Concept::iri);
    }

    /** Whether the concept is in the purpose scheme, by statement or by its IRI. */
    public static boolean isPurpose(Concept concept) {
        return concept.schemes().contains(PURPOSE) || concept.iri().startsWith(PURPOSE + "/");
    }

    /** The dataset of that IRI. */
    public Optional<Dataset> dataset(String iri) {
        return datasets.get(iri);
    }

    /** IRIs of every dataset, in no order. */
    public Stream<String> datasets() {
        return datasets.keys();
    }

    /** The datasets of that code or last path segment. */
    public List<String> datasetsCoded(String code) {
        return datasetCodes.get(code);
    }

    /** IRIs of the datasets with an unconditional item, in no order. */
    public Stream<String> openDatasets() {
        return open.keys();
    }

    /** The datasets an item belongs to. */
    public List<String> owners(String item) {
        return owners.get(item);
    }

    /** The legal basis of that IRI. */
    public Optional<Basis> basis(String iri) {
        return bases.get(iri);
    }

    /** The jurisdiction profile of that IRI. */
    public Optional<Profile> profile(String iri) {
        return profiles.get(iri);
    }

    /** The catalogues that list a catalogue. */
    public List<String> listedIn(String catalogue) {
        return catalogues.get(catalogue).map(Catalogue::within).orElse(List.of());
    }

    /** The norms that name the asset. */
    public List<Norm> normsOnAsset(String asset) {
        return normsByAsset.get(asset);
    }

    /** The norms that name no asset, but this party as recipient. */
    public List<Norm> normsOnParty(String party) {
        return normsByParty.get(party);
    }

    /** The norms that name neither asset nor recipient. */
    public List<Norm> normsOnAll() {
        return normsByParty.get(ANY);
    }

    /** The mandates and return flows that name this party as recipient. */
    public List<Norm> mandatesFor(String party) {
        return mandatesByParty.get(party);
    }

    /** The mandates that name no recipient. */
    public List<Norm> mandatesForAll() {
        return mandatesByParty.get(ANY);
    }

    /** The parties named as recipient by mandates that name no asset, in no order. */
    public Stream<String> partiesOfGeneralMandates() {
        return normsByParty
                .keys()
                .filter(key ->
                        !key.equals(ANY) && normsByParty.get(key).stream().anyMatch(IndexEditing::isMandate));
    }

    /** The party and everyone that is below it, part of it or of its kind, however deep, and that again. */
    public Stream<String> allWithin(String party) {
        var reached = new LinkedHashSet<>(List.of(party));
        var waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty()) {
            for (var member : members.get(waiting.remove())) {
                if (reached.add(member)) {
                    waiting.add(member);
                }
            }
        }
        return reached.stream();
    }

    /** The grants whose target is the asset. */
    public List<Grant> grantsOn(String asset) {
        return grantsByAsset.get(asset);
    }

    /** The grants that name the party as assignee. */
    public List<Grant> grantsTo(String party) {
        return grantsByParty.get(party);
    }

    /** The evidence about the asset. */
    public List<Evidence> evidenceOn(String asset) {
        return evidence.get(asset);
    }

    /** The designations of a source for the asset. */
    public List<Designation> designationsOn(String asset) {
        return designations.get(asset);
    }

    /** Every fact that subject makes. */
    public List<Fact> factsOf(String subject) {
        return facts.get(subject).orElse(List.of());
    }

    /** The subjects of every fact, in no order; for comparing two indexes. */
    public Stream<String> subjects() {
        return facts.keys();
    }

    /** Every table and shelf with what lies in it, in an order that does not depend on history; for comparing two indexes. */
    public Map<String, String> describe() {
        var said = new TreeMap<String, String>();
        tables().each().forEach((name, table) -> table.keys()
                .forEach(key ->
                        said.put(name + " " + key, String.valueOf(table.get(key).orElseThrow()))));
        shelves().each().forEach((name, shelf) -> shelf.keys()
                .forEach(key -> said.put(
                        name + " " + key,
                        shelf.get(key).stream()
                                .map(String::valueOf)
                                .sorted()
                                .toList()
                                .toString())));
        return said;
    }

    IndexEditing edit() {
        return new IndexEditing(this);
    }

    Tables tables() {
        return new Tables(facts, organisations, concepts, datasets, bases, profiles, catalogues, open);
    }

    Shelves shelves() {
        return new Shelves(
                normsByAsset,
                normsByParty,
                mandatesByParty,
                grantsByAsset,
                grantsByParty,
                evidence,
                designations,
                owners,
                members,
                organisationCodes,
                datasetCodes);
    }

    /** Whether both hold the same facts under the same keys, of whatever revision. */
    boolean sameFacts(Index other) {
        return tables().equals(other.tables()) && shelves().equals(other.shelves());
    }

    /** The tables, for an edit. */
    record Tables(
            Table<List<Fact>> facts,
            Table<Organisation> organisations,
            Table<Concept> concepts,
            Table<Dataset> datasets,
            Table<Basis> bases,
            Table<Profile> profiles,
            Table<Catalogue> catalogues,
            Table<Boolean> open) {

        Map<String, Table<?>> each() {
            return Map.of(
                    "organisation", organisations,
                    "concept", concepts,
                    "dataset", datasets,
                    "basis", bases,
                    "profile", profiles,
                    "catalogue", catalogues,
                    "open", open);
        }
    }

    /** The shelves, for an edit. */
    record Shelves(
            Shelf<Norm> normsByAsset,
            Shelf<Norm> normsByParty,
            Shelf<Norm> mandatesByParty,
            Shelf<Grant> grantsByAsset,
            Shelf<Grant> grantsByParty,
            Shelf<Evidence> evidence,
            Shelf<Designation> designations,
            Shelf<String> owners,
            Shelf<String> members,
            Shelf<String> organisationCodes,
            Shelf<String> datasetCodes) {

        Map<String, Shelf<?>> each() {
            return Map.ofEntries(
                    Map.entry("norms on asset", normsByAsset),
                    Map.entry("norms on party", normsByParty),
                    Map.entry("mandates on party", mandatesByParty),
                    Map.entry("grants on asset", grantsByAsset),
                    Map.entry("grants to party", grantsByParty),
                    Map.entry("evidence", evidence),
                    Map.entry("designations", designations),
                    Map.entry("owners", owners),
                    Map.entry("members", members),
                    Map.entry("organisation codes", organisationCodes),
                    Map.entry("dataset codes", datasetCodes));
        }
    }
}
