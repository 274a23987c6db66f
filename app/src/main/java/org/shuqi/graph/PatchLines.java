package org.shuqi.graph;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;

/** The body of a log entry: RDF Patch, one quad a line, every term written out so that {@code grep} finds it. */
final class PatchLines {

    private static final String NOT_IN_IRIS = " <>\"{}|^`\\\u007f";
    private static final String NOT_IN_TEXT = "\"\\\u007f\ufffd";

    private static final NodeFormatterNT TERMS = new NodeFormatterNT() {
        @Override
        public void formatBNode(AWriter out, String label) {
            out.print("<_:");
            out.print(label);
            out.print(">");
        }

        // the usual term needs no escape, and is not looked at letter by letter while it is written

        @Override
        public void formatURI(AWriter out, String iri) {
            if (isPlain(iri, NOT_IN_IRIS)) {
                out.print('<');
                out.print(iri);
                out.print('>');
            } else {
                super.formatURI(out, iri);
            }
        }

        @Override
        public void formatLitString(AWriter out, String text) {
            if (isPlain(text, NOT_IN_TEXT)) {
                out.print('"');
                out.print(text);
                out.print('"');
            } else {
                super.formatLitString(out, text);
            }
        }

        @Override
        public void formatLitLang(AWriter out, String text, String language) {
            formatLitString(out, text);
            out.print('@');
            out.print(language);
        }

        @Override
        public void formatLitDT(AWriter out, String text, String datatype) {
            formatLitString(out, text);
            out.print("^^");
            formatURI(out, datatype);
        }
    };

    private PatchLines() {}

    /** The term as it stands in a patch. */
    static String spell(Node term) {
        var words = new StringWriter();
        var out = IO.wrap(words);
        TERMS.format(out, term);
        out.flush();
        return words.toString();
    }

    /** Writes the change as one RDF Patch transaction. */
    static void write(OutputStream out, Payload payload) throws IOException {
        var buffer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        var text = IO.wrap(buffer);
        text.print("TX .\n");
        payload.writeTo(new QuadSink() {
            @Override
            public void removed(Quad quad) {
                line(text, "D ", quad);
            }

            @Override
            public void added(Quad quad) {
                line(text, "A ", quad);
            }
        });
        text.print("TC .\n");
        text.flush();
        buffer.flush();
    }

    /**
     * Reads one RDF Patch document.
     *
     * @throws RiotException if it is none
     */
    static void read(InputStream document, QuadSink sink) {
        var handing = new Handing(sink);
        try {
            new RDFPatchReaderText(document).apply(handing);
        } catch (RuntimeIOException | RiotException broken) {
            throw broken;
        } catch (RuntimeException odd) {
            if (handing.isAtWork) {
                throw odd;
            }
            // so the reader fails over a line that is cut off, or that it cannot even complain about
            throw new RiotException("a line cannot be read", odd);
        }
    }

    /** Hands quads over; knows whether it was doing so when something was thrown. */
    private static final class Handing extends RDFChangesBase {

        private final QuadSink sink;
        private boolean isAtWork;

        Handing(QuadSink sink) {
            this.sink = sink;
        }

        @Override
        public void add(Node graph, Node subject, Node predicate, Node object) {
            var quad = new Quad(graph, subject, predicate, object);
            isAtWork = true;
            sink.added(quad);
            isAtWork = false;
        }

        @Override
        public void delete(Node graph, Node subject, Node predicate, Node object) {
            var quad = new Quad(graph, subject, predicate, object);
            isAtWork = true;
            sink.removed(quad);
            isAtWork = false;
        }
    }

    private static void line(AWriter out, String code, Quad quad) {
        out.print(code);
        term(out, quad.getSubject());
        term(out, quad.getPredicate());
        term(out, quad.getObject());
        term(out, quad.getGraph());
        out.print(".\n");
    }

    private static boolean isPlain(String text, String special) {
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character < ' ' || special.indexOf(character) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static void term(AWriter out, Node term) {
        TERMS.format(out, term);
        out.print(' ');
    }
}
