package org.shuqi.exchange.dcat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Entries of a DCAT-US catalogue, one after the other. */
final class UsEntries {

    private static final String POD = "https://project-open-data.cio.gov/v1.1/schema#";
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";

    /** Repetition rates that mean the same as a code of ours. Source: ISO 8601 repeating intervals in DCAT-US 1.1. */
    private static final Map<String, String> FREQUENCIES = Map.of(
            "R/PT1S", "realtime",
            "R/P1D", "daily",
            "R/P1W", "weekly",
            "R/P7D", "weekly",
            "R/P1M", "monthly",
            "R/P3M", "quarterly",
            "R/P1Y", "annual",
            "irregular", "irregular");

    /** Text fields that keep the name they have in their own schema, because no term of ours means the same. */
    private static final Set<String> KEPT = Set.of(
            "accessLevel", "bureauCode", "programCode", "dataQuality", "primaryITInvestmentUII", "systemOfRecords");

    private static final Map<String, Node> LINKS = Map.of(
            "landingPage", Dcat.landingPage,
            "license", Dct.license,
            "conformsTo", Dct.conformsTo,
            "references", Dct.references,
            "isPartOf", Dct.isPartOf);

    private static final Map<String, Node> TEXTS = Map.of(
            "rights", Dct.rights,
            "keyword", Dcat.keyword,
            "theme", Dcat.keyword,
            "language", Dct.language);

    private final Notes notes;
    private final Set<Node> seen = new HashSet<>();

    UsEntries(Notes notes) {
        this.notes = notes;
    }

    void take(JsonNode entry) {
        var identifier = text(entry, "identifier").or(() -> text(entry, "title"));
        if (identifier.isEmpty()) {
            notes.leftOut(
                    NodeFactory.createURI("urn:dcat-us:entry"),
                    "dataset",
                    entry.toString(),
                    Text.of("既无 identifier 也无 title", "has neither identifier nor title"));
            return;
        }
        var dataset = notes.record("dataset", identifier.get());
        if (!seen.add(dataset)) {
            notes.leftOut(dataset, "identifier", identifier.get(), Text.of("重复出现", "occurs again"));
            return;
        }
        notes.state(dataset, Rdf.type, Dcat.Dataset);
        entry.fields().forEachRemaining(field -> field(dataset, field.getKey(), field.getValue()));
    }

    private void field(Node dataset, String name, JsonNode value) {
        if (value.isNull() || value.isTextual() && value.asText().isBlank()) {
            return;
        }
        switch (name) {
            case "@type" -> {}
            case "identifier" -> notes.text(dataset, Dct.identifier, value.asText());
            case "title" -> notes.text(dataset, Dct.title, value.asText());
            case "description" -> notes.text(dataset, Dct.description, value.asText());
            case "modified" -> notes.time(dataset, Dct.modified, name, value.asText());
            case "issued" -> notes.time(dataset, Dct.issued, name, value.asText());
            case "publisher" -> publisher(dataset, value);
            case "contactPoint" -> contact(dataset, value);
            case "distribution" -> distributions(dataset, value);
            case "accrualPeriodicity" -> frequency(dataset, value.asText());
            case "spatial" -> place(dataset, value);
            default -> other(dataset, name, value);
        }
    }

    private void other(Node dataset, String name, JsonNode value) {
        for (var one : each(value)) {
            if (one.isContainerNode()) {
                notes.leftOut(dataset, name, one.toString(), Text.of("没有对应的字段", "has no field of ours"));
            } else if (LINKS.containsKey(name)) {
                notes.link(dataset, LINKS.get(name), name, one.asText());
            } else if (TEXTS.containsKey(name)) {
                notes.text(dataset, TEXTS.get(name), one.asText());
            } else if (KEPT.contains(name)) {
                notes.text(dataset, pod(name), one.asText());
            } else {
                notes.leftOut(dataset, name, one.asText(), Text.of("没有对应的字段", "has no field of ours"));
            }
        }
    }

