package org.shuqi.paper;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.graph.Store;
import org.shuqi.record.Records;
import org.shuqi.signature.Signatures;
import org.shuqi.vocabulary.Dct;

/** Puts agreements on paper. */
public final class Papers {

    private final Store store;
    private final Signatures signatures;
    private final ZoneId zone;

    private Papers(Store store, Signatures signatures, ZoneId zone) {
        this.store = store;
        this.signatures = signatures;
        this.zone = zone;
    }

    /** Over one registry; days are those of the zone. */
    public static Papers over(Store store, Records records, ZoneId zone) {
        return new Papers(store, Signatures.over(store, records, zone), zone);
    }

    /**
     * The paper of an agreement.
     *
     * @param language English, or Chinese for every other
     * @throws org.shuqi.problem.Refusal UNKNOWN if there is no such agreement, LIMIT if it cannot be made canonical
     */
    public Paper of(String id, Locale language) {
        var canonical = signatures.canonical(id);
        var text = canonical.text();
        var sha256 = sha256(text);
        var validity = signatures.validity(id);
        try (var now = store.read()) {
            var signed = signed(text);
            var agreement = NodeFactory.createURI(canonical.agreement());
            var words = new Wording(
                    signed, now.union(), agreement, zone, language.getLanguage().equals("en"));
            var articles = new Articles(words);
            return new Paper(
                    words.isEnglish() ? "en" : "zh",
                    canonical.agreement(),
                    words.texts(agreement, Dct.identifier).stream()
                            .findFirst()
                            .map(Paper.Phrase::text)
                            .orElseGet(() -> Wording.last(agreement)),
                    title(words),
                    new Parties(words).all(),
                    articles.all(),
                    new Annexes(words).all(),
                    new Parties(words).seals(validity),
                    sha256,
                    QrCode.of(canonical.agreement() + "?sha256=" + sha256));
        }
    }

    /**
     * The paper as PDF, A4.
     *
     * @param font file of a font with Chinese characters; one of the machine if absent
     */
    public byte[] pdf(Paper paper, Optional<Path> font) {
        return new PdfPaper(paper, Typefaces.of(font)).bytes();
    }

    private static Paper.Phrase title(Wording words) {
        return words.texts(words.agreement(), Dct.title).stream()
                .findFirst()
                .orElse(new Paper.Phrase(
                        words.either("政务数据共享协议", "Data sharing agreement"), words.isEnglish() ? "en" : "zh"));
    }

    private static Graph signed(byte[] text) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(text)).lang(Lang.NTRIPLES).parse(graph);
        return graph;
    }

    private static String sha256(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
