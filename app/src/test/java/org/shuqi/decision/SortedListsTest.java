package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Refusal;

/** Lists answered sort by sort hold what lists answered tuple by tuple hold, also after changes. */
class SortedListsTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final ZoneId ZONE = ZoneOffset.ofHours(8);
    private static final IndexDerivation DERIVATION = new IndexDerivation(ZONE);

    @Test
    void bothGiveTheSameLists() {
        System.out.println("seed of invented registries: " + SEED);
        var rows = 0L;
        for (var each = 0; each < 60; each++) {
            var registry = new RandomRegistry(SEED + each);
            var now = DatasetGraphFactory.create();
            registry.dataset().find().forEachRemaining(now::add);
            var dice = new Random(SEED + each);
            var first = DERIVATION.build(now, 1);
            var index = first;
            rows += compare(index, first, registry, dice, SEED + each);
            var other = new RandomRegistry(SEED + each + 1_000_000).dataset();
            for (var step = 0; step < 4; step++) {
                var removed = registry.removals(1 + dice.nextInt(4)).stream()
                        .filter(now::contains)
                        .toList();
                var added = other.stream()
                        .skip(dice.nextInt(200))
                        .limit(5)
                        .filter(quad -> !now.contains(quad))
                        .toList();
                removed.forEach(now::delete);
                added.forEach(now::add);
                index = DERIVATION.next(index, now, index.revision() + 1, new Delta(removed, added));
                rows += compare(index, first, registry, dice, SEED + each);
            }
        }
        assertThat(rows).as("rows seen").isGreaterThan(200);
    }

    private static long compare(Index index, Index first, RandomRegistry registry, Random dice, long seed) {
        var edition = Engine.edition(index, RandomRegistry.BASE, ZONE, Optional.empty());
        var sorted = new SortedLists(revision -> edition, Clock.systemUTC());
        var tuples = new EveryTuple(revision -> edition, Clock.systemUTC(), true);
        var rows = 0L;
        for (var number = 0; number < 6; number++) {
            var form = form(registry.question(first), dice);
            if (!isKnown(edition, form)) {
                continue; // a change took away what it names
            }
            var datasets = withoutDataset(form);
            var recipients = withoutRecipient(form);
            rows += same(sorted::datasets, tuples::datasets, datasets, dice, seed);
            rows += same(sorted::recipients, tuples::recipients, recipients, dice, seed);
        }
        return rows;
    }

    private static boolean isKnown(Edition edition, ListForm form) {
        try {
            edition.lookup().question(form.about(), Instant.EPOCH);
            return true;
        } catch (Refusal unknown) {
            return false;
        }
    }

    private static long same(
            Function<ListForm, Rows<Lists.Entry>> one,
            Function<ListForm, Rows<Lists.Entry>> other,
            ListForm form,
            Random dice,
            long seed) {
        var found = one.apply(form);
        var expected = other.apply(form);
        var all = expected.all().toList();
        assertThat(found.all().toList()).as("seed %d, %s", seed, form).isEqualTo(all);
        assertThat(found.total()).isEqualTo(all.size());
        var offset = dice.nextInt(all.size() + 1);
        assertThat(found.page(offset, 2).toList())
                .isEqualTo(all.stream().skip(offset).limit(2).toList());
        return all.size();
    }

    private static ListForm form(Asked asked, Random dice) {
        return new ListForm(
                new QuestionForm(
                        asked.recipient(),
                        asked.dataset(),
                        List.of(),
                        Optional.of(asked.purpose()),
                        Optional.of(asked.method().code()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        dice.nextInt(6) == 0 ? asked.provider() : Optional.empty(),
                        asked.region(),
                        Optional.of(asked.at().toString()),
                        OptionalLong.empty()),
                dice.nextInt(3) == 0,
                ListForm.Filter.NONE);
    }

    private static ListForm withoutDataset(ListForm form) {
        return with(form, form.about().recipient(), "");
    }

    private static ListForm withoutRecipient(ListForm form) {
        return with(form, "", form.about().dataset());
    }

    private static ListForm with(ListForm form, String recipient, String dataset) {
        var about = form.about();
        return new ListForm(
                new QuestionForm(
                        recipient,
                        dataset,
                        new ArrayList<>(about.items()),
                        about.at().orElseThrow().hashCode() % 4 == 0 ? Optional.empty() : about.purpose(),
                        about.method(),
                        about.action(),
                        about.thirdParty(),
                        about.destination(),
                        about.provider(),
                        about.region(),
                        about.at(),
                        about.knownAt()),
                form.partial(),
                form.filter());
    }
}
