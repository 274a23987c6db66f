package org.shuqi.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.Demo;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Body;
import org.shuqi.record.Descriptions;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Terms;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sq;

/** From a filled-in form to a record and back. */
class FilingTest {

    private static final Caller CLERK = new Caller("clerk", java.util.Set.of(Role.OPERATOR));
    private static final Form ENTRY = Forms.standard().of(Dcat.Dataset);

    @TempDir
    private static Path folder;

    private static Registry registry;
    private static Filing filing;

    @BeforeAll
    static void open() {
        registry = Registry.open(Settings.of(folder));
        create(
                RecordKind.ORGANIZATIONS,
                """
                {"id": "civil", "identifier": "11150600MB1234567X", "prefLabel": {"zh": "市民政局"},
                 "organType": "government-department", "adminLevel": "city"}""");
        create(
                RecordKind.CATALOGS,
                """
                {"id": "civil", "title": {"zh": "市民政局目录"}, "publisher": "organization/civil"}""");
        filing = new Filing(
                Forms.standard(),
                registry.records(),
                registry.store(),
                registry.settings().zone());
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    @Test
    void aFilledInFormBecomesARecordWithItsItems() {
        var outcome = filing.create(RecordKind.DATASETS, ENTRY, sound("307001/000101"), Optional.empty(), terms());

        assertThat(outcome.stopping()).isEmpty();
        var json = outcome.written().orElseThrow().record().json();
        assertThat(json.at("/title/zh").textValue()).isEqualTo("婚姻登记");
        assertThat(json.at("/publisher").textValue()).endsWith("organization/civil");
        assertThat(json.at("/sharingAttribute").textValue()).isEqualTo("unconditional");
        assertThat(json.at("/dataItem")).hasSize(2);
        assertThat(json.at("/dataItem/0/id").textValue()).endsWith("307001/000101/item/id-no");
        assertThat(json.at("/dataItem/0/fieldLength").intValue()).isEqualTo(18);
        assertThat(json.at("/dataItem/0/personalData").booleanValue()).isTrue();
        assertThat(registry.records()
                        .read(RecordKind.CATALOGS, "civil")
                        .json()
                        .at("/dataset")
                        .toString())
                .contains("307001/000101");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceBesideItsInput() {
        var wrong = new LinkedHashMap<>(sound("307001/000102").asMap());
        wrong.remove("title.zh");
        wrong.put("sharingAttribute", List.of(code("sharing-attribute/conditional")));
        wrong.put("theme", List.of("no such theme"));
        wrong.put("publisher", List.of("某某局"));
        wrong.put("dataItem.0.fieldLength", List.of("18位"));
        wrong.remove("dataItem.1.securityLevel");
        wrong.put("dataItem.1.title.en", List.of("date"));

        var outcome = filing.create(RecordKind.DATASETS, ENTRY, Answers.of(wrong), Optional.empty(), terms());

        assertThat(outcome.written()).isEmpty();
        assertThat(outcome.stopping().stream().map(Mistake::input))
                .contains(
                        "title",
                        "theme",
                        "publisher",
                        "sharingScope",
                        "dataItem.0.fieldLength",
                        "dataItem.1.securityLevel")
                .doesNotHaveDuplicates();
        assertThat(outcome.stopping()).allSatisfy(mistake -> {
            assertThat(mistake.message().zh()).isNotBlank();
            assertThat(mistake.message().en()).isNotBlank();
        });
        assertThat(outcome.stopping().stream()
                        .filter(mistake -> mistake.input().equals("dataItem.1.securityLevel"))
                        .map(mistake -> mistake.field().zh()))
                .containsExactly("数据项 2 · 级别");
        assertThatThrownBy(() -> registry.records().read(RecordKind.DATASETS, "307001/000102"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void thingsMayBeNamedByNameByCodeOrByIri() {
        for (var name : List.of("市民政局", "11150600MB1234567X", "１１１５０６００MB1234567X")) {
            var answers =
                    sound("307001/00020" + name.length() + name.codePointAt(0)).with("publisher", name);
            var outcome = filing.create(RecordKind.DATASETS, ENTRY, answers, Optional.empty(), terms());
            assertThat(outcome.stopping()).as(name).isEmpty();
        }
    }

    @Test
    void anIdentifierInUseIsToldAtItsInput() {
        filing.create(RecordKind.DATASETS, ENTRY, sound("307001/000103"), Optional.empty(), terms());

        var again = filing.create(RecordKind.DATASETS, ENTRY, sound("307001/000103"), Optional.empty(), terms());

        assertThat(again.stopping().stream().map(Mistake::input)).containsExactly("identifier");
    }

    @Test
    void aChangeKeepsWhatTheFormDoesNotAskFor() {
        var id = "307001/000104";
        filing.create(RecordKind.DATASETS, ENTRY, sound(id), Optional.empty(), terms());
        var read = registry.records().read(RecordKind.DATASETS, id);
        registry.records()
                .patch(
                        RecordKind.DATASETS,
                        id,
                        JsonTree.tree(Map.of("keyword", Map.of("zh", "民政"))),
                        Filing.terms("keyword", OptionalLong.of(read.tag()), CLERK));
        var before = registry.records().read(RecordKind.DATASETS, id);
        var shown = Filing.answers(ENTRY, before);
        var part = shown.get("dataItem.0.fieldName").equals("ID_NO") ? 1 : 0;

        var changed = filing.change(
                RecordKind.DATASETS,
                id,
                ENTRY,
                shown.with("title.zh", "婚姻登记（新）").withoutPart("dataItem." + part),
                Filing.terms("edit", OptionalLong.of(before.tag()), CLERK));

        assertThat(changed.stopping()).isEmpty();
        var json = changed.written().orElseThrow().record().json();
        assertThat(json.at("/title/zh").textValue()).isEqualTo("婚姻登记（新）");
        assertThat(json.at("/keyword/zh").textValue()).isEqualTo("民政");
        assertThat(json.at("/dataItem")).hasSize(1);
        try (var now = registry.store().read()) {
            assertThat(
                            now
                                    .union()
                                    .find(Node.ANY, Dct.title, NodeFactory.createLiteralLang("登记日期", "zh"))
                                    .toList()
                                    .stream()
                                    .map(triple -> triple.getSubject().getURI())
                                    .filter(iri -> iri.contains(id)))
                    .isEmpty();
        }
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefused() {
        var id = "307001/000105";
        filing.create(RecordKind.DATASETS, ENTRY, sound(id), Optional.empty(), terms());
        var read = registry.records().read(RecordKind.DATASETS, id);
        var shown = Filing.answers(ENTRY, read);
        var terms = Filing.terms("edit", OptionalLong.of(read.tag()), CLERK);
        filing.change(RecordKind.DATASETS, id, ENTRY, shown.with("title.zh", "甲"), terms);

        assertThatThrownBy(() -> filing.change(RecordKind.DATASETS, id, ENTRY, shown.with("title.zh", "乙"), terms))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.STALE));
    }

    @Test
    void aFormSentBackAsItWasShownChangesNothingOfTheDemoCity() {
        var union = Demo.dataset().getUnionGraph();
        var values = new Values(new Choices(union), Settings.DEFAULT_ZONE);
        var seen = new HashMap<Form, Integer>();
        for (var form : Forms.standard().all().values()) {
            form.type().ifPresent(type -> union.find(Node.ANY, org.shuqi.vocabulary.Rdf.type, type)
                    .forEachRemaining(triple -> {
                        var record = triple.getSubject();
                        var before = Descriptions.of(record, union);
                        var after = Writing.of(form, record, before, Showing.of(form, record, before), values);
                        assertThat(after.mistakes()).as(record.toString()).isEmpty();
                        assertThat(after.description().isIsomorphicWith(before))
                                .as(record.toString())
                                .isTrue();
                        seen.merge(form, 1, Integer::sum);
                    }));
        }
        assertThat(seen.get(ENTRY)).isGreaterThan(20);
    }

    @Test
    void partsWithoutAnyAnswerAreNotFiled() {
        var answers = sound("307001/000106").withPart("dataItem").withPart("dataItem");

        var outcome = filing.create(RecordKind.DATASETS, ENTRY, answers, Optional.empty(), terms());

        assertThat(answers.parts("dataItem")).containsExactly(0, 1, 2, 3);
        assertThat(outcome.written().orElseThrow().record().json().at("/dataItem"))
                .hasSize(2);
    }

    @Test
    void datesMayBeWrittenAsPeopleWriteThem() {
        var day = new Field(
                "issued",
                Dct.issued,
                new org.shuqi.problem.Text("", ""),
                new org.shuqi.problem.Text("", ""),
                Widget.DAY,
                false,
                false,
                new Source(List.of(), List.of(), List.of()),
                org.apache.jena.datatypes.xsd.XSDDatatype.XSDdate,
                Optional.empty(),
                Optional.empty());
        var values = new Values(new Choices(Demo.dataset().getUnionGraph()), Settings.DEFAULT_ZONE);

        for (var text : List.of("2026-11-02", "2026/11/2", "2026年11月2日", "２０２６－１１－０２")) {
            assertThat(values.of(day, text).node().orElseThrow().getLiteralLexicalForm())
                    .as(text)
                    .isEqualTo("2026-11-02");
        }
        for (var text : List.of("2026-02-30", "11/02/2026", "明天")) {
            assertThat(values.of(day, text).wrong()).as(text).isPresent();
        }
    }

    private static Answers sound(String identifier) {
        var inputs = new LinkedHashMap<String, List<String>>();
        inputs.put("identifier", List.of(identifier));
        inputs.put("title.zh", List.of("婚姻登记"));
        inputs.put("description.zh", List.of("婚姻登记的结果"));
        inputs.put("publisher", List.of("市民政局"));
        inputs.put("theme", List.of(code("theme/population")));
        inputs.put("format", List.of(code("format/database")));
        inputs.put("accrualPeriodicity", List.of(code("update-frequency/daily")));
        inputs.put("sharingAttribute", List.of(code("sharing-attribute/unconditional")));
        inputs.put("sharingMethod", List.of(code("sharing-method/query")));
        inputs.put("dataItem.0.id", List.of(""));
        inputs.put("dataItem.0.title.zh", List.of("公民身份号码"));
        inputs.put("dataItem.0.fieldName", List.of("ID_NO"));
        inputs.put("dataItem.0.fieldLength", List.of("１８"));
        inputs.put("dataItem.0.securityLevel", List.of(code("level/general-3")));
        inputs.put("dataItem.0.personalData", List.of("true"));
        inputs.put("dataItem.1.id", List.of(""));
        inputs.put("dataItem.1.title.zh", List.of("登记日期"));
        inputs.put("dataItem.1.securityLevel", List.of(code("level/general-1")));
        return Answers.of(inputs);
    }

    private static String code(String local) {
        return Sq.NS.replace("ns#", "code/") + local;
    }

    private static Terms terms() {
        return new Terms("test", OptionalLong.empty(), false, false, CLERK);
    }

    private static void create(RecordKind kind, String json) {
        registry.records().create(kind, new Body.Json((ObjectNode) JsonTree.of(json.getBytes())), terms());
    }
}
