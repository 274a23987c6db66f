package org.shuqi.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proposal.Proposals;
import org.shuqi.registry.Registry;
import org.shuqi.standard.TermEdit;
import org.shuqi.standard.Wording;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to be changed: files, or a working copy. */
final class Edited {

    @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "ontology.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--proposal", paramLabel = "ID", descriptionKey = "ontology.proposal")
    private Optional<String> proposal = Optional.empty();

    /** The number of the working copy, if it is one. */
    Optional<String> proposal() {
        return proposal;
    }

    static Proposals proposals(Registry registry) {
        return new Proposals(registry.store(), registry.records(), registry.standard());
    }

    /**
     * The edits.
     *
     * @throws Refusal UNUSABLE unless it is files or a working copy; MALFORMED with the name of the file
     */
    List<TermEdit> edits(Proposals proposals) {
        if (files.isEmpty() == proposal.isEmpty()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "请给出 Turtle 文件，或者用 --proposal 给出工作副本的编号",
                    "give files in Turtle, or the number of a working copy with --proposal");
        }
        return proposal.map(proposals::edits).orElseGet(() -> proposals.edits(written()));
    }

    private Graph written() {
        var written = GraphFactory.createDefaultGraph();
        for (var file : files) {
            try {
                Wording.parse(Files.readString(file, StandardCharsets.UTF_8))
                        .find()
                        .forEachRemaining(written::add);
            } catch (Refusal malformed) {
                var detail = malformed.problem().detail();
                throw Refusal.of(Kind.MALFORMED, file + "：" + detail.zh(), file + ": " + detail.en());
            } catch (IOException unreadable) {
                throw Refusal.of(
                        Kind.UNUSABLE, "`%s` 无法读取；请核对文件名", "`%s` cannot be read; check the name of the file", file);
            }
        }
        return written;
    }
}
