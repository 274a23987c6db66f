package org.shuqi.cli;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.shuqi.access.Caller;
import org.shuqi.casework.StepForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.proposal.Proposals;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Terms;
import org.shuqi.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a version; the operator says which two people decided it. */
@Command(name = "publish")
final class OntologyPublishCommand implements Callable<Integer> {

    private static final String ROLE = "standards-editor";

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final Edited edited = new Edited();

    @Option(names = "--by", paramLabel = "ORG", descriptionKey = "ontology.by")
    private Optional<String> by = Optional.empty();

    @Option(names = "--proposer", paramLabel = "NAME", descriptionKey = "ontology.proposer")
    private Optional<String> proposer = Optional.empty();

    @Option(names = "--publisher", paramLabel = "NAME", required = true, descriptionKey = "ontology.publisher")
    private String publisher = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "ontology.reason")
    private String reason = "";

    private final Terminal terminal;

    OntologyPublishCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var registry = place.openExisting()) {
            var id = edited.proposal().orElseGet(() -> submitted(registry));
            take(registry, id, "published", publisher);
            terminal.print(registry.standard().current().number());
            terminal.complain(Text.of(
                    "已发布版本 %s（提案 %s）",
                    "version %s is published (proposal %s)",
                    registry.standard().current().number(),
                    id));
            return Exit.FINE;
        }
    }

    /** A working copy made of the files; taken away again if the door refuses what they say. */
    private String submitted(Registry registry) {
        var proposals = Edited.proposals(registry);
        var edits = edited.edits(proposals);
        if (edits.isEmpty()) {
            throw Refusal.of(Kind.UNUSABLE, "文件与现行版本没有不同", "the files say what is in force already");
        }
        var who = proposer.orElseThrow(() -> missing("--proposer"));
        var id = proposals.open(new Text(reason, reason), by.orElseThrow(() -> missing("--by")), Caller.operator());
        try {
            proposals.putAll(id, edits, Caller.operator());
            take(registry, id, "submitted", who);
            return id;
        } catch (Refusal refused) {
            discard(proposals, id);
            throw refused;
        }
    }

    private static void discard(Proposals proposals, String id) {
        if (proposals.read(id).isDraft()) {
            proposals.discard(id, Caller.operator());
        }
    }

    private void take(Registry registry, String id, String to, String person) {
        registry.cases()
                .take(
                        RecordKind.PROPOSALS,
                        id,
                        new StepForm(
                                to,
                                Optional.empty(),
                                Optional.of(reason),
                                Optional.empty(),
                                Optional.of(ROLE),
                                Optional.of(person),
                                Optional.empty(),
                                JsonTree.object()),
                        new Terms(reason, OptionalLong.empty(), false, true, Caller.operator()));
    }

    private static Refusal missing(String option) {
        return Refusal.of(Kind.UNUSABLE, "由文件发布时须给出 %s", "to publish files, give %s", option);
    }
}
