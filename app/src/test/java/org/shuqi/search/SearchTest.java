package org.shuqi.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Rdf;

/** What is found in the demo city, by whom. */
class SearchTest {

    @TempDir
    static Path folder;

    private static Library city;

    @BeforeAll
    static void open() {
        city = Library.open(folder);
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @ParameterizedTest
    @CsvSource({
        "婚姻登记, 婚姻登记",
        "姻登, 婚姻登记",
        "婚, 婚姻登记",
        "hunyin, 婚姻登记",
        "hunyindengji, 婚姻登记",
        "hydj, 婚姻登记",
        "yydj, ''",
        "marriages, 婚姻登记",
        "marriage, 婚姻登记",
        "marri, 婚姻登记",
        "MARRIAGES, 婚姻登记",
        "311001/000001, 婚姻登记",
        "３１１００１／０００００１, 婚姻登记",
        "nc-marriages, 婚姻登记",
        "姻婚, ''",
    })
    void aDatasetIsFoundByWhatPeopleType(String typed, String name) {
        var found = city.names(typed, Group.DATASETS);

        if (name.isEmpty()) {
            assertThat(found).doesNotContain("婚姻登记");
        } else {
            assertThat(found).contains(name);
        }
    }

    @Test
    void theNameItselfComesFirst() {
        assertThat(city.names("婚姻登记", Group.DATASETS).get(0)).isEqualTo("婚姻登记");
    }

    @Test
    void allWordsHaveToOccur() {
        assertThat(city.names("暖城市 数据局", Group.ORGANIZATIONS)).containsExactly("暖城市数据局");
        assertThat(city.names("ncs sjj", Group.ORGANIZATIONS)).contains("暖城市数据局");
    }

    @Test
    void anItemIsMeantByTheNameOfItsDatasetToo() {
        assertThat(city.names("婚姻登记 配偶", Group.ITEMS)).contains("配偶姓名");
        assertThat(city.names("婚姻登记", Group.ITEMS)).doesNotContain("配偶姓名");
    }

    @Test
    void whatComesNearIsShownIfNothingHasAllWords() {
        var found = city.search(Wanted.of("婚姻信息登记", Group.DATASETS, 10));

        assertThat(found.isLoose()).isTrue();
        assertThat(found.hits()).extracting(hit -> hit.name().zh()).contains("婚姻登记");
        assertThat(city.search(Wanted.overview("鹦鹉螺号", 5)).total()).isZero();
    }

    @Test
    void termsAndCasesAreFoundAsWell() {
        assertThat(city.names("社会保险", Group.TERMS)).contains("社会保险");
        assertThat(city.names("房屋租赁登记应否共享", Group.DISPUTES)).hasSize(1);
        assertThat(city.names("新生儿参保", Group.CORRECTIONS)).hasSize(1);
        assertThat(city.names("NC-R-001", Group.REQUESTS)).containsExactly("大型活动安保");
        assertThat(city.names("NC-A-033", Group.AGREEMENTS)).containsExactly("婚姻登记共享协议");
        assertThat(city.names("政务数据共享条例", Group.LAWS)).isNotEmpty();
    }

    @Test
    void purposesAreFoundWithinTheirCodeList() {
        var found = city.search(Wanted.of("", Group.TERMS, 100).with(Facet.SCHEME, "purpose"));

        assertThat(found.hits()).isNotEmpty().allMatch(hit -> hit.of(Facet.SCHEME)
                .contains("https://w3id.org/shuqi/code/purpose"));
        assertThat(found.total()).isEqualTo(found.hits().size());
        var names = found.hits().stream().map(hit -> hit.name().zh()).toList();
        assertThat(names).isSortedAccordingTo(Alphabet.of(Locale.CHINESE));
    }

    @Test
    void aFacetCountsWhatItsOtherValuesWouldGive() {
        var all = city.search(new Wanted("", Optional.of(Group.DATASETS), Map.of(), true, 0, 1000));
        var byAttribute = all.facets().get(Facet.ATTRIBUTE);
        var conditional = city.search(new Wanted(
                "", Optional.of(Group.DATASETS), Map.of(Facet.ATTRIBUTE, Set.of("conditional")), true, 0, 1000));

        assertThat(byAttribute).allSatisfy(value -> assertThat(value.count())
                .isEqualTo(all.hits().stream()
                        .filter(hit -> hit.of(Facet.ATTRIBUTE).contains(value.value()))
                        .count()));
        assertThat(conditional.total()).isPositive().isLessThan(all.total());
        assertThat(conditional.facets().get(Facet.ATTRIBUTE)).isEqualTo(byAttribute);
        assertThat(conditional.facets().get(Facet.ORGANIZATION))
                .isNotEqualTo(all.facets().get(Facet.ORGANIZATION));
        assertThat(conditional
                        .name("https://w3id.org/shuqi/code/sharing-attribute/conditional")
                        .zh())
                .isEqualTo("有条件共享");
    }

    @Test
    void pagesFollowOneAnother() {
        var whole = city.search(Wanted.of("登记", Group.DATASETS, 100)).hits();
        var pages = new ArrayList<Hit>();
        for (var at = 0; at < whole.size(); at += 3) {
            pages.addAll(city.search(new Wanted("登记", Optional.of(Group.DATASETS), Map.of(), false, at, 3))
                    .hits());
        }

        assertThat(whole.size()).isGreaterThan(6);
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void nobodyFindsNothing() {
        assertThat(city.index.search(Wanted.overview("婚姻", 5)).total()).isZero();
    }

    @Test
    void everyNumberIsOfWhatTheCallerMayRead() {
        var callers = List.of(
                Library.in("nc-civil", Role.CATALOGUER),
                Library.in("nc-housing-fund", Role.READER),
                Library.in("nc-police", Role.DEPARTMENT_HEAD),
                new Caller("stranger", "stranger", Set.of()));
        for (var caller : callers) {
            for (var text : List.of("婚姻登记", "登记", "协议", "共享", "信息", "a", "")) {
                var wanted = new Wanted(text, Optional.empty(), Map.of(), false, 0, 5000);
                var all = city.search(wanted).hits();
                var found = Library.as(caller, () -> city.index.search(wanted));
                var readable = Library.as(
                        caller, () -> all.stream().filter(SearchTest::isRead).toList());

                assertThat(found.hits()).as(text).containsExactlyElementsOf(readable);
                assertThat(found.total()).isEqualTo(readable.size());
                for (var group : Group.values()) {
                    assertThat(found.of(group))
                            .isEqualTo(readable.stream()
                                    .filter(hit -> hit.group() == group)
                                    .count());
                }
                for (var facet : Facet.values()) {
                    assertThat(found.facets().get(facet)).allSatisfy(value -> assertThat(value.count())
                            .isEqualTo(readable.stream()
                                    .filter(hit -> hit.of(facet).contains(value.value()))
                                    .count()));
                }
            }
        }
    }

    private static boolean isRead(Hit hit) {
        try (var now = city.rights.sighted().read()) {
            return now.union().contains(hit.iri(), Rdf.type, Node.ANY);
        }
    }

    @Test
    void peopleOfOnePartyDoNotFindAgreementsOfOthers() {
        var wanted = Wanted.of("NC-A-033", Group.AGREEMENTS, 10);

        assertThat(Library.as(
                        Library.in("nc-housing-fund", Role.READER),
                        () -> city.index.search(wanted).total()))
                .isOne();
        assertThat(Library.as(
                        Library.in("nc-tax", Role.READER),
                        () -> city.index.search(wanted).total()))
                .isZero();
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatThrownBy(() -> Wanted.overview("字".repeat(201), 5)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Wanted("", Optional.empty(), Map.of(), false, 9_999, 2))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void oddTextDoesNoHarm() {
        for (var text :
                List.of("*", "\"", "a:b", "((", "\\", "\u0000", "😀", "～！＠", "AND OR NOT", "-", "/", "한국", "ﷺ")) {
            assertThat(city.search(Wanted.overview(text, 5))).isNotNull();
        }
    }

    @Test
    void theIndexAgreesWithTheRegistry() {
        city.index.close();
        assertThat(SearchIndex.check(city.store, folder, count -> {})).isEmpty();
        city.index = city.begin(folder);
    }
}
