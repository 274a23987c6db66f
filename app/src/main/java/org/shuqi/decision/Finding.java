package org.shuqi.decision;

import java.util.List;

/**
 * One step of the reasoning, not yet put into words.
 *
 * @param because the kind of reason
 * @param rule IRI of the norm, grant, entry or law that says so
 * @param about IRIs (or plain words) that its sentence speaks of, in order
 * @param bases legal bases beyond the built-in ones, IRIs
 */
record Finding(Because because, String rule, List<String> about, List<String> bases) {

    static Finding of(Because because, String rule, String... about) {
        return new Finding(because, rule, List.of(about), List.of());
    }
}
