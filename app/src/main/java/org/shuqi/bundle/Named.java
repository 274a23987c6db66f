package org.shuqi.bundle;

import java.util.List;

/** What counts as a name of something: its IRI, the last segment of it, or a code. */
final class Named {

    private Named() {}

    static boolean is(String iri, String word) {
        return iri.equals(word) || (!word.isEmpty() && iri.endsWith("/" + word));
    }

    static boolean is(String iri, List<String> codes, String word) {
        return is(iri, word) || codes.contains(word);
    }
}
