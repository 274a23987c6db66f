package org.shuqi.standard;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.fuzz.Fuzzed;
import org.shuqi.gate.Gate;
import org.shuqi.vocabulary.Proposing;
import org.shuqi.vocabulary.Sq;

/** What proposals would have of words and shapes, in the Turtle that people write, and shapes that would be put in force. */
public final class EditsFuzz {

    private EditsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        Fuzzed.mayRefuse(() -> {
            var read = Wording.parse(text);
            if (!Wording.same(read, Wording.parse(Wording.write(read)))) {
                throw new AssertionError("what is written is not what was read");
            }
        });
        Fuzzed.mayRefuse(() -> {
            var said = GraphFactory.createDefaultGraph();
            var edit = NodeFactory.createURI("urn:x-drawn:edit");
            said.add(edit, Sq.about, NodeFactory.createURI("https://w3id.org/shuqi/ns#drawn"));
            said.add(edit, Proposing.formerText, NodeFactory.createLiteralString(""));
            said.add(edit, Proposing.proposedText, NodeFactory.createLiteralString(text));
            TermEdit.read(said, edit).ifPresent(TermEdit::isIdle);
        });
        Fuzzed.mayRefuse(() -> Gate.of(Wording.parse(text)));
    }
}
