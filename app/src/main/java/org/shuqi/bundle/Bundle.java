package org.shuqi.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.Note;
import org.shuqi.proof.VerifierKey;
import org.shuqi.record.JsonTree;
import org.shuqi.time.Instants;

/** A bundle that is what its registry signed. It answers as the registry did, or says that it cannot; it never guesses. */
public final class Bundle {

    private final BundleHead head;
    private final List<JsonNode> rows;

    private Bundle(BundleHead head, List<JsonNode> rows) {
        this.head = head;
        this.rows = rows;
    }

    /**
     * Reads a bundle and checks every byte of it.
     *
     * @param believed public keys of the registry
     * @throws Refusal INVALID if it is no bundle, if none of the keys signed it, or if anything in it was changed
     */
    public static Bundle read(Path file, Collection<VerifierKey> believed) throws IOException {
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        var end = text.indexOf("\n\n", text.indexOf("\n\n") + 1);
        if (end < 0) {
            throw noBundle(file);
        }
        var head = Note.read(text.substring(0, end + 1))
                .filter(note -> note.signer(believed).isPresent())
                .flatMap(note -> BundleHead.read(note.text()))
                .orElseThrow(() -> noBundle(file));
        var content = text.substring(end + 2);
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        if (!HexFormat.of().formatHex(Bundles.sha256().digest(bytes)).equals(head.content())) {
            throw noBundle(file);
        }
        return new Bundle(
                head,
                content.lines()
                        .map(line -> JsonTree.of(line.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    private static Refusal noBundle(Path file) {
        return Refusal.of(
                Kind.INVALID,
                "`%s` 不是所给公钥签发的离线许可包，或者已被改动；请重新获取",
                "`%s` is no bundle signed with the keys given, or it was changed; fetch it anew",
                file);
    }

    /**
     * The registry's answer: {@code outcome}, {@code stage}, {@code items}, {@code permitted}, {@code duties}, {@code
     * grants}, {@code validUntil}, {@code revision} as over HTTP, and when the bundle ends under {@code bundleUntil}. What is
     * asked about some items only has the duties and grants of all of them.
     *
     * @param zone where a plain date begins
     * @param clock what "now" is
     * @throws Refusal LIMIT if the bundle does not hold the answer: ask the registry, or fetch another; UNUSABLE if a part of
     *     the question makes no sense
     */
    public ObjectNode answer(QuestionForm form, ZoneId zone, Clock clock) {
        plain(form);
        if (!Named.is(head.recipient(), head.recipientCodes(), form.recipient().strip())) {
            throw notHere("recipient", form.recipient());
        }
        var row = row(form.dataset().strip());
        var answer = answer(row, purpose(form), form.method().orElse("query").strip());
        var at = at(form, zone, clock);
        var until = answer.has("validUntil")
                ? Instant.parse(answer.path("validUntil").asText())
                : Instant.MAX;
        if (at.isBefore(head.from()) || !at.isBefore(head.until()) || !at.isBefore(until)) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "离线许可包只能回答 %s 到 %s 之间的问题；请重新获取或者询问登记库",
                    "the bundle answers for %s to %s; fetch it anew, or ask the registry",
                    head.from(),
                    until.isBefore(head.until()) ? until : head.until());
        }
        return said(answer, form.items());
    }

    /** Only what a recipient asks for itself, with what every question has. */
    private void plain(QuestionForm form) {
        form.action().filter(action -> !action.equals("receive")).ifPresent(action -> {
            throw notHere("action", action);
        });
        form.thirdParty().ifPresent(value -> {
            throw notHere("thirdParty", value);
        });
        form.destination().ifPresent(value -> {
            throw notHere("destination", value);
        });
        form.provider().ifPresent(value -> {
            throw notHere("provider", value);
        });
        form.region().ifPresent(value -> {
            throw notHere("region", value);
        });
        if (form.knownAt().isPresent() && form.knownAt().getAsLong() != head.revision()) {
            throw notHere("knownAt", Long.toString(form.knownAt().getAsLong()));
        }
    }

    private JsonNode row(String word) {
        var named = rows.stream()
                .filter(row -> Named.is(row.path("dataset").asText(), word))
                .findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        var coded = rows.stream()
                .filter(row -> BundleHead.texts(row.path("codes")).contains(word))
                .toList();
        if (coded.size() > 1) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "代码 `%s` 对应多条记录；请改用 IRI",
                    "the code `%s` stands for several records; give the IRI",
                    word);
        }
        return coded.stream().findFirst().orElseThrow(() -> notHere("dataset", word));
    }

    private int purpose(QuestionForm form) {
        var word = form.purpose().orElse("").strip();
        for (var place = 0; place < head.purposes().size(); place++) {
            if (Named.is(head.purposes().get(place), word)) {
                return place;
            }
        }
        throw notHere("purpose", word);
    }

    private static JsonNode answer(JsonNode row, int purpose, String method) {
        for (var answer : row.path("answers")) {
            for (var place : answer.path("for").path(method)) {
                if (place.asInt() == purpose) {
                    return answer;
                }
            }
        }
        throw notHere("method", method);
    }

    private static Instant at(QuestionForm form, ZoneId zone, Clock clock) {
        return form.at()
                .map(word -> Instants.parse(word.strip(), zone).orElseThrow(() -> notHere("at", word)))
                .orElseGet(clock::instant);
    }

    private ObjectNode said(JsonNode answer, List<String> wanted) {
        var items = new ArrayList<JsonNode>();
        for (var word : wanted) {
            items.add(item(answer, word.strip()).orElseThrow(() -> notHere("items", word)));
        }
        var form = (ObjectNode) answer.deepCopy();
        form.remove("for");
        if (!items.isEmpty()) {
            var worst = items.stream().reduce(Bundle::lessFavourable).orElseThrow();
            form.set("outcome", worst.path("outcome"));
            form.set("stage", worst.path("stage"));
            form.putArray("items").addAll(items);
            form.putArray("permitted")
                    .addAll(items.stream()
                            .filter(item -> outcome(item) == Outcome.PERMIT)
                            .map(item -> item.path("item"))
                            .toList());
        }
        form.put("revision", head.revision());
        form.put("bundleUntil", head.until().toString());
        return form;
    }

    private static Optional<JsonNode> item(JsonNode answer, String word) {
        for (var item : answer.path("items")) {
            if (Named.is(item.path("item").asText(), word)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /** As the rule has it: the worse outcome stands for both, of the same that of the earlier stage. */
    private static JsonNode lessFavourable(JsonNode one, JsonNode other) {
        var order = outcome(other).compareTo(outcome(one));
        return order > 0 || (order == 0 && stage(other) < stage(one)) ? other : one;
    }

    private static Outcome outcome(JsonNode item) {
        return Outcome.valueOf(item.path("outcome").asText().replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static int stage(JsonNode item) {
        return Integer.parseInt(item.path("stage").asText().replaceAll("\\D", ""));
    }

    private static Refusal notHere(String part, String value) {
        return Refusal.of(
                Kind.LIMIT,
                "离线许可包不含 `%s` 为 `%s` 的回答；请询问登记库，或者获取包含它的包",
                "the bundle holds no answer with `%s` `%s`; ask the registry, or fetch a bundle that has it",
                part,
                value);
    }
}
