package org.shuqi.graph;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.PatchHeader;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;

/**
 * The head of a log entry, as RDF Patch header lines.
 *
 * @param id name of this entry in the whole world
 * @param previous hash of the entry before
 * @param removed how many quads it takes out
 * @param added how many quads it puts in
 */
record Header(UUID id, long revision, Hash previous, Stamp stamp, Instant at, long removed, long added) {

    /** How many quads change. */
    long quads() {
        return removed + added;
    }

    /** What readers may know about it. */
    Commit commit() {
        return new Commit(revision, at, stamp.actor(), stamp.reason(), removed, added, previous.hex());
    }

    byte[] text() {
        var out = new StringWriter();
        line(out, "id", NodeFactory.createURI("urn:uuid:" + id));
        line(out, "revision", number(revision));
        line(out, "previous", text(previous.hex()));
        line(out, "actor", text(stamp.actor()));
        line(out, "reason", text(stamp.reason()));
        line(out, "time", NodeFactory.createLiteralDT(at.toString(), XSDDatatype.XSDdateTime));
        stamp.expected().ifPresent(expected -> line(out, "expected", number(expected)));
        line(out, "removed", number(removed));
        line(out, "added", number(added));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws RuntimeException if it is anything else
     */
    static Header read(byte[] text) {
        var patch = RDFPatchReaderText.readerHeader(new ByteArrayInputStream(text));
        var expected = patch.get("expected");
        return new Header(
                UUID.fromString(node(patch, "id").getURI().substring("urn:uuid:".length())),
                Long.parseLong(words(patch, "revision")),
                new Hash(HexFormat.of().parseHex(words(patch, "previous"))),
                new Stamp(
                        words(patch, "actor"),
                        words(patch, "reason"),
                        expected == null
                                ? OptionalLong.empty()
                                : OptionalLong.of(Long.parseLong(expected.getLiteralLexicalForm()))),
                Instant.parse(words(patch, "time")),
                Long.parseLong(words(patch, "removed")),
                Long.parseLong(words(patch, "added")));
    }

    private static Node node(PatchHeader patch, String field) {
        var value = patch.get(field);
        if (value == null) {
            throw new IllegalArgumentException("the header has no " + field);
        }
        return value;
    }

    private static String words(PatchHeader patch, String field) {
        return node(patch, field).getLiteralLexicalForm();
    }

    private static void line(StringWriter out, String field, Node value) {
        out.append("H ")
                .append(field)
                .append(' ')
                .append(PatchLines.spell(value))
                .append(" .\n");
    }

    private static Node number(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }

    private static Node text(String words) {
        return NodeFactory.createLiteralString(words);
    }
}
