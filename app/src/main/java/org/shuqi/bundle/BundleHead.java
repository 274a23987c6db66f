package org.shuqi.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.shuqi.record.JsonTree;

/**
 * What a bundle says about itself, one line of JSON: the text that is signed.
 *
 * @param recipient IRI of whom the answers are for
 * @param recipientCodes what else the recipient is called: credit code and the like
 * @param purposes IRIs of the purposes; answers name them by their place here
 * @param revision the revision that answered
 * @param logHash what seals the log up to that revision
 * @param from the instant that was asked about, from when on it may be used
 * @param until when it may no longer be used
 * @param datasets how many lines follow, one for each dataset
 * @param content SHA-256 of the lines that follow, each with its line feed, in hexadecimal
 */
record BundleHead(
        String recipient,
        List<String> recipientCodes,
        List<String> purposes,
        long revision,
        String logHash,
        Instant from,
        Instant until,
        int datasets,
        String content) {

    private static final String FORMAT = "shuqi-bundle/1";

    BundleHead {
        recipientCodes = List.copyOf(recipientCodes);
        purposes = List.copyOf(purposes);
    }

    /** The line, with its line feed. */
    String text() {
        var form = new LinkedHashMap<String, Object>();
        form.put("format", FORMAT);
        form.put("recipient", recipient);
        form.put("recipientCodes", recipientCodes);
        form.put("purposes", purposes);
        form.put("revision", revision);
        form.put("logHash", logHash);
        form.put("from", from.toString());
        form.put("until", until.toString());
        form.put("datasets", datasets);
        form.put("content", content);
        return new String(JsonTree.bytes(form), StandardCharsets.UTF_8) + "\n";
    }

    /** Reads the line; nothing if it is not that of a bundle as this program writes them. */
    static Optional<BundleHead> read(String text) {
        var tree = JsonTree.of(text.getBytes(StandardCharsets.UTF_8));
        if (!tree.path("format").asText().equals(FORMAT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BundleHead(
                    tree.path("recipient").asText(),
                    texts(tree.path("recipientCodes")),
                    texts(tree.path("purposes")),
                    tree.path("revision").asLong(),
                    tree.path("logHash").asText(),
                    Instant.parse(tree.path("from").asText()),
                    Instant.parse(tree.path("until").asText()),
                    tree.path("datasets").asInt(),
                    tree.path("content").asText()));
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }

    static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
