package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

/** The log spells terms to the letter as N-Triples does, whatever is in them; its hashes depend on that. */
class PatchLinesTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());

    private static final String LETTERS =
            "abc 数契，。\"\\\t\n\r\f\b\u0001\u0013\u0014\u001f\u007f\u0085\u00e9\ufffd'<>{}|^`@#/😀";

    private final Random random = new Random(SEED);

    @Test
    void everyTermIsSpelledAsNTriplesDoes() {
        var usual = new NodeFormatterNT();
        terms().forEach(term -> {
            var words = new StringWriter();
            var out = IO.wrap(words);
            usual.format(out, term);
            out.flush();
            assertThat(PatchLines.spell(term)).as("seed %d", SEED).isEqualTo(words.toString());
        });
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var quads = new ArrayList<Quad>();
        terms().filter(Node::isLiteral)
                .forEach(term ->
                        quads.add(new Quad(Scribe.iri("g"), NodeFactory.createBlankNode("b1"), Scribe.iri("p"), term)));

        var written = new ByteArrayOutputStream();
        PatchLines.write(written, Payload.of(new Delta(List.of(), quads)));
        var read = new ArrayList<Quad>();
        PatchLines.read(new ByteArrayInputStream(written.toByteArray()), new QuadSink() {
            @Override
            public void removed(Quad quad) {
                throw new AssertionError();
            }

            @Override
            public void added(Quad quad) {
                read.add(quad);
            }
        });

        assertThat(read).as("seed %d", SEED).isEqualTo(quads);
    }

    private Stream<Node> terms() {
        return Stream.generate(this::text)
                .limit(500)
                .flatMap(text -> Stream.of(
                        NodeFactory.createURI("http://test/" + text),
                        NodeFactory.createLiteralString(text),
                        NodeFactory.createLiteralLang(text, "zh-Hans"),
                        NodeFactory.createLiteralDirLang(text, "ar", "rtl"),
                        NodeFactory.createLiteralDT(text, NodeFactory.getType("http://test/type")),
                        NodeFactory.createLiteralDT("7", XSDDatatype.XSDinteger)));
    }

    private String text() {
        var points = LETTERS.codePoints().toArray();
        var text = new StringBuilder();
        for (var left = random.nextInt(6); left > 0; left--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
