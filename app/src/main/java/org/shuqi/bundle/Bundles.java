package org.shuqi.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.QuestionForm;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.SigningKeys;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Adms;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Makes bundles: asks the engine every question that a bundle is to answer, and signs what it says. */
public final class Bundles {

    /** How many questions one bundle may ask: some ten seconds of one core. */
    static final int MOST = 200_000;

    private static final List<String> METHODS = List.of("verify", "query", "batch", "file");
    private static final byte LINE_FEED = '\n';

    private final Store store;
    private final Records records;
    private final Decisions decisions;
    private final SigningKeys keys;
    private final Clock clock;

    /**
     * Over what one caller may see and ask about.
     *
     * @param store what seals the log
     * @param decisions cut likewise
     * @param keys with which the registry signs
     */
    public Bundles(Store store, Records records, Decisions decisions, SigningKeys keys, Clock clock) {
        this.store = store;
        this.records = records;
        this.decisions = decisions;
        this.keys = keys;
        this.clock = clock;
    }

    /** What one bundle asks, all of it looked up. */
    private record Plan(Snapshot now, Node recipient, List<Node> datasets, List<Node> purposes, Locale language) {}

    /**
     * Writes a bundle.
     *
     * @param now the revision that is asked, cut to what the caller may read
     * @param language of the texts of duties
     * @throws Refusal UNKNOWN if recipient, dataset or purpose is not there; FORBIDDEN if the caller may not ask about the
     *     recipient; LIMIT if it would be too many questions; UNUSABLE for a bundle that would last too long or no time
     */
    public void write(Snapshot now, BundleScope scope, Locale language, OutputStream out) {
        if (scope.lasting().compareTo(Duration.ofMinutes(1)) < 0
                || scope.lasting().compareTo(BundleScope.LONGEST) > 0) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "离线许可包的有效期须在 1 分钟到 %d 天之间",
                    "a bundle lasts from one minute to %d days",
                    BundleScope.LONGEST.toDays());
        }
        var recipient =
                records.read(RecordKind.ORGANIZATIONS, scope.recipient()).iri();
        var plan = new Plan(now, recipient, datasets(now, scope), purposes(now, scope), language);
        var many = (long) plan.datasets().size() * plan.purposes().size() * METHODS.size();
        if (many > MOST) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "共 %d 个问题，一个离线许可包最多 %d 个；请用 `dataset` 或 `purpose` 缩小范围",
                    "that is %d questions, and a bundle answers at most %d; name datasets with `dataset` or purposes with `purpose`",
                    many,
                    MOST);
        }
        write(plan, scope.lasting(), out);
    }

    private void write(Plan plan, Duration lasting, OutputStream out) {
        var from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            var spool = Files.createTempFile("shuqi-", ".bundle");
            try {
                var content = rows(plan, from, spool);
                var head = new BundleHead(
                        plan.recipient().getURI(),
                        codes(plan.now(), plan.recipient()),
                        plan.purposes().stream().map(Node::getURI).toList(),
                        plan.now().revision(),
                        store.seal(plan.now().revision()),
                        from,
                        from.plus(lasting),
                        plan.datasets().size(),
                        content);
                out.write(keys.sign(head.text()).spell().getBytes(StandardCharsets.UTF_8));
                out.write(LINE_FEED);
                Files.copy(spool, out);
            } finally {
                Files.deleteIfExists(spool);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line for each dataset, and returns the hash of all. */
    private String rows(Plan plan, Instant from, Path spool) throws IOException {
        try (var rows = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(spool)), sha256())) {
            for (var dataset : plan.datasets()) {
                rows.write(JsonTree.bytes(row(plan, dataset, from).tree()));
                rows.write(LINE_FEED);
            }
            return HexFormat.of().formatHex(rows.getMessageDigest().digest());
        }
    }

    private BundleRow row(Plan plan, Node dataset, Instant from) {
        var row = new BundleRow(dataset.getURI(), codes(plan.now(), dataset));
        for (var method : METHODS) {
            for (var purpose = 0; purpose < plan.purposes().size(); purpose++) {
                var asked = question(plan, dataset, purpose, method, from);
                row.add(purpose, method, decisions.answer(asked), plan.language());
            }
        }
        return row;
    }

    private static QuestionForm question(Plan plan, Node dataset, int purpose, String method, Instant from) {
        return new QuestionForm(
                plan.recipient().getURI(),
                dataset.getURI(),
                List.of(),
                Optional.of(plan.purposes().get(purpose).getURI()),
                Optional.of(method),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(from.toString()),
                OptionalLong.of(plan.now().revision()));
    }

    private List<Node> datasets(Snapshot now, BundleScope scope) {
        if (!scope.datasets().isEmpty()) {
            return scope.datasets().stream()
                    .map(name -> records.read(RecordKind.DATASETS, name).iri())
                    .distinct()
                    .toList();
        }
        return now.union().stream(Node.ANY, Rdf.type, Dcat.Dataset)
                .map(each -> each.getSubject())
                .filter(Node::isURI)
                .distinct()
                .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                .toList();
    }

    private static List<Node> purposes(Snapshot now, BundleScope scope) {
        var all = now.union().stream(Node.ANY, Skos.inScheme, Sq.scheme("purpose"))
                .map(each -> each.getSubject())
                .filter(Node::isURI)
                .distinct()
                .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                .toList();
        if (scope.purposes().isEmpty()) {
            return all;
        }
        var chosen = new ArrayList<Node>();
        for (var word : scope.purposes()) {
            chosen.add(all.stream()
                    .filter(each -> Named.is(each.getURI(), word))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(
                            Kind.UNKNOWN, "没有用途 `%s`；请核对用途代码", "no purpose `%s`; check the list of purposes", word)));
        }
        return chosen.stream().distinct().toList();
    }

    private static List<String> codes(Snapshot now, Node what) {
        return Stream.of(Org.identifier, Dct.identifier, Adms.identifier)
                .flatMap(property -> now.union().stream(what, property, Node.ANY))
                .map(each -> each.getObject())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .sorted()
                .toList();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
