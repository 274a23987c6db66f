package org.shuqi.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shuqi.journal.JournalCheck;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.proof.LogCheck;
import org.shuqi.proof.ProofText;
import org.shuqi.proof.SignedCheckpoint;
import org.shuqi.proof.Verdict;
import org.shuqi.proof.VerifierKey;
import org.shuqi.receipt.ReceiptNote;
import org.shuqi.record.JsonTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a log file, or a proof made from one, with the public key and checkpoints only; opens no registry. */
@Command(name = "verify")
final class AuditVerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "LOG", arity = "0..1", descriptionKey = "audit.log")
    private Path log = Path.of("data/changes.log");

    @Option(names = "--key", paramLabel = "KEY|FILE", descriptionKey = "audit.key")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--checkpoint", paramLabel = "FILE", descriptionKey = "audit.checkpoint")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(names = "--proof", paramLabel = "FILE", descriptionKey = "audit.proof")
    private @Nullable Path proof;

    @Option(names = "--receipt", paramLabel = "FILE", descriptionKey = "audit.receipt")
    private @Nullable Path receipt;

    @Option(names = "--journal", paramLabel = "DIR", descriptionKey = "audit.journal")
    private @Nullable Path journal;

    private final Terminal terminal;

    AuditVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var believed = believed(keys);
        if (receipt != null) {
            return receipt(receipt, believed);
        }
        var signed = new ArrayList<SignedCheckpoint>();
        for (var file : checkpoints) {
            var found = SignedCheckpoint.in(read(file));
            if (found.isEmpty()) {
                throw Refusal.of(Kind.UNUSABLE, "`%s` 中没有检查点", "there is no checkpoint in `%s`", file);
            }
            signed.addAll(found);
        }
        if (journal != null) {
            return journal(journal, signed, believed);
        }
        return proof == null ? log(signed, believed) : proof(proof, signed, believed);
    }

    /** The keys that are words, and those in files. */
    static List<VerifierKey> believed(List<String> words) throws IOException {
        var believed = new ArrayList<VerifierKey>();
        for (var key : words) {
            var found = VerifierKey.in(key.contains("+") ? key : read(Path.of(key)));
            if (found.isEmpty()) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "`%s` 中没有公钥；公钥形如 名称+8位标识+Base64",
                        "there is no public key in `%s`; one looks like name+8 hexadecimal digits+base64",
                        key);
            }
            believed.addAll(found);
        }
        return believed;
    }

    private int journal(Path folder, List<SignedCheckpoint> signed, List<VerifierKey> believed) {
        if (!Files.isDirectory(folder)) {
            throw Refusal.of(Kind.UNUSABLE, "没有文件夹 `%s`", "there is no folder `%s`", folder);
        }
        return told(JournalCheck.of(folder, signed, believed), signed.isEmpty());
    }

    private int log(List<SignedCheckpoint> signed, List<VerifierKey> believed) throws IOException {
        requireFile(log);
        return told(LogCheck.of(log, signed, believed), signed.isEmpty());
    }

    private int told(Verdict verdict, boolean unsigned) {
        verdict.faults().forEach(fault -> terminal.print("✗ " + fault.what().in(terminal.language())));
        summary(verdict, unsigned);
        return verdict.isSound() ? Exit.FINE : Exit.NO;
    }

    private void summary(Verdict verdict, boolean unsigned) {
        var what = journal == null ? new Text("日志", "log") : new Text("台账", "journal");
        terminal.say(
                verdict.isSound()
                        ? Text.of(
                                what.zh() + "完好：%d 条，根 %s",
                                "the " + what.en() + " is sound: %d entries, root %s",
                                verdict.size(),
                                verdict.root())
                        : Text.of(
                                what.zh() + "有 %d 处问题",
                                "the " + what.en() + " has %d faults",
                                verdict.faults().size()));
        terminal.say(
                unsigned
                        ? Text.of(
                                "未给检查点：只核对了它自身，看不出末尾被截去或整体改写",
                                "no checkpoint was given: it was only checked against itself, which does not show that its end was cut off or that it was written anew")
                        : Text.of(
                                "与检查点一致到第 %d 条；其后 %d 条未经检查点证明",
                                "it is what was signed up to entry %d; %d entries behind that no checkpoint proves",
                                verdict.agreed(),
                                Math.max(0, verdict.size() - verdict.agreed())));
    }

    private int proof(Path file, List<SignedCheckpoint> signed, List<VerifierKey> believed) throws IOException {
        var held = signed.stream()
                .filter(each -> each.note().signer(believed).isPresent())
                .map(SignedCheckpoint::checkpoint)
                .toList();
        var holds = ProofText.read(read(file))
                .orElseThrow(() -> Refusal.of(Kind.UNUSABLE, "`%s` 不是证明", "`%s` is no proof", file))
                .holds(held);
        terminal.say(
                holds
                        ? Text.of("证明成立", "the proof holds")
                        : Text.of(
                                "证明不成立，或所给检查点与公钥不足以证实它",
                                "the proof does not hold, or the checkpoints and keys given do not bear it out"));
        return holds ? Exit.FINE : Exit.NO;
    }

    /** The file is the receipt as JSON, as {@code /api/v1/receipts/{id}} gives it. */
    private int receipt(Path file, List<VerifierKey> believed) throws IOException {
        requireFile(file);
        var form = JsonTree.of(Files.readAllBytes(file));
        var tree = form.has("receipt") ? form.path("receipt") : form;
        var signer = ReceiptNote.signer(
                tree.path("signedNote").asText(),
                tree.path("question").asText(),
                tree.path("answer").asText(),
                believed);
        terminal.say(
                signer.map(key -> Text.of(
                                "回执有效：问题与回答正是 %s 所签",
                                "the receipt holds: question and answer are what %s signed", key.name()))
                        .orElseGet(
                                () -> Text.of(
                                        "回执无效：没有所给公钥的签名，或问题、回答被改动",
                                        "the receipt does not hold: it has no signature of the keys given, or question or answer were changed")));
        return signer.isPresent() ? Exit.FINE : Exit.NO;
    }

    static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Refusal.of(Kind.UNUSABLE, "没有文件 `%s`", "there is no file `%s`", file);
        }
    }

    private static String read(Path file) throws IOException {
        requireFile(file);
        // what is no UTF-8 holds neither key nor checkpoint, and is told as such
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
