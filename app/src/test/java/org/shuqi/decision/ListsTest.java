package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.problem.Refusal;

/** Every list holds exactly the rows whose single question is answered with permit, in order, with an exact total. */
class ListsTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final Instant AT = Instant.parse("2026-01-18T00:00:00Z");
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final int REGISTRIES = 25;

    private static final String PREFIXES =
            """
            PREFIX sq: <https://w3id.org/shuqi/ns#>
            PREFIX code: <https://w3id.org/shuqi/code/>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private static final QuestionForm NOTHING = new QuestionForm(
            "",
            "",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty());

    /** One invented registry and a list question about it. */
    private static final class Town {

        private final Index index;
        private final Edition edition;
        private final Random dice;
        private final Lists lists;

        private Town(long seed) {
            this(seed, new RandomRegistry(seed).dataset());
        }

        private Town(long seed, DatasetGraph dataset) {
            index = new IndexDerivation(ZONE).build(dataset, 1);
            edition = Engine.edition(index, RandomRegistry.BASE, ZONE, Optional.empty());
            dice = new Random(seed);
            lists = switch ((int) Math.floorMod(seed, 3L)) {
                case 0 -> new EveryTuple(known -> edition, Clock.fixed(AT, ZONE), true);
                case 1 -> new EveryTuple(known -> edition, Clock.fixed(AT, ZONE), false);
                default -> new SortedLists(known -> edition, Clock.fixed(AT, ZONE));
            };
        }

        private List<String> organisations() {
            return index.organisations()
                    .map(one -> index.iri(one.iri()))
                    .sorted()
                    .toList();
        }

        private List<String> datasets() {
            return index.datasets().mapToObj(index::iri).sorted().toList();
        }

        private List<String> purposes() {
            return index.purposes().mapToObj(index::iri).sorted().toList();
        }

        private List<String> items(String dataset) {
            return index.dataset(index.id(dataset)).orElseThrow().items().stream()
                    .map(item -> index.iri(item.iri()))
                    .toList();
        }

        private List<String> purposesOf(ListForm form) {
            return form.about().purpose().map(List::of).orElseGet(this::purposes);
        }

        private String any(List<String> some) {
            return some.get(dice.nextInt(some.size()));
        }

        private Optional<String> maybe(int percent, List<String> some) {
            return dice.nextInt(100) < percent ? Optional.of(any(some)) : Optional.empty();
        }

        private ListForm form(boolean recipient, boolean dataset, boolean partialToo) {
            var about = dataset ? any(datasets()) : "";
            var items = dataset && dice.nextInt(3) == 0 ? List.of(any(items(about))) : List.<String>of();
            return new ListForm(
                    new QuestionForm(
                            recipient ? any(organisations()) : "",
                            about,
                            items,
                            maybe(50, purposes()),
                            maybe(40, List.of("verify", "query", "batch", "file")),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            maybe(20, organisations()),
                            Optional.empty(),
                            maybe(20, List.of("2026-01-12T00:00:00Z", "2026-01-25")),
                            OptionalLong.empty()),
                    partialToo && dice.nextInt(3) == 0,
                    ListForm.Filter.NONE);
        }

        private ListForm open(String recipient) {
            return ListForm.of(new QuestionForm(
                    recipient,
                    RandomRegistry.BASE + "dataset/open",
                    List.of(),
                    maybe(70, purposes()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty()));
        }

        /** Whether the single question is answered with permit. */
        private boolean permits(ListForm form, Function<QuestionForm, QuestionForm> with) {
            var question = edition.lookup().question(with.apply(form.about()), AT);
            var verdict = Rule.decide(index, edition.jurisdiction(), question);
            return form.partial()
                    ? verdict.rulings().stream().anyMatch(one -> one.ruling().outcome() == Outcome.PERMIT)
                    : verdict.outcome() == Outcome.PERMIT;
        }

        /** What the verdict on the single question relies on. */
        private List<String> grants(ListForm form, Function<QuestionForm, QuestionForm> with) {
            var question = edition.lookup().question(with.apply(form.about()), AT);
            return Rule.decide(index, edition.jurisdiction(), question).grants();
        }

        private Set<String> forOnePurpose(
                ListForm form, List<String> keys, Function<String, Function<QuestionForm, QuestionForm>> key) {
            return keys.stream()
                    .filter(one -> purposesOf(form).stream()
                            .anyMatch(purpose -> permits(form, key.apply(one).andThen(given("purpose", purpose)))))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Function<QuestionForm, QuestionForm> given(String part, String value) {
        return form -> new QuestionForm(
                part.equals("recipient") ? value : form.recipient(),
                part.equals("dataset") ? value : form.dataset(),
                part.equals("items") ? List.of(value) : form.items(),
                part.equals("purpose") ? Optional.of(value) : form.purpose(),
                part.equals("method") ? Optional.of(value) : form.method(),
                part.equals("third") ? Optional.of("redistribute") : form.action(),
                part.equals("third") ? Optional.of(value) : form.thirdParty(),
                form.destination(),
                part.equals("provider") ? Optional.of(value).filter(some -> !some.isEmpty()) : form.provider(),
                form.region(),
                part.equals("at") ? Optional.of(value) : form.at(),
                form.knownAt());
    }

    /** Each three times over, for as many questions about it. */
    private static List<Town> towns() {
        System.out.println("seed of invented registries: " + SEED);
        var towns = new ArrayList<Town>();
        for (var each = 0; each < REGISTRIES; each++) {
            var town = new Town(SEED + each);
            towns.addAll(List.of(town, town, town));
        }
        return towns;
    }

    private static <R> List<R> whole(Rows<R> rows) {
        var all = rows.all().toList();
        assertThat(rows.total()).isEqualTo(all.size());
        var pages = new ArrayList<R>();
        for (var offset = 0; offset < all.size() + 3; offset += 3) {
            pages.addAll(rows.page(offset, 3).toList());
        }
        assertThat(pages).isEqualTo(all);
        return all;
    }

    private static List<String> whats(Rows<Lists.Entry> rows) {
        return whole(rows).stream().map(entry -> entry.what().iri()).toList();
    }

    @Test
    void recipientsAreThoseWhoArePermitted() {
        var found = 0;
        for (var town : towns()) {
            var form = town.form(false, true, true);

            var rows = whats(town.lists.recipients(form));

            assertThat(rows)
                    .as("seed %d, %s", SEED, form)
                    .containsExactlyElementsOf(
                            town.forOnePurpose(form, town.organisations(), one -> given("recipient", one)));
            found += rows.size();
        }
        assertThat(found).isPositive();
    }

    @Test
    void datasetsAreThoseThatArePermitted() {
        var found = 0;
        for (var town : towns()) {
            var form = town.form(true, false, true);

            var rows = whats(town.lists.datasets(form));

            assertThat(rows)
                    .as("seed %d, %s", SEED, form)
                    .containsExactlyElementsOf(town.forOnePurpose(form, town.datasets(), one -> given("dataset", one)));
            found += rows.size();
        }
        assertThat(found).isPositive();
    }

    @Test
    void purposesAndMethodsAreThoseThatArePermitted() {
        for (var town : towns()) {
            var form = town.form(true, true, true);
            var methods = List.of("batch", "file", "query", "verify");

            assertThat(whats(town.lists.purposes(form)))
                    .as("seed %d, %s", SEED, form)
                    .containsExactlyElementsOf(town.purposesOf(form).stream()
                            .filter(one -> town.permits(form, given("purpose", one)))
                            .toList());
            assertThat(whats(town.lists.methods(form)))
                    .as("seed %d, %s", SEED, form)
                    .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                    .containsExactlyElementsOf(town.forOnePurpose(form, methods, one -> given("method", one)));
        }
    }

    @Test
    void theMatrixHoldsEveryPermittedTuple() {
        var found = 0;
        for (var town : towns()) {
            var form = town.form(town.dice.nextBoolean(), town.dice.nextBoolean(), true);
            var about = form.about();
            var expected = new ArrayList<String>();
            for (var dataset : about.dataset().isEmpty() ? town.datasets() : List.of(about.dataset())) {
                for (var provider : about.provider().map(List::of).orElseGet(town::organisations)) {
                    for (var recipient :
                            about.recipient().isEmpty() ? town.organisations() : List.of(about.recipient())) {
                        for (var purpose : town.purposesOf(form)) {
                            if (town.permits(
                                    form,
                                    given("dataset", dataset)
                                            .andThen(given("provider", provider))
                                            .andThen(given("recipient", recipient))
                                            .andThen(given("purpose", purpose)))) {
                                expected.add(String.join(" ", dataset, provider, recipient, purpose));
                            }
                        }
                    }
                }
            }

            var rows = whole(town.lists.matrix(form)).stream()
                    .map(row -> String.join(
                            " ",
                            row.dataset().iri(),
                            row.provider().iri(),
                            row.recipient().iri(),
                            row.purpose().iri()))
                    .toList();

            assertThat(rows).as("seed %d, %s", SEED, form).isEqualTo(expected);
            found += rows.size();
        }
        assertThat(found).isPositive();
    }

    @Test
    void aFilterKeepsTheRowsThatHaveIt() {
        for (var town : towns().subList(0, 15)) {
            var all = town.lists.matrix(town.form(false, false, true)).all().toList();
            if (all.isEmpty()) {
                continue;
            }
            var form = ListForm.of(town.form(false, false, false).about());
            var rows = town.lists.matrix(form).all().toList();
            for (var row : rows.stream().limit(3).toList()) {
                row.grants().forEach(grant -> assertThat(filtered(town, form, "agreement", grant))
                        .isEqualTo(rows.stream()
                                .filter(one -> one.grants().contains(grant))
                                .toList()));
                row.basis().forEach(basis -> assertThat(filtered(town, form, "basis", basis))
                        .isEqualTo(rows.stream()
                                .filter(one -> one.basis().contains(basis))
                                .toList()));
                assertThat(filtered(town, form, "granted", "true"))
                        .isEqualTo(rows.stream()
                                .filter(one -> !one.grants().isEmpty())
                                .toList());
                row.level().ifPresent(level -> assertThat(filtered(town, form, "level", level.iri()))
                        .isEqualTo(rows.stream()
                                .filter(one -> one.level().equals(row.level()))
                                .toList()));
                row.duties().forEach(duty -> assertThat(filtered(town, form, "duty", duty.duty()))
                        .isEqualTo(rows.stream()
                                .filter(one -> one.duties().stream()
                                        .anyMatch(each -> each.duty().equals(duty.duty())))
                                .toList()));
                var end = "2026-02-01T00:00:00Z";
                assertThat(filtered(town, form, "endsBefore", end))
                        .isEqualTo(rows.stream()
                                .filter(one -> one.validUntil()
                                        .filter(Instant.parse(end)::isAfter)
                                        .isPresent())
                                .toList());
            }
        }
    }

    @Test
    void whatRestsOnAGrantIsFoundByTheGrants() {
        System.out.println("seed of invented registries: " + SEED);
        var found = 0;
        for (var town : towns()) {
            for (var each = 0; each < 15; each++) {
                var some = town.form(each % 3 == 1, each % 5 == 2, true);
                var granted = new ListForm(some.about(), some.partial(), ListForm.Filter.GRANTED);
                var rows = whole(town.lists.matrix(some)).stream()
                        .filter(row -> !row.grants().isEmpty())
                        .toList();

                assertThat(whole(town.lists.matrix(granted)))
                        .as("seed %d, %s", SEED, some)
                        .isEqualTo(rows);
                found += rows.size();
            }
        }
        assertThat(found).isPositive();
    }

    private static List<Lists.Flow> filtered(Town town, ListForm form, String column, String value) {
        var filter = new ListForm.Filter(
                given(column, "level", value),
                given(column, "basis", value),
                given(column, "agreement", value),
                given(column, "endsBefore", value),
                given(column, "duty", value),
                column.equals("granted"));
        return whole(town.lists.matrix(new ListForm(form.about(), false, filter)));
    }

    private static Optional<String> given(String column, String wanted, String value) {
        return column.equals(wanted) ? Optional.of(value) : Optional.empty();
    }

    @Test
    void onwardIsTheClosureOfPassingOn() {
        System.out.println("seed of invented registries: " + SEED);
        var steps = new TreeSet<Integer>();
        for (var each = 0; each < REGISTRIES; each++) {
            var town = townThatPassesOn(SEED + each);
            for (var recipient : town.organisations()) {
                steps.addAll(onwardFrom(town, town.open(recipient)));
            }
        }
        assertThat(steps).contains(1, 2, 3);
    }

    /** A town with one open dataset, offices that may receive it, and consents to passing it on, in circles too. */
    private static Town townThatPassesOn(long seed) {
        var dataset = new RandomRegistry(seed).dataset();
        var dice = new Random(seed);
        var ttl = new StringBuilder(PREFIXES)
                .append(
                        "<dataset/open> a dcat:Dataset ; dct:publisher <organization/x0> ; dct:issued \"2025-01-01\"^^xsd:date")
                .append(" ; sq:sharingAttribute code:sharing-attribute\\/unconditional")
                .append(" ; sq:sharingMethod code:sharing-method\\/query ; sq:securityLevel code:level\\/general-1 .");
        for (var office = 0; office < 8; office++) {
            ttl.append(
                    "<organization/x%d> a org:FormalOrganization ; sq:organType code:organ-type\\/government-department ; sq:clearance code:level\\/general-4 .%n"
                            .formatted(office));
            ttl.append(
                    "<norm/x%d> a sq:OnwardConsent ; sq:assetScope <dataset/open> ; sq:recipientScope <organization/x%d> ; sq:thirdParty <organization/x%d> ; sq:validFrom \"2025-01-01\"^^xsd:date .%n"
                            .formatted(office, dice.nextInt(8), dice.nextInt(8)));
        }
        RDFParser.fromString(ttl.toString(), Lang.TURTLE)
                .base(RandomRegistry.BASE)
                .parse(StreamRDFLib.extendTriplesToQuads(
                        NodeFactory.createURI(RandomRegistry.BASE + "graph/open"), StreamRDFLib.dataset(dataset)));
        return new Town(seed, dataset);
    }

    private static Set<Integer> onwardFrom(Town town, ListForm form) {
        var expected = new TreeMap<String, Integer>();
        for (var purpose : town.purposesOf(form)) {
            spread(town, form, purpose).forEach((receiver, steps) -> expected.put(purpose + " " + receiver, steps));
        }

        var rows = whole(town.lists.onward(form));

        assertThat(rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.purpose().iri() + " "
                                        + row.receiver().iri(),
                                Lists.Onward::steps)))
                .as("seed %d, %s", SEED, form)
                .isEqualTo(expected);
        rows.forEach(row -> {
            assertThat(row.path())
                    .hasSize(row.steps() + 1)
                    .endsWith(row.receiver().iri());
            assertThat(row.grants().size() + row.consents().size()).isPositive();
        });
        return rows.stream().map(Lists.Onward::steps).collect(Collectors.toSet());
    }

    /** The receivers by round, until a round brings nobody new. */
    private static Map<String, Integer> spread(Town town, ListForm form, String purpose) {
        var reached = new TreeMap<String, Integer>(Map.of(form.about().recipient(), 0));
        for (var round = 1; ; round++) {
            var fresh = new TreeSet<String>();
            for (var holder : reached.keySet()) {
                for (var third : town.organisations()) {
                    if (!reached.containsKey(third)
                            && town.permits(
                                    form,
                                    given("recipient", holder)
                                            .andThen(given("purpose", purpose))
                                            .andThen(given("third", third)))) {
                        fresh.add(third);
                    }
                }
            }
            if (fresh.isEmpty()) {
                reached.remove(form.about().recipient());
                return reached;
            }
            for (var one : fresh) {
                reached.put(one, round);
            }
        }
    }

    @Test
    void holdingsAreItemsThatMayBeKeptAndAggregatesAddThemUp() {
        var found = 0;
        for (var town : towns()) {
            var form = town.form(true, town.dice.nextBoolean(), false);
            var methods = form.about().method().map(List::of).orElse(List.of("query", "batch", "file"));
            var expected = new ArrayList<String>();
            for (var dataset : form.about().dataset().isEmpty()
                    ? town.datasets()
                    : List.of(form.about().dataset())) {
                for (var item : form.about().items().isEmpty()
                        ? town.items(dataset)
                        : form.about().items()) {
                    for (var method : methods) {
                        if (!town.forOnePurpose(form, List.of(item), one -> given("dataset", dataset)
                                                .andThen(given("items", one))
                                                .andThen(given("method", method)))
                                        .isEmpty()
                                && !expected.contains(dataset + " " + item)) {
                            expected.add(dataset + " " + item);
                        }
                    }
                }
            }

            var rows = whole(town.lists.holdings(form));

            assertThat(rows.stream()
                            .map(row -> row.dataset().iri() + " " + row.item().iri()))
                    .as("seed %d, %s", SEED, form)
                    .isEqualTo(expected);
            for (var sum : whole(town.lists.aggregation(form))) {
                var of = rows.stream()
                        .filter(row -> row.kinds().contains(sum.kind().iri()))
                        .toList();
                assertThat(sum.items()).isEqualTo(of.size());
                assertThat(sum.datasets())
                        .isEqualTo(of.stream()
                                .map(Lists.Holding::dataset)
                                .distinct()
                                .count());
                var ranked = of.stream().allMatch(row -> row.level().isPresent());
                assertThat(sum.level().isPresent()).isEqualTo(ranked);
            }
            found += rows.size();
        }
        assertThat(found).isPositive();
    }

    @Test
    void aFlowHasBeenSoSinceItsBeginningAndNotBefore() {
        var begun = 0;
        for (var town : towns()) {
            var form = town.form(true, true, false);
            for (var row : town.lists.matrix(form).all().toList()) {
                if (row.validFrom().isPresent()) {
                    begun++;
                    beganThen(town, form, row);
                }
            }
        }
        assertThat(begun).isPositive();
    }

    private static void beganThen(Town town, ListForm form, Lists.Flow row) {
        var begin = row.validFrom().orElseThrow();
        var asked = given("provider", row.provider().iri())
                .andThen(given("purpose", row.purpose().iri()));
        var then = asked.andThen(given("at", begin.toString()));
        var before = asked.andThen(given("at", begin.minusNanos(1).toString()));

        assertThat(town.permits(form, then)).as("seed %d, %s", SEED, row).isTrue();
        assertThat(town.grants(form, then)).as("seed %d, %s", SEED, row).isEqualTo(row.grants());
        assertThat(town.permits(form, before) && town.grants(form, before).equals(row.grants()))
                .as("seed %d, %s", SEED, row)
                .isFalse();
    }

    @Test
    void anEmptyRegistryHasNoFlows() {
        var index = new IndexDerivation(ZONE).build(DatasetGraphFactory.create(), 0);
        var edition = Engine.edition(index, RandomRegistry.BASE, ZONE, Optional.empty());
        var lists = new EveryTuple(known -> edition, Clock.fixed(AT, ZONE), false);

        assertThat(lists.matrix(ListForm.of(NOTHING)).total()).isZero();
        assertThatThrownBy(() ->
                        lists.datasets(ListForm.of(given("recipient", "tax").apply(NOTHING))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aListWithoutWhatItIsAboutIsRefused() {
        var town = new Town(SEED);
        var form = town.form(false, false, false);

        assertThatThrownBy(() -> town.lists.recipients(form))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                                refusal.problem().detail().en())
                        .isEqualTo("this list needs `dataset`; give an identifier"));
        assertThatThrownBy(() -> town.lists.datasets(form)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> town.lists.onward(form)).isInstanceOf(Refusal.class);
    }
}
