package org.shuqi.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.shuqi.fuzz.Fuzzed;

/** Forms and addresses as browsers send them. */
public final class FormsFuzz {

    private FormsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        Fuzzed.mayRefuse(() -> {
            var posted = Posted.read(text);
            posted.names().forEach(name -> posted.find(name)
                    .or(() -> posted.all(name).stream().findFirst()));
        });
        var asked = text.replaceAll("[^\\x21-\\x7E]", "").replaceAll("[\"<>\\\\^`{|}#]", "%");
        try {
            var uri = new URI("/search?" + asked);
            Fuzzed.mayRefuse(() -> {
                var address = Address.of(uri).with("group", "b").and("at", "2026");
                // what is written in a link leads to the same address
                if (!Address.of(new URI(address.toString())).equals(address)) {
                    throw new AssertionError(address.toString());
                }
            });
        } catch (java.net.URISyntaxException noAddress) {
            // then no page is asked
        }
    }
}
