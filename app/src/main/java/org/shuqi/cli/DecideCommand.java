package org.shuqi.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.shuqi.access.Caller;
import org.shuqi.bundle.Bundle;
import org.shuqi.decision.AnswerForm;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.receipt.Receipts;
import org.shuqi.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the one question. */
@Command(name = "decide")
final class DecideCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Option(names = "--recipient", paramLabel = "ORG", descriptionKey = "recipient", required = true)
    private String recipient = "";

    @Option(names = "--dataset", paramLabel = "DATASET", descriptionKey = "dataset", required = true)
    private String dataset = "";

    @Option(names = "--items", paramLabel = "ITEM", split = ",", descriptionKey = "items")
    private List<String> items = new ArrayList<>();

    @Option(names = "--purpose", paramLabel = "PURPOSE", descriptionKey = "purpose")
    private Optional<String> purpose = Optional.empty();

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "method")
    private Optional<String> method = Optional.empty();

    @Option(names = "--action", paramLabel = "ACTION", descriptionKey = "action")
    private Optional<String> action = Optional.empty();

    @Option(names = "--third-party", paramLabel = "ORG", descriptionKey = "thirdParty")
    private Optional<String> thirdParty = Optional.empty();

    @Option(names = "--destination", paramLabel = "COUNTRY", descriptionKey = "destination")
    private Optional<String> destination = Optional.empty();

    @Option(names = "--provider", paramLabel = "ORG", descriptionKey = "provider")
    private Optional<String> provider = Optional.empty();

    @Option(names = "--region", paramLabel = "DIVISION", descriptionKey = "region")
    private Optional<String> region = Optional.empty();

    @Option(names = "--at", paramLabel = "INSTANT", descriptionKey = "at")
    private Optional<String> at = Optional.empty();

    @Option(names = "--known-at", paramLabel = "N", descriptionKey = "knownAt")
    private Optional<Long> knownAt = Optional.empty();

    @Option(names = "--receipt", descriptionKey = "receipt")
    private boolean receipt;

    @Option(names = "--bundle", paramLabel = "FILE", descriptionKey = "bundle")
    private Optional<Path> bundle = Optional.empty();

    @Option(names = "--registry-key", paramLabel = "KEY|FILE", descriptionKey = "registryKey")
    private List<String> registryKeys = new ArrayList<>();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final Server server = new Server();

    private final Terminal terminal;

    DecideCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var answer = bundle.isPresent()
                ? fromBundle(bundle.get())
                : server.url().map(this::ask).orElseGet(this::decide);
        if (json) {
            terminal.print(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } else {
            new AnswerPage(terminal).show(answer);
        }
        return Outcome.PERMIT.code().equals(answer.get("outcome")) ? Exit.FINE : Exit.NO;
    }

    /** Asks a signed bundle instead of a registry. */
    private Map<String, Object> fromBundle(Path file) throws IOException {
        if (receipt || server.url().isPresent() || registryKeys.isEmpty()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`--bundle` 须与 `--registry-key` 合用，且不能与 `--server`、`--receipt` 合用；公钥见 `shuqi audit keys`",
                    "`--bundle` needs `--registry-key`, and goes with neither `--server` nor `--receipt`; `shuqi audit keys` prints the key");
        }
        AuditVerifyCommand.requireFile(file);
        var answer = Bundle.read(file, AuditVerifyCommand.believed(registryKeys))
                .answer(form(), place.zone, Clock.systemUTC());
        return new ObjectMapper().convertValue(answer, new TypeReference<>() {});
    }

    private Map<String, Object> decide() {
        try (var registry = place.openExisting()) {
            if (!receipt) {
                return AnswerForm.of(registry.decisions().answer(form()), terminal.language());
            }
            var kept = receipts(registry).keep(form(), Caller.operator(), "decide --receipt");
            return withReceipt(
                    AnswerForm.of(kept.answer(), terminal.language()),
                    kept.record().iri().getURI());
        }
    }

    static Receipts receipts(Registry registry) {
        var settings = registry.settings();
        return Receipts.over(
                        registry.store(),
                        registry.changes(),
                        registry.records(),
                        registry.decisions(),
                        settings.zone(),
                        settings.clock())
                .signedWith(registry.checkpoints(Optional.empty()).keys());
    }

    private Map<String, Object> ask(URI url) {
        if (!receipt) {
            return server.decide(url, form(), terminal.language());
        }
        var kept = server.keep(url, form(), terminal.language());
        return withReceipt(
                Server.part(kept, "answer"),
                String.valueOf(Server.part(kept, "receipt").get("id")));
    }

    /** The answer, and under {@code receipt} the IRI of what was kept. */
    private static Map<String, Object> withReceipt(Map<String, Object> answer, String iri) {
        var form = new LinkedHashMap<>(answer);
        form.put("receipt", iri);
        return form;
    }

    private QuestionForm form() {
        return new QuestionForm(
                recipient,
                dataset,
                items,
                purpose,
                method,
                action,
                thirdParty,
                destination,
                provider,
                region,
                at,
                knownAt.map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }
}
