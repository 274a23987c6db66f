package org.shuqi.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks axe whether everybody can use what the page shows: WCAG 2.0 to 2.2, levels A and AA. */
final class Axe {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = source();
    private static final String RUN =
            """
            axe.run(document, {
              runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
              resultTypes: ['violations']
            }).then(results => JSON.stringify(results.violations.map(broken => ({
              rule: broken.id, help: broken.help,
              nodes: broken.nodes.map(node => node.target.join(' ') + ' ' + node.html.slice(0, 160) + ' — '
                + node.any.concat(node.all, node.none).map(check => check.message).join('; '))
            }))))
            """;

    private Axe() {}

    /** What is wrong, one line a rule and place; empty if nothing is. */
    static List<String> faults(Page page) {
        if (!(Boolean) page.evaluate("() => typeof axe === 'object'")) {
            page.evaluate(SOURCE + "\n;undefined");
        }
        try {
            var faults = new ArrayList<String>();
            for (var broken : JSON.readTree((String) page.evaluate(RUN))) {
                for (var node : broken.path("nodes")) {
                    faults.add("axe " + broken.path("rule").asText() + ": "
                            + broken.path("help").asText() + " at " + text(node));
                }
            }
            return faults;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(JsonNode node) {
        return node.asText().replaceAll("\\s+", " ");
    }

    private static String source() {
        try (var stream = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
