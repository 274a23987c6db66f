package org.shuqi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

class GeneratorTest {

    private static final String BASE = "http://localhost:8080/id/";

    @Test
    void theSameNumbersGiveTheSameBytes() {
        assertThat(bytes(300, 7)).isEqualTo(bytes(300, 7)).isNotEqualTo(bytes(300, 8));
    }

    @Test
    void whatIsWrittenCanBeReadAndHasTheWantedSize() {
        var registry = read(bytes(600, 1));

        assertThat(count(registry, Dcat.Dataset)).isEqualTo(600);
        assertThat(count(registry, Org.FormalOrganization))
                .isEqualTo(Generator.of(600, 1, BASE).organisations());
        assertThat(count(registry, Sq.SharingAgreement)).isEqualTo(60);
        assertThat(count(registry, Sq.DataItem) / 600.0).isBetween(5.7, 7.7);
        assertThat(registry.getDefaultGraph().isEmpty()).isTrue();
    }

    @Test
    void evenTheSmallestRegistryHasWhatQuestionsNeed() {
        var registry = read(bytes(1, 3));

        assertThat(count(registry, Dcat.Dataset)).isEqualTo(1);
        assertThat(count(registry, Sq.SharingAgreement)).isPositive();
        Generator.of(1, 3, BASE).questions(1).next();
    }

    @Test
    void aGraphIsWrittenInOneStretch() {
        var done = new HashSet<Node>();
        var again = new HashSet<Node>();
        Generator.of(5_000, 4, BASE).write(new StreamRDFBase() {
            private Node current = Node.ANY;

            @Override
            public void quad(Quad quad) {
                if (!quad.getGraph().equals(current)) {
                    current = quad.getGraph();
                    if (!done.add(current)) {
                        again.add(current);
                    }
                }
            }
        });

        assertThat(again).isEmpty();
        assertThat(done).hasSizeGreaterThan(1_000);
    }

    @Test
    void everyEntryBelongsToOneDepartmentAndEveryNumberIsThere() {
        for (long datasets : new long[] {1, 2, 17, 999, 20_011}) {
            var world = new World(Size.of(datasets), 5, BASE);
            long next = 0;
            for (int number = 0; number < world.size().organisations(); number++) {
                var organisation = world.organisation(number);
                assertThat(world.firstEntry(organisation)).isEqualTo(next);
                next = world.afterLastEntry(organisation);
                if (next > world.firstEntry(organisation)) {
                    assertThat(world.entry(next - 1).publisher()).isEqualTo(organisation);
                }
            }
            assertThat(next).isEqualTo(datasets);
        }
    }

    @Test
    void identifiersAreNotUsedTwice() {
        var world = new World(Size.of(20_000), 5, BASE);
        var seen = new HashSet<Object>();
        for (int number = 0; number < world.size().organisations(); number++) {
            var organisation = world.organisation(number);
            assertThat(seen.add(organisation.iri())).isTrue();
            assertThat(seen.add(CreditCode.of(organisation))).isTrue();
        }
        for (long number = 0; number < 20_000; number++) {
            assertThat(seen.add(world.entry(number).code())).isTrue();
        }
    }

    @Test
    void placesAreSpreadOverFourLevels() {
        var world = new World(Size.of(3_000_000), 5, BASE);
        var names = new HashSet<String>();
        var levels = new int[4];
        for (int government = 0; government < world.size().governments(); government++) {
            var place = world.place(government);
            names.add(place.name());
            levels[place.level()]++;
            assertThat(place.level() == 0 || world.place(place.parent()).level() == place.level() - 1)
                    .isTrue();
            assertThat(place.code()).matches("99\\d{6}");
        }

        assertThat(names).hasSize(world.size().governments());
        assertThat(levels).containsExactly(1, 31, 333, world.size().governments() - 365);
        assertThat(world.size().organisations()).isBetween(99_000, 100_000);
    }

    @Test
    void sharingAttributesComeInTheUsualShares() {
        var counts = new HashMap<Entry.Attribute, Integer>();
        var world = new World(Size.of(20_000), 9, BASE);
        for (long number = 0; number < 20_000; number++) {
            counts.merge(world.entry(number).attribute(), 1, Integer::sum);
        }

        assertThat(counts.get(Entry.Attribute.UNCONDITIONAL)).isBetween(10_600, 11_400);
        assertThat(counts.get(Entry.Attribute.CONDITIONAL)).isBetween(7_600, 8_400);
        assertThat(counts.get(Entry.Attribute.NOT_SHARED)).isPositive();
    }

    @Test
    void questionsAskAboutWhatTheRegistryHolds() {
        var generator = Generator.of(2_000, 6, BASE);
        var buffer = new ByteArrayOutputStream();
        generator.write(buffer);
        var registry = read(buffer.toByteArray());
        Set<String> subjects = new HashSet<>();
        registry.find().forEachRemaining(quad -> subjects.add(quad.getSubject().toString()));

        var questions = generator.questions(1);
        for (int i = 0; i < 2_000; i++) {
            var question = questions.next();
            assertThat(subjects).contains(question.recipient(), question.dataset());
            question.items().forEach(item -> assertThat(subjects).contains(question.dataset() + "/item/" + item));
            question.region().ifPresent(region -> assertThat(subjects).contains(region));
        }
    }

    @Test
    void memoryAndTimeStayBoundedAtScale() {
        var generator = Generator.of(30_000, 2, BASE);
        generator.write(OutputStream.nullOutputStream());
        var counted = new long[1];
        long start = System.nanoTime();
        generator.write(new OutputStream() {
            @Override
            public void write(int b) {
                counted[0] += b == '\n' ? 1 : 0;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                for (int i = from; i < from + length; i++) {
                    counted[0] += bytes[i] == '\n' ? 1 : 0;
                }
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;

        System.out.printf("%d quads in %.2f s, %.0f a second%n", counted[0], seconds, counted[0] / seconds);
        assertThat(counted[0]).isGreaterThan(1_000_000);
        assertThat(counted[0] / seconds).isGreaterThan(30_000);
    }

    private static byte[] bytes(long datasets, long seed) {
        var out = new ByteArrayOutputStream();
        Generator.of(datasets, seed, BASE).write(out);
        return out.toByteArray();
    }

    private static DatasetGraph read(byte[] bytes) {
        var registry = DatasetGraphFactory.create();
        RDFDataMgr.read(registry, new ByteArrayInputStream(bytes), Lang.NQUADS);
        return registry;
    }

    private static int count(DatasetGraph registry, Node type) {
        int count = 0;
        for (var rows = registry.find(Node.ANY, Node.ANY, Rdf.type, type); rows.hasNext(); rows.next()) {
            count++;
        }
        return count;
    }
}