    private void publisher(Node dataset, JsonNode publisher) {
        var name = publisher.isTextual() ? Optional.of(publisher.asText()) : text(publisher, "name");
        if (name.isEmpty()) {
            notes.leftOut(dataset, "publisher", publisher.toString(), Text.of("没有名称", "has no name"));
            return;
        }
        var organization = organization(name.get(), publisher);
        var catalog = notes.record("catalog", name.get());
        if (seen.add(catalog)) {
            notes.state(catalog, Rdf.type, Dcat.Catalog);
            notes.state(catalog, Dct.publisher, organization);
        }
        notes.state(catalog, Dcat.dataset, dataset);
        notes.state(dataset, Dct.publisher, organization);
    }

    private Node organization(String name, JsonNode described) {
        var organization = notes.record("organization", name);
        if (seen.add(organization)) {
            notes.state(organization, Rdf.type, Org.FormalOrganization);
            notes.text(organization, Skos.prefLabel, name);
            var above = described.path("subOrganizationOf");
            text(above, "name")
                    .ifPresent(higher -> notes.state(organization, Org.subOrganizationOf, organization(higher, above)));
        }
        return organization;
    }

    private void contact(Node dataset, JsonNode contact) {
        var card = Notes.part(dataset, "#contact");
        notes.state(dataset, Dcat.contactPoint, card);
        notes.state(card, Rdf.type, NodeFactory.createURI(VCARD + "Kind"));
        text(contact, "fn").ifPresent(name -> notes.text(card, NodeFactory.createURI(VCARD + "fn"), name));
        text(contact, "hasEmail")
                .ifPresent(mail -> notes.link(card, NodeFactory.createURI(VCARD + "hasEmail"), "hasEmail", mail));
    }

    private void distributions(Node dataset, JsonNode list) {
        var number = 0;
        for (var one : each(list)) {
            var distribution = Notes.part(dataset, "#distribution-" + ++number);
            notes.state(dataset, Dcat.distribution, distribution);
            notes.state(distribution, Rdf.type, Dcat.Distribution);
            one.fields().forEachRemaining(field -> {
                if (field.getValue().isTextual() && !field.getValue().asText().isBlank()) {
                    distribution(distribution, field.getKey(), field.getValue().asText());
                }
            });
        }
    }

    private void distribution(Node distribution, String name, String value) {
        switch (name) {
            case "@type" -> {}
            case "title" -> notes.text(distribution, Dct.title, value);
            case "description" -> notes.text(distribution, Dct.description, value);
            case "format" -> notes.text(distribution, Dct.format, value);
            case "mediaType" -> notes.text(distribution, Dcat.mediaType, value);
            case "downloadURL" -> notes.link(distribution, Dcat.downloadURL, name, value);
            case "accessURL" -> notes.link(distribution, Dcat.accessURL, name, value);
            case "conformsTo" -> notes.link(distribution, Dct.conformsTo, name, value);
            default -> notes.leftOut(distribution, name, value, Text.of("没有对应的字段", "has no field of ours"));
        }
    }

    private void frequency(Node dataset, String rate) {
        Optional.ofNullable(FREQUENCIES.get(rate))
                .ifPresentOrElse(
                        code -> notes.state(dataset, Dct.accrualPeriodicity, Sq.code("update-frequency", code)),
                        () -> notes.leftOut(
                                dataset, "accrualPeriodicity", rate, Text.of("没有对应的更新周期", "is no frequency of ours")));
    }

    /** A place in words stays words: which division it is, the file does not say. */
    private void place(Node dataset, JsonNode value) {
        if (!value.isTextual()) {
            notes.leftOut(dataset, "spatial", value.toString(), Text.of("不是文字", "is not text"));
            return;
        }
        var place = Notes.part(dataset, "#place");
        notes.state(dataset, Dct.spatial, place);
        notes.state(place, Rdf.type, NodeFactory.createURI("http://purl.org/dc/terms/Location"));
        notes.text(place, Skos.prefLabel, value.asText());
    }

    private static Iterable<JsonNode> each(JsonNode value) {
        return value.isArray() ? value : Stream.of(value).toList();
    }

    private static Optional<String> text(JsonNode object, String field) {
        var value = object.path(field);
        return value.isTextual() && !value.asText().isBlank()
                ? Optional.of(value.asText().strip())
                : Optional.empty();
    }

    private static Node pod(String field) {
        return NodeFactory.createURI(POD + field);
    }
}
