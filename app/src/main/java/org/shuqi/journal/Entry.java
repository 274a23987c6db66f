package org.shuqi.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shuqi.record.JsonTree;

/**
 * One line of the journal.
 *
 * @param number from 1, without a gap
 * @param at when
 * @param sort what kind of thing happened
 * @param actor account that did it; the service itself for counts
 * @param person the person behind the account
 * @param reason why, in the words of whoever did it; empty if they gave none
 * @param what the address that was asked for, or what the line is about
 * @param facts what else is known, in the order of the names
 * @param previous seal of the line before; of the first line, no line
 */
public record Entry(
        long number,
        Instant at,
        Sort sort,
        String actor,
        String person,
        String reason,
        String what,
        Map<String, String> facts,
        String previous) {

    public Entry {
        facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** Kinds of lines. */
    public enum Sort {
        /** Data were handed out as a file. */
        EXPORT,
        /** Somebody asked about classified data and they do not flow. */
        DENIED,
        /** How many decisions were made since the line before of this kind, by outcome. */
        COUNTED,
        /** Lines of the journal were disposed of. */
        DISPOSED;

        /** The name in lines and addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The sort of this name. */
        public static Optional<Sort> of(String code) {
            return Arrays.stream(values())
                    .filter(sort -> sort.code().equals(code))
                    .findFirst();
        }
    }

    /** The entry as a tree: what stands in its line. */
    public ObjectNode form() {
        var form = JsonTree.object();
        form.put("number", number);
        form.put("at", at.toString());
        form.put("kind", sort.code());
        form.put("actor", actor);
        form.put("person", person);
        form.put("reason", reason);
        form.put("what", what);
        var about = form.putObject("facts");
        facts.forEach(about::put);
        form.put("previous", previous);
        return form;
    }

    static Entry of(JsonNode form) {
        var facts = new TreeMap<String, String>();
        form.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
        return new Entry(
                form.path("number").asLong(),
                Instant.parse(form.path("at").asText()),
                Sort.of(form.path("kind").asText()).orElseThrow(),
                form.path("actor").asText(),
                form.path("person").asText(),
                form.path("reason").asText(),
                form.path("what").asText(),
                facts,
                form.path("previous").asText());
    }
}
