package org.shuqi.record;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

class IntakeTest {

    private static final String XML_HEAD =
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'" + " xmlns:x='http://x.example/'>";

    @Test
    void readsEverySyntax() {
        assertThat(triples(read(Lang.TURTLE, "<http://x.example/a> <http://x.example/p> 1, 2 .")))
                .isEqualTo(2);
        assertThat(triples(read(Lang.NTRIPLES, "<http://x.example/a> <http://x.example/p> \"x\" .")))
                .isEqualTo(1);
        assertThat(triples(read(Lang.RDFXML, XML_HEAD + "<x:T rdf:about='http://x.example/a'/></rdf:RDF>")))
                .isEqualTo(1);
        assertThat(triples(read(
                        Lang.JSONLD, "{\"@id\":\"http://x.example/a\",\"http://x.example/p\":[{\"@value\":\"x\"}]}")))
                .isEqualTo(1);
        assertThat(read(Lang.TRIG, "<http://x.example/g> { <http://x.example/a> <http://x.example/p> 1 }"))
                .extracting(quad -> quad.getGraph().getURI())
                .containsExactly("http://x.example/g");
        assertThat(read(Lang.NQUADS, "<http://x.example/a> <http://x.example/p> \"x\" <http://x.example/g> ."))
                .extracting(quad -> quad.getGraph().getURI())
                .containsExactly("http://x.example/g");
    }

    @Test
    void baseWrittenInTheDocumentIsUsed() {
        var read = read(Lang.TRIG, "@base <http://x.example/> . <g> { <a> <p> <b> }");

        assertThat(read).extracting(quad -> quad.getSubject().getURI()).containsExactly("http://x.example/a");
    }

    @Test
    void baseOfTheCallerIsUsed() {
        var read = Intake.quads("<> <#p> 1 .".getBytes(UTF_8), Lang.TURTLE, Optional.of("http://x.example/a"));

        assertThat(read).extracting(quad -> quad.getPredicate().getURI()).containsExactly("http://x.example/a#p");
    }

    @Test
    void sameDocumentHasTheSameBlankNodesEachTimeItIsRead() {
        var text = "<http://x.example/a> <http://x.example/p> [ <http://x.example/q> _:b ], (1 2) .";

        assertThat(labelled(text, 7)).isEqualTo(labelled(text, 7)).isNotEqualTo(labelled(text, 8));
    }

    @Test
    void byteOrderMarkIsLeftOut() {
        assertThat(triples(read(Lang.TURTLE, "\uFEFF<http://x.example/a> <http://x.example/p> 1 .")))
                .isEqualTo(1);
        assertThat(triples(
                        read(Lang.JSONLD, "\uFEFF{\"@id\":\"http://x.example/a\",\"@type\":\"http://x.example/T\"}")))
                .isEqualTo(1);
    }

    @Test
    void relativeIrisAreRefusedInEverySyntax() {
        refused(Lang.TURTLE, "\n<a> <http://x.example/p> 1 .").hasMessageContaining("line 2, column 1");
        refused(Lang.TRIG, "<g> { }").hasMessageContaining("Relative IRI");
        refused(Lang.NTRIPLES, "<a> <http://x.example/p> <http://x.example/b> .")
                .hasMessageContaining("line 1");
        refused(Lang.NQUADS, "<http://x.example/a> <p> \"x\" .").hasMessageContaining("line 1");
        refused(Lang.RDFXML, XML_HEAD + "<x:T rdf:about='a'/></rdf:RDF>").hasMessageContaining("Relative URI");
        refused(Lang.JSONLD, "{\"@id\":\"a\",\"@type\":\"http://x.example/T\"}")
                .hasMessageContaining("relative IRI `a`");
    }

    @Test
    void illTypedLiteralIsRefusedWithItsPlace() {
        refused(
                        Lang.TURTLE,
                        "<http://x.example/a> <http://x.example/p>\n \"soon\"^^<http://www.w3.org/2001/XMLSchema#date> .")
                .hasMessageContaining("line 2, column 2")
                .hasMessageContaining("soon");
        refused(
                        Lang.JSONLD,
                        "{\"@id\":\"http://x.example/a\",\"http://x.example/p\":{\"@value\":\"soon\","
                                + "\"@type\":\"http://www.w3.org/2001/XMLSchema#date\"}}")
                .hasMessageContaining("soon");
    }

