package org.shuqi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.graph.Delta;

/** The index follows the registry, and is made anew when in doubt. */
class FollowingTest {

    private static final String BOATS =
            """
            <graph/catalog/boats> {
              <catalog/boats> a dcat:Catalog ; dct:publisher <organization/nc-civil> ; dcat:dataset <dataset/boats> .
              <dataset/boats> a dcat:Dataset ; dct:title "鹦鹉螺号登记"@zh ; dct:publisher <organization/nc-civil> ;
                sq:dataItem <dataset/boats/item/mast> .
              <dataset/boats/item/mast> a sq:DataItem ; dct:title "桅杆"@zh .
            }
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsFoundAtOnceAndWhatIsDeletedNoMore() {
        try (var city = Library.open(folder)) {
            assertThat(city.names("鹦鹉螺", Group.DATASETS)).isEmpty();
            city.add(BOATS);
            assertThat(city.names("鹦鹉螺", Group.DATASETS)).containsExactly("鹦鹉螺号登记");
            assertThat(city.names("鹦鹉螺 桅杆", Group.ITEMS)).containsExactly("桅杆");
            city.remove(BOATS);
            assertThat(city.search(Wanted.overview("鹦鹉螺", 5)).total()).isZero();
        }
    }

    @Test
    void anItemFollowsTheNameAndThePublisherOfItsDataset() {
        try (var city = Library.open(folder)) {
            city.add(BOATS);
            assertThat(city.names("鹦鹉螺 桅杆", Group.ITEMS)).hasSize(1);
            city.write(new Delta(
                    Library.quads("<graph/catalog/boats> { <dataset/boats> dct:title \"鹦鹉螺号登记\"@zh }"),
                    Library.quads("<graph/catalog/boats> { <dataset/boats> dct:title \"小船\"@zh }")));
            assertThat(city.names("小船 桅杆", Group.ITEMS)).hasSize(1);
            assertThat(city.search(Wanted.of("鹦鹉螺 桅杆", Group.ITEMS, 5)).isLoose())
                    .isTrue();
        }
    }

    @Test
    void aCatalogueThatBecomesGuardedIsFoundNoMoreByOthers() {
        var reader = Library.in("nc-tax", Role.READER);
        try (var city = Library.open(folder)) {
            city.add(BOATS);
            var wanted = Wanted.of("鹦鹉螺", Group.DATASETS, 5);
            assertThat(Library.as(reader, () -> city.index.search(wanted)).total())
                    .isOne();
            city.add("<graph/catalog/boats> { <dataset/boats/item/mast> sq:securityLevel level:important }");
            assertThat(Library.as(reader, () -> city.index.search(wanted)).total())
                    .isZero();
            assertThat(city.search(wanted).total()).isOne();
        }
    }

    @Test
    void whatTwoGraphsSpeakOfIsFoundOnce() {
        try (var city = Library.open(folder)) {
            city.add(BOATS);
            city.add("<graph/catalog/other> { <dataset/boats> a dcat:Dataset ; dct:title \"鹦鹉螺号登记\"@zh }");
            assertThat(city.names("鹦鹉螺", Group.DATASETS)).hasSize(1);
            city.remove("<graph/catalog/boats> { <dataset/boats> a dcat:Dataset }");
            assertThat(city.names("鹦鹉螺", Group.DATASETS)).hasSize(1);
        }
    }

    @Test
    void anIndexThatFollowedIsLikeOneMadeAnew() {
        var random = new Random(Long.getLong("shuqi.seed", 809));
        try (var city = Library.open(folder)) {
            city.search(Wanted.overview("登记", 1));
            for (var round = 0; round < 40; round++) {
                var quads = quads(city);
                var removed = new ArrayList<Quad>();
                var added = new ArrayList<Quad>();
                for (var at = 0; at < 5; at++) {
                    removed.add(quads.get(random.nextInt(quads.size())));
                    var one = quads.get(random.nextInt(quads.size()));
                    var other = quads.get(random.nextInt(quads.size()));
                    added.add(new Quad(one.getGraph(), one.getSubject(), other.getPredicate(), other.getObject()));
                }
                city.write(new Delta(removed, added));
                if (round % 10 == 0) {
                    city.search(Wanted.overview("登记", 1));
                }
            }
            assertThat(city.search(Wanted.overview("登记", 1)).revision()).isEqualTo(city.store.revision());
            city.index.close();
            assertThat(SearchIndex.check(city.store, folder, count -> {})).isEmpty();
        }
    }

    private static List<Quad> quads(Library city) {
        try (var now = city.store.read()) {
            var quads = new ArrayList<Quad>();
            now.dataset().find().forEachRemaining(quad -> {
                if (quad.getGraph().getURI().startsWith("http://localhost:8080/id/graph/")) {
                    quads.add(quad);
                }
            });
            return quads;
        }
    }

    @Test
    void aStartGoesOnFromWhatIsKept() throws IOException {
        try (var city = Library.open(folder)) {
            city.search(Wanted.overview("登记", 1));
            city.index.close();
            city.add(BOATS);
            var kept = volumes();
            city.index = city.begin(folder);
            assertThat(city.names("鹦鹉螺", Group.DATASETS)).hasSize(1);
            assertThat(volumes()).isEqualTo(kept);
        }
    }

    @Test
    void anIndexOfAnotherLogIsNotUsed() throws IOException {
        try (var city = Library.open(folder.resolve("one"))) {
            city.add(BOATS);
            assertThat(city.names("鹦鹉螺", Group.DATASETS)).hasSize(1);
        }
        try (var other = Library.open(folder.resolve("other"))) {
            other.search(Wanted.overview("登记", 1));
            other.index.close();
            delete(folder.resolve("other/search"));
            Files.move(folder.resolve("one/search"), folder.resolve("other/search"));
            other.add(BOATS.replace("鹦鹉螺", "泰坦尼克"));
            other.index = other.begin(folder.resolve("other"));
            assertThat(other.names("鹦鹉螺", Group.DATASETS)).isEmpty();
            assertThat(other.names("泰坦尼克", Group.DATASETS)).hasSize(1);
        }
    }

    @Test
    void aDamagedIndexIsToldAndMadeAnew() throws IOException {
        try (var city = Library.open(folder)) {
            city.search(Wanted.overview("登记", 1));
            city.index.close();
            var kept = volumes();
            damage(kept.get(0));
            assertThat(SearchIndex.check(city.store, folder, count -> {})).hasSize(1);
            city.index = city.begin(folder);
            assertThat(city.names("婚姻登记", Group.DATASETS)).isNotEmpty();
            assertThat(volumes()).isNotEqualTo(kept);
            city.index.close();
            assertThat(SearchIndex.check(city.store, folder, count -> {})).isEmpty();
        }
    }

    @Test
    void anIndexThatLacksSomethingIsTold() throws IOException {
        try (var city = Library.open(folder)) {
            city.search(Wanted.overview("登记", 1));
            city.index.close();
            var volume = Volume.open(volumes().get(0));
            volume.writer().deleteDocuments(Documents.key("http://localhost:8080/id/dataset/nc-marriages"));
            volume.commit(Volume.Label.of(city.store, city.store.revision()));
            volume.close();
            assertThat(SearchIndex.check(city.store, folder, count -> {}))
                    .extracting(text -> text.en())
                    .anyMatch(text -> text.contains("nc-marriages"));
        }
    }

    @Test
    void anIndexThatWasNeverFinishedIsNotUsed() throws IOException {
        try (var city = Library.open(folder)) {
            city.search(Wanted.overview("登记", 1));
            city.index.close();
            delete(folder.resolve("search"));
            var begun = Volume.begin(folder.resolve("search"));
            begun.close();
            city.index = city.begin(folder);
            assertThat(city.names("婚姻登记", Group.DATASETS)).isNotEmpty();
        }
    }

    @Test
    void anAnswerSaysOfWhichRevisionItIs() {
        try (var city = Library.open(folder)) {
            var before = city.search(Wanted.overview("登记", 1)).revision();
            city.add(BOATS);
            var found = Library.as(Caller.operator(), () -> city.index.search(Wanted.overview("登记", 1)));
            assertThat(found.revision()).isEqualTo(before + 1);
        }
    }

    private List<Path> volumes() throws IOException {
        try (var files = Files.list(folder.resolve("search"))) {
            return files.sorted().toList();
        }
    }

    private static void damage(Path volume) throws IOException {
        try (var files = Files.list(volume)) {
            var largest = files.max((a, b) ->
                            Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
            var bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2] ^= 0x10;
            Files.write(largest, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
