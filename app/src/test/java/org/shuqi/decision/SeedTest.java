package org.shuqi.decision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.Demo;
import org.shuqi.Release;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.gate.Gate;
import org.shuqi.graph.Delta;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;

/** The demo registry fits on the shipped release, and its questions have the answers that its stories tell. */
class SeedTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Index INDEX = new IndexDerivation(ZONE).build(Release.into(Demo.dataset()), 1);

    static Stream<Demo.Line> lines() {
        return Demo.questions().stream();
    }

    static Stream<Demo.Elsewhere> elsewhere() {
        return Demo.elsewhere().stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theEngineAnswers(Demo.Line line) {
        var answer = ask(line, Optional.empty());

        assertThat(answer.outcome().code() + " " + answer.stage())
                .as(answer.toString())
                .isEqualTo(line.outcome() + " " + line.stage());
    }

    @Test
    void theReferenceAnswersToo() {
        var lines = Demo.questions();

        var said = reference("https://w3id.org/shuqi/profile/national", lines);

        for (int each = 0; each < lines.size(); each++) {
            assertThat(said.get(each))
                    .as(lines.get(each).toString())
                    .isEqualTo(lines.get(each).outcome() + " " + lines.get(each).stage());
        }
    }

    @Test
    void theReferenceKnowsOtherJurisdictionsToo() {
        Demo.elsewhere().stream().collect(groupingBy(Demo.Elsewhere::profile)).forEach((profile, asked) -> assertThat(
                        reference(
                                profile,
                                asked.stream().map(Demo.Elsewhere::line).toList()))
                .as(profile)
                .isEqualTo(asked.stream()
                        .map(one -> one.outcome() + " " + one.stage())
                        .toList()));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void otherJurisdictionsAnswerOtherwise(Demo.Elsewhere elsewhere) {
        var answer = ask(elsewhere.line(), Optional.of(elsewhere.profile()));

        assertThat(answer.outcome().code() + " " + answer.stage())
                .isEqualTo(elsewhere.outcome() + " " + elsewhere.stage());
    }

    @Test
    void everyScenarioHasQuestionsAndEveryOutcomeOccurs() {
        var questions = Demo.questions();

        assertThat(questions).hasSizeGreaterThan(90);
        assertThat(questions.stream().map(Demo.Line::id)).doesNotHaveDuplicates();
        for (int scenario = 1; scenario <= 31; scenario++) {
            var two = "%02d".formatted(scenario);
            assertThat(questions.stream().filter(line -> line.scenario().equals(two)))
                    .as("scenario " + two)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
        assertThat(questions.stream().map(Demo.Line::outcome))
                .contains(Stream.of(Outcome.values()).map(Outcome::code).toArray(String[]::new));
    }

    @Test
    void everyQuestionSaysWhenItIsAsked() {
        assertThat(Demo.questions())
                .allSatisfy(
                        line -> assertThat(line.form().at()).get().asString().endsWith("+08:00"));
    }

    @Test
    void thePageForPeopleAsksTheSameQuestions() {
        var page = Demo.page();

        assertThat(Demo.questions()).allSatisfy(line -> assertThat(page).contains(told(line)));
        assertThat(page.lines().filter(text -> text.startsWith("- `bin/shuqi decide ")))
                .hasSameSizeAs(Demo.questions());
    }

    @Test
    void theDemoBreaksNoShape() {
        var both = Release.into(Demo.dataset());

        var report = Gate.standard().checkAll(both);

        assertThat(report.violations()).isEmpty();
        assertThat(report.warnings().stream().map(warning -> warning.shape().replaceAll(".*#", "")))
                .as("what is bad on purpose, and nothing else")
                .containsOnly(
                        "S-ASSESS", "S-HEAD", "S-LEGACY", "S-PROHIBIT", "S-COUPLE", "S-PLAT", "S-CLAUSE", "S-IMPACT");
    }

    @Test
    void theDemoComesInThroughTheOneDoor(@TempDir Path data) {
        List<Quad> added = Iter.toList(Demo.dataset().find());
        try (var registry = Registry.open(Settings.of(data))) {
            var change = new Change("demo", OptionalLong.empty(), now -> new Delta(List.of(), added));

            var receipt = registry.changes().apply(change, Caller.operator());

            assertThat(receipt.revision()).isEqualTo(2);
        }
    }

    @Test
    void everyOrganisationSaysThatItIsInvented() {
        var demo = Demo.dataset();

        var organisations = Iter.toList(demo.find(Node.ANY, Node.ANY, Rdf.type, Org.FormalOrganization));
        assertThat(organisations).hasSizeGreaterThan(40).allSatisfy(quad -> assertThat(demo.contains(
                        Node.ANY, quad.getSubject(), NodeFactory.createURI(Skos.NS + "editorialNote"), Node.ANY))
                .as(quad.getSubject().toString())
                .isTrue());
    }

    @Test
    void itIsACityAndSmallEnoughToRead() {
        var datasets = Iter.toList(Demo.dataset().find(Node.ANY, Node.ANY, Rdf.type, Dcat.Dataset));

        assertThat(datasets).hasSizeBetween(80, 150);
    }

    private static Answer ask(Demo.Line line, Optional<String> profile) {
        return Engine.answer(INDEX, line.form(), Demo.BASE, ZONE, profile, Clock.systemUTC());
    }

    private static List<String> reference(String profile, List<Demo.Line> lines) {
        var lookup = new Lookup(INDEX, Demo.BASE, ZONE);
        var questions = lines.stream()
                .map(line -> Asked.of(INDEX, lookup.question(line.form(), Instant.EPOCH)))
                .toList();
        var graph = GraphFactory.createDefaultGraph();
        Release.into(Demo.dataset()).find().forEachRemaining(quad -> graph.add(quad.asTriple()));
        return new ReferenceDecisions(graph, "+08:00", profile)
                .answers(questions).stream().map(said -> worst(said.items())).toList();
    }

    /** The least favourable; among equals the earlier stage. */
    private static String worst(List<String> items) {
        var order = List.of("unknown", "out-of-scope", "deny", "negotiate", "apply", "permit");
        return items.stream()
                .min(Comparator.<String>comparingInt(item -> order.indexOf(item.split(" ")[0]))
                        .thenComparingInt(item -> Integer.parseInt(item.split(" S")[1])))
                .orElseThrow();
    }

    /** The command and the answer, as the page has them. */
    private static String told(Demo.Line line) {
        var form = line.form();
        var items = form.items().isEmpty() ? "" : " --items " + String.join(",", form.items());
        var action = form.action()
                .filter(code -> !code.equals("receive"))
                .map(code -> " --action " + code)
                .orElse("");
        var other = Stream.of(
                        form.thirdParty().map(party -> " --third-party " + party),
                        form.destination().map(country -> " --destination " + country),
                        form.provider().map(party -> " --provider " + party),
                        form.region().map(division -> " --region " + division))
                .flatMap(Optional::stream)
                .collect(joining());
        return "- `bin/shuqi decide --recipient " + form.recipient() + " --dataset " + form.dataset() + items
                + " --purpose " + form.purpose().orElseThrow() + " --method "
                + form.method().orElseThrow() + action + other + " --at "
                + form.at().orElseThrow() + "`  \n  **"
                + line.outcome() + "**";
    }
}
