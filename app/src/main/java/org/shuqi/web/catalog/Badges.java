package org.shuqi.web.catalog;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.shuqi.web.Badge;
import org.shuqi.web.Badge.Tone;
import org.shuqi.web.Said;

/** Which states are good news. */
final class Badges {

    private static final Map<String, Tone> TONES = Map.of(
            "sharing-attribute/unconditional", Tone.GOOD,
            "sharing-attribute/conditional", Tone.WARN,
            "sharing-attribute/not-shared", Tone.BAD,
            "entry-status/published", Tone.GOOD,
            "entry-status/withdrawn", Tone.BAD,
            "entry-status/returned", Tone.WARN);

    private Badges() {}

    static Badge of(Node code, Said said) {
        var iri = code.toString();
        var cut = iri.lastIndexOf('/', iri.lastIndexOf('/') - 1);
        return new Badge(TONES.getOrDefault(iri.substring(cut + 1), Tone.PLAIN), said);
    }
}
