package org.shuqi.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A proof as it was handed over, as JSON: one of the two.
 *
 * @param inclusion of an entry
 * @param consistency of two sizes
 */
public record ProofText(Optional<Inclusion> inclusion, Optional<Consistency> consistency) {

    /** Reads what {@link Inclusion#form} or {@link Consistency#form} wrote; nothing if it is neither. */
    public static Optional<ProofText> read(String json) {
        try {
            var form = new ObjectMapper().readTree(json);
            return switch (form.path("proof").asText()) {
                case "inclusion" -> Optional.of(new ProofText(Optional.of(inclusion(form)), Optional.empty()));
                case "consistency" -> Optional.of(new ProofText(Optional.empty(), Optional.of(consistency(form))));
                default -> Optional.empty();
            };
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /** Whether it holds, and its roots are among those that were signed. */
    public boolean holds(List<Checkpoint> signed) {
        return inclusion.map(proof -> signed.stream().anyMatch(proof::holds)).orElse(false)
                || consistency
                        .map(proof -> signed.stream()
                                .anyMatch(first -> signed.stream().anyMatch(second -> proof.holds(first, second))))
                        .orElse(false);
    }

    private static Inclusion inclusion(JsonNode form) {
        return new Inclusion(
                form.path("revision").asLong(),
                form.path("seal").asText(),
                form.path("size").asLong(),
                form.path("root").asText(),
                path(form));
    }

    private static Consistency consistency(JsonNode form) {
        return new Consistency(
                form.path("from").asLong(),
                form.path("to").asLong(),
                form.path("first").asText(),
                form.path("second").asText(),
                path(form));
    }

    private static List<String> path(JsonNode form) {
        var path = new ArrayList<String>();
        form.path("path").forEach(hash -> path.add(hash.asText()));
        return path;
    }
}
