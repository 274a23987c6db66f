package org.shuqi.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Owl;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** What is found, by kind; in the order in which the kinds are shown. */
public enum Group {
    DATASETS(Dcat.Dataset),
    ITEMS(Sq.DataItem),
    AGREEMENTS(Sq.SharingAgreement, Sq.ProcurementContract),
    REQUESTS(Sq.SharingRequest),
    CORRECTIONS(Sq.CorrectionRequest),
    DISPUTES(Sq.Dispute),
    ORGANIZATIONS(Org.FormalOrganization, Org.Organization, Org.OrganizationalUnit, Odrl.PartyCollection),
    CATALOGS(Dcat.Catalog),
    LAWS(Sq.LegalBasis, Dct.Standard),
    TERMS(
            Skos.Concept,
            Skos.ConceptScheme,
            Owl.Class,
            Owl.ObjectProperty,
            Owl.DatatypeProperty,
            NodeFactory.createURI(Owl.NS + "AnnotationProperty"));

    private final List<Node> types;

    Group(Node... types) {
        this.types = List.of(types);
    }

    /** The word of the interface: {@code datasets}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The kind of this word. */
    public static Optional<Group> of(String code) {
        return Arrays.stream(values())
                .filter(group -> group.code().equals(code))
                .findFirst();
    }

    List<Node> types() {
        return types;
    }

    /** The class by which something of these classes is found: the first there is. */
    static Optional<Node> decisive(Set<Node> given) {
        return Arrays.stream(values())
                .flatMap(group -> group.types.stream())
                .filter(given::contains)
                .findFirst();
    }

    static Group ofType(Node type) {
        return Arrays.stream(values())
                .filter(group -> group.types.contains(type))
                .findFirst()
                .orElseThrow();
    }
}
