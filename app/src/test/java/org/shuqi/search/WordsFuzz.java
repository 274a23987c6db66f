package org.shuqi.search;

import java.nio.charset.StandardCharsets;
import org.shuqi.fuzz.Fuzzed;

/** What people type into the search box: cut into words, and made a query of. */
public final class WordsFuzz {

    private WordsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        Fuzzed.mayRefuse(() -> {
            var wanted = Wanted.overview(text, 5);
            Queries.strict(wanted.text());
            Queries.loose(wanted.text());
            Words.tokens(text);
        });
    }
}
