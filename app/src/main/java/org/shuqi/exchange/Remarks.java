package org.shuqi.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.shuqi.record.JsonTree;

/** Lines that a document says about itself without stating anything of what it is about. */
final class Remarks {

    private final List<String> lines;

    Remarks(List<String> lines) {
        this.lines =
                lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", " ")).toList();
    }

    /** At the top of a syntax with lines. */
    void above(OutputStream out) throws IOException {
        for (var line : lines) {
            out.write(("# " + line + "\n").getBytes(UTF_8));
        }
    }

    /**
     * In a document that is there as a whole: of RDF/XML in a comment behind the root, of JSON-LD under a name that means
     * nothing to it and that its processors therefore leave out.
     */
    void within(String document, Lang lang, OutputStream out) throws IOException {
        var isXml = lang.equals(Lang.RDFXML);
        var isJson = document.startsWith("{") && !document.substring(1).isBlank();
        if (lines.isEmpty() || !(isXml || isJson)) {
            out.write(document.getBytes(UTF_8));
        } else if (isXml) {
            out.write(document.getBytes(UTF_8));
            out.write(("<!--\n" + String.join("\n", lines).replace("--", "- -") + "\n-->\n").getBytes(UTF_8));
        } else {
            var said = JsonTree.object();
            lines.forEach(said.putArray("export")::add);
            var member = new String(JsonTree.bytes(said), UTF_8);
            var rest = document.substring(1);
            out.write((member.substring(0, member.length() - 1) + (rest.strip().equals("}") ? "" : ",") + rest)
                    .getBytes(UTF_8));
        }
    }
}
