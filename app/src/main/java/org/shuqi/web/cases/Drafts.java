package org.shuqi.web.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Body;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Terms;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;

/** What new records begun on a page have in common. */
@Singleton
final class Drafts {

    /** Without letters and digits that look alike. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 5;

    private final Office office;
    private final SecureRandom random = new SecureRandom();

    Drafts(Office office) {
        this.office = office;
    }

    /**
     * A number that nobody has yet. It is made when the form is opened and sent with it, so that a form that is sent twice
     * files one record.
     */
    String number(String prefix) {
        var day = today().format(DateTimeFormatter.BASIC_ISO_DATE);
        var letters = new StringBuilder();
        for (var at = 0; at < LENGTH; at++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return prefix + "-" + day + "-" + letters;
    }

    /** A number that came with a form: as {@link #number} makes them, and nothing else. */
    Optional<String> sent(String prefix, String number) {
        return Optional.of(number).filter(text -> text.matches(prefix + "-\\d{8}-[" + LETTERS + "]{" + LENGTH + "}"));
    }

    LocalDate today() {
        return LocalDate.ofInstant(
                office.settings().clock().instant(), office.settings().zone());
    }

    /** Now, as it is written into a record. */
    String now() {
        return office.settings()
                .clock()
                .instant()
                .atZone(office.settings().zone())
                .withNano(0)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** The first instant after the day, as it is written into a record. */
    String after(LocalDate lastDay) {
        return lastDay.plusDays(1)
                .atStartOfDay(office.settings().zone())
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** A text in Chinese if it has a Chinese character, else in English. */
    static ObjectNode text(String text) {
        return JsonNodeFactory.instance.objectNode().put(language(text), text);
    }

    static String language(String text) {
        var isChinese =
                text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
        return isChinese ? "zh" : "en";
    }

    /** Files the record; one that the same form filed before is not filed again. */
    void file(RecordKind kind, String number, ObjectNode record, Caller caller) {
        try {
            office.records()
                    .create(
                            kind,
                            new Body.Json(record),
                            new Terms("POST " + kind.path(), OptionalLong.empty(), false, false, caller));
        } catch (Refusal refused) {
            if (refused.problem().kind() != Kind.TAKEN) {
                throw refused;
            }
            office.records().read(kind, number);
        }
    }

    /** The organisations in whose name the reader begins something: those of the appointments, by name. */
    static List<Handling.Word> organizations(Look look, Caller caller, String chosen) {
        return caller.organizations().stream()
                .filter(node -> look.registry().contains(node, Rdf.type, Node.ANY))
                .map(node -> new Handling.Word(
                        node.getURI(),
                        look.name(node),
                        Optional.empty(),
                        node.getURI().equals(chosen)))
                .sorted(Comparator.comparing(word -> word.label().text()))
                .toList();
    }

    /** The record that a name means: an IRI, an id, a number, or the very title. */
    Optional<Node> named(Look look, RecordKind kind, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var iri = office.records().iri(kind, name);
        if (isOf(look, kind, iri)) {
            return Optional.of(iri);
        }
        return List.of(Dct.title, org.shuqi.vocabulary.Skos.prefLabel).stream()
                .flatMap(property -> List.of("zh", "en").stream()
                        .flatMap(language -> look
                                .registry()
                                .find(
                                        Node.ANY,
                                        property,
                                        org.apache.jena.graph.NodeFactory.createLiteralLang(name, language))
                                .mapWith(triple -> triple.getSubject())
                                .toList()
                                .stream()))
                .filter(node -> isOf(look, kind, node))
                .min(Comparator.comparing(Node::toString));
    }

    private static boolean isOf(Look look, RecordKind kind, Node node) {
        return kind.types().stream().anyMatch(type -> look.isA(node, type));
    }
}
