package org.shuqi.exchange.dcat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.exchange.Remark;
import org.shuqi.problem.Text;

/** Takes down what a foreign record says, and what of it could not be taken down. */
final class Notes {

    private static final Set<String> SCHEMES = Set.of("http", "https", "urn", "mailto", "tel", "ftp");
    private static final String INVISIBLE =
            "[\\p{Cc}\\p{Cs}\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\n\\r]]";
    private static final int SHOWN = 80;

    private final String baseIri;
    private final Consumer<Quad> to;
    private final List<Remark> remarks = new ArrayList<>();

    Notes(String baseIri, Consumer<Quad> to) {
        this.baseIri = baseIri;
        this.to = to;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** The IRI of a record, made from the identifier that the others use: the same each time, and no one else's. */
    Node record(String kind, String identifier) {
        return NodeFactory.createURI(baseIri + kind + "/" + slug(identifier));
    }

    static Node part(Node record, String suffix) {
        return NodeFactory.createURI(record.getURI() + suffix);
    }

    void state(Node subject, Node predicate, Node object) {
        to.accept(new Quad(Quad.defaultGraphIRI, subject, predicate, object));
    }

    void text(Node subject, Node predicate, String text) {
        state(subject, predicate, NodeFactory.createLiteralString(visible(subject, text)));
    }

    /** In the language that the source names for it. */
    void text(Node subject, Node predicate, String text, Optional<String> language) {
        var visible = visible(subject, text);
        state(
                subject,
                predicate,
                language.map(tag -> NodeFactory.createLiteralLang(visible, tag))
                        .orElseGet(() -> NodeFactory.createLiteralString(visible)));
    }

    /** A link, if it is an IRI that the registry takes; else a remark. */
    void link(Node subject, Node predicate, String field, String address) {
        iri(address)
                .ifPresentOrElse(
                        iri -> state(subject, predicate, iri),
                        () -> leftOut(
                                subject, field, address, Text.of("不是可用的地址", "is not an address that can be used")));
    }

    /** A day or an instant, in the form it was given; else a remark. */
    void time(Node subject, Node predicate, String field, String value) {
        timeType(value)
                .ifPresentOrElse(
                        type -> state(subject, predicate, NodeFactory.createLiteralDT(value, type)),
                        () -> leftOut(subject, field, value, Text.of("不是日期或时刻", "is neither a day nor an instant")));
    }

    /** Says that a value was not carried over. */
    void leftOut(Node subject, String field, String value, Text why) {
        var shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        remarks.add(new Remark(
                subject.getURI(),
                new Text(
                        "`%s` 的值 `%s` %s，未载入".formatted(field, shown, why.zh()),
                        "`%s` with the value `%s` %s; it was left out".formatted(field, shown, why.en()))));
    }

    static Optional<Node> iri(String address) {
        var text = Normalizer.normalize(address.strip(), Normalizer.Form.NFC);
        try {
            var iri = IRIx.create(text);
            var colon = text.indexOf(':');
            var usable = iri.isReference()
                    && !iri.hasViolations()
                    && SCHEMES.contains(text.substring(0, colon).toLowerCase(Locale.ROOT))
                    && !text.matches(".*/\\.\\.?(/.*|$)");
            return usable ? Optional.of(NodeFactory.createURI(text)) : Optional.empty();
        } catch (IRIException e) {
            return Optional.empty();
        }
    }

    private static Optional<RDFDatatype> timeType(String value) {
        return List.<RDFDatatype>of(
                        XSDDatatype.XSDdate, XSDDatatype.XSDdateTime, XSDDatatype.XSDgYearMonth, XSDDatatype.XSDgYear)
                .stream()
                .filter(type -> type.isValid(value) && value.equals(value.strip()))
                .findFirst();
    }

    private String visible(Node subject, String text) {
        var visible = text.replaceAll(INVISIBLE, "");
        if (visible.length() < text.length()) {
            remarks.add(new Remark(
                    subject.getURI(),
                    Text.of(
                            "文本中有 %d 个看不见的字符，已去掉",
                            "%d invisible characters were taken out of a text", text.length() - visible.length())));
        }
        return visible;
    }

    private static String slug(String identifier) {
        if (identifier.matches("[A-Za-z0-9][A-Za-z0-9_~-]{0,79}")) {
            return identifier;
        }
        var words = Normalizer.normalize(identifier, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return (words.length() > 60 ? words.substring(0, 60) : words) + "-" + digest(identifier);
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
