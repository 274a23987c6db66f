package org.shuqi.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Unfolds permissions into strands: whom, which dataset, for what, by which method. */
final class Strands {

    static final List<String> METHODS = List.of("query", "verify", "batch", "file");

    /** Members of a party, and purposes, beyond which not all are looked at. */
    private static final int MOST = 64;

    /** Sets of purposes whose narrower ones are kept in mind: agreements name few different ones. */
    private static final int REMEMBERED = 1000;

    private final Register register;
    private final Map<Set<String>, Set<String>> narrower = new HashMap<>();
    private Set<String> allPurposes = Set.of();

    Strands(Register register) {
        this.register = register;
    }

    /** Each strand of the permission; none if it names no provider, recipient or target, or a party that nobody belongs to. */
    List<Strand> of(Claim claim) {
        var strands = new ArrayList<Strand>();
        claim.assigners().forEach(provider -> claim.assignees().forEach(party -> datasets(claim.targets())
                .forEach(
                        (dataset, items) -> strands.add(strand(claim, provider, party, dataset, List.copyOf(items))))));
        strands.removeIf(strand -> strand.recipients().isEmpty());
        return strands;
    }

    private Strand strand(Claim claim, String provider, String party, String dataset, List<String> items) {
        var recipients = recipients(party, claim.subordinates());
        var purposes = purposes(claim, dataset, items);
        return new Strand(
                claim,
                provider(provider, dataset),
                party,
                first(recipients),
                dataset,
                items,
                first(purposes),
                methods(claim, dataset, items),
                recipients.size() <= MOST && purposes.size() <= MOST);
    }

    /** An organisation that gives; of a collection or kind the publisher, if it is among them. */
    private String provider(String assigner, String dataset) {
        if (isOrganisation(Register.iri(assigner))) {
            return assigner;
        }
        var members = recipients(assigner, false);
        return register.iris(Register.iri(dataset), Dct.publisher).stream()
                .filter(members::contains)
                .findFirst()
                .or(() -> members.stream().findFirst())
                .orElse(assigner);
    }

    private static List<String> first(Set<String> some) {
        return some.stream().limit(MOST).toList();
    }

    /**
     * The datasets that are targets, with their items that are; no items where the dataset itself is one.
     *
     * <p>A target that the registry knows nothing about is asked about as a dataset. One that is no data (a theme, a catalogue),
     * which the shapes refuse, is left out.
     */
    private Map<String, Set<String>> datasets(List<Node> targets) {
        var found = new LinkedHashMap<String, Set<String>>();
        targets.stream()
                .filter(target -> register.isA(target, Dcat.Dataset) || !register.says(target, Node.ANY))
                .forEach(target -> found.put(target.getURI(), Set.of()));
        for (var target : targets) {
            for (var owner : register.subjects(Sq.dataItem, target)) {
                var items = found.computeIfAbsent(owner.getURI(), any -> new TreeSet<>());
                if (!targets.contains(owner)) {
                    items.add(target.getURI());
                }
            }
        }
        return found;
    }

    /** The organisations a party stands for: itself, its members, those of its kind, those below if they count. */
    Set<String> recipients(String party, boolean subordinates) {
        var node = Register.iri(party);
        var members = register.reached(
                List.of(node),
                one -> Stream.of(
                                register.firstSubjects(Odrl.partOf, one, MOST + 1),
                                register.firstSubjects(Sq.organType, one, MOST + 1),
                                subordinates
                                        ? register.firstSubjects(Org.subOrganizationOf, one, MOST + 1)
                                        : List.<Node>of())
                        .flatMap(List::stream)
                        .toList(),
                MOST);
        var organisations = new LinkedHashSet<String>();
        members.stream()
                .filter(one -> one.isURI() && isOrganisation(one))
                .forEach(one -> organisations.add(one.getURI()));
        // whom the registry knows nothing about is asked about all the same: the engine says that it is unknown
        return organisations.isEmpty() && !register.says(node, Node.ANY) ? Set.of(party) : organisations;
    }

    boolean isOrganisation(Node node) {
        return register.isA(node, Org.FormalOrganization)
                || register.isA(node, Org.Organization)
                || register.isA(node, Org.OrganizationalUnit);
    }

    private Set<String> purposes(Claim claim, String dataset, List<String> items) {
        if (!claim.purposes().isEmpty()) {
            var allowed = new LinkedHashSet<>(below(claim.purposes().get(0)));
            claim.purposes().stream().skip(1).forEach(named -> allowed.retainAll(below(named)));
            return allowed;
        }
        var offered = said(Sq.sharingPurpose, dataset, items);
        return offered.isEmpty() ? allPurposes() : below(offered);
    }

    /** The purposes with all that are narrower, the given ones first. */
    Set<String> below(Set<String> purposes) {
        if (narrower.size() > REMEMBERED) {
            narrower.clear();
        }
        return narrower.computeIfAbsent(purposes, this::findBelow);
    }

    private Set<String> findBelow(Set<String> purposes) {
        var found = new LinkedHashSet<String>();
        register
                .reached(
                        purposes.stream().map(Register::iri).toList(),
                        one -> register.firstSubjects(Skos.broader, one, MOST + 1),
                        MOST * 4)
                .stream()
                .filter(Node::isURI)
                .forEach(one -> found.add(one.getURI()));
        return found;
    }

    /** Every purpose, by its scheme or by its IRI, in alphabetical order. */
    Set<String> allPurposes() {
        if (allPurposes.isEmpty()) {
            var scheme = Sq.scheme("purpose");
            var found = new TreeSet<String>();
            Stream.of(register.subjects(Skos.inScheme, scheme), register.subjects(Rdf.type, Skos.Concept))
                    .flatMap(List::stream)
                    .filter(Node::isURI)
                    .map(Node::getURI)
                    .filter(iri -> iri.startsWith(scheme.getURI() + "/")
                            || register.iris(Register.iri(iri), Skos.inScheme).contains(scheme.getURI()))
                    .forEach(found::add);
            allPurposes = found;
        }
        return allPurposes;
    }

    private List<String> methods(Claim claim, String dataset, List<String> items) {
        var offered = said(Sq.sharingMethod, dataset, items);
        var named = claim.methods().isEmpty() && !offered.isEmpty() ? List.of(offered) : claim.methods();
        return METHODS.stream()
                .filter(method -> named.stream().allMatch(set -> allows(set, method)))
                .toList();
    }

    /** Whether the set of method IRIs lets the method through: who may query may also verify. */
    private static boolean allows(Set<String> set, String method) {
        return set.contains(Sq.code("sharing-method", method).getURI())
                || (method.equals("verify")
                        && set.contains(Sq.code("sharing-method", "query").getURI()));
    }

    /** What the items, or else their dataset, say. */
    private Set<String> said(Node property, String dataset, List<String> items) {
        var found = new LinkedHashSet<String>();
        (items.isEmpty() ? register.iris(Register.iri(dataset), Sq.dataItem) : items)
                .forEach(item -> found.addAll(register.iris(Register.iri(item), property)));
        found.addAll(register.iris(Register.iri(dataset), property));
        return found;
    }
}