    @Test
    void brokenUtf8IsRefused() {
        var bytes = "<http://x.example/a> <http://x.example/p> \"??\" .".getBytes(UTF_8);
        bytes[bytes.length - 4] = (byte) 0xC3;

        assertThatThrownBy(() -> Intake.quads(bytes, Lang.TURTLE, Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 1 is not UTF-8");
    }

    @Test
    void undefinedJsonLdKeyIsNotDroppedSilently() {
        refused(Lang.JSONLD, "{\"@id\":\"http://x.example/a\",\"title\":\"x\"}");
    }

    @Test
    void noContextIsFetchedFromTheNetOrFromAFile(@TempDir Path folder) throws IOException {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        var file = Files.writeString(folder.resolve("c.jsonld"), "{\"@context\":{\"p\":\"http://x.example/p\"}}");

        try {
            refused(Lang.JSONLD, "{\"@context\":\"" + address(server) + "c.jsonld\",\"p\":\"x\"}")
                    .hasMessageContaining("is not fetched");
            refused(Lang.JSONLD, "{\"@context\":\"" + file.toUri() + "\",\"p\":\"x\"}")
                    .hasMessageContaining("is not fetched");
            refused(Lang.RDFXML, "<!DOCTYPE r SYSTEM \"" + address(server) + "d.dtd\">" + XML_HEAD + "</rdf:RDF>")
                    .hasMessageContaining("DOCTYPE");
        } finally {
            server.stop(0);
        }

        assertThat(asked).hasValue(0);
    }

    @Test
    void doctypeIsRefusedInEveryEncoding() {
        var xml = "<!-- - --><!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + XML_HEAD
                + "<x:T rdf:about='http://x.example/a'><x:p>&e;</x:p></x:T></rdf:RDF>";

        refused(Lang.RDFXML, xml).hasMessageContaining("DOCTYPE");
        assertThatThrownBy(() -> Intake.quads(xml.getBytes(UTF_16), Lang.RDFXML, Optional.empty()))
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void deepNestingIsRefused() {
        refused(Lang.TURTLE, "<http://x.example/a> <http://x.example/p> " + "(".repeat(200_000))
                .hasMessageContaining("nest more than 200");
        refused(Lang.TURTLE, "<http://x.example/a> <http://x.example/p> " + "[<http://x.example/p> ".repeat(200_000))
                .hasMessageContaining("nest more than 200");
        refused(Lang.JSONLD, "[".repeat(50_000)).hasMessageContaining("nest more than 200");
        refused(Lang.RDFXML, XML_HEAD + "<x:T><x:p>".repeat(50_000)).isNotNull();
    }

    @Test
    void bracketsInStringsIrisAndCommentsAreNotNesting() {
        var brackets = "([{".repeat(300);

        var read = read(
                Lang.TURTLE,
                "# " + brackets + "\n<http://x.example/a> <http://x.example/p> \"" + brackets + "\\\"" + brackets
                        + "\", '''" + brackets + "'" + brackets + "''', \"\", '', 'x', \"\"\"\"x\"\"\"@en .");

        assertThat(triples(read)).isEqualTo(6);
        assertThat(triples(read(
                        Lang.JSONLD,
                        "{\"@id\":\"http://x.example/a\",\"http://x.example/p\":\"" + brackets + "\\\"'#<\"}")))
                .isEqualTo(1);
    }

    @Test
    void textThatDeceivesIsRefused() {
        refused(Lang.TURTLE, "<http://x.example/a> <http://x.example/p> \"a\\u0000b\" .")
                .hasMessageContaining("U+0000");
        refused(Lang.TURTLE, "<http://x.example/a> <http://x.example/p> \"a\\u202Eb\" .")
                .hasMessageContaining("U+202E");
        refused(Lang.TURTLE, "<http://x.example/a> <http://x.example/p> <javascript:alert(1)> .")
                .hasMessageContaining("scheme");
        refused(Lang.TURTLE, "<http://x.example/a> <http://x.example/p> <file:///etc/passwd> .")
                .hasMessageContaining("scheme");
        refused(Lang.TURTLE, "<http://x.example/a\u200B> <http://x.example/p> 1 .")
                .isNotNull();
        refused(
                        Lang.TURTLE,
                        "<http://x.example/a> <http://x.example/p> <<( <http://x.example/a> <http://x.example/p> 1 )>> .")
                .isNotNull();
        refused(Lang.TRIG, "_:g { <http://x.example/a> <http://x.example/p> 1 }")
                .hasMessageContaining("no IRI");
        refused(Lang.NTRIPLES, "<http://x.example/a/../b> <http://x.example/p> \"x\" .")
                .isNotNull();
        assertThat(triples(read(Lang.TURTLE, "<http://x.example/人口> <http://x.example/p> \"人口\t😀\\n\"@zh .")))
                .isEqualTo(1);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Lang lang, String text) {
        return assertThatThrownBy(() -> read(lang, text)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().kind())
                .isEqualTo(Kind.MALFORMED));
    }

    private static Set<Quad> labelled(String text, long seed) {
        var found = new LinkedHashSet<Quad>();
        Intake.of(Lang.TURTLE, Optional.empty())
                .labelled(new UUID(0, seed))
                .read(new ByteArrayInputStream(text.getBytes(UTF_8)), new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        found.add(new Quad(Quad.defaultGraphIRI, triple));
                    }
                });
        return found;
    }

    private static List<Quad> read(Lang lang, String text) {
        return Intake.quads(text.getBytes(UTF_8), lang, Optional.empty());
    }

    private static long triples(List<Quad> quads) {
        return quads.stream().filter(Quad::isDefaultGraph).count();
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }
}
