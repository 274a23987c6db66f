package org.shuqi.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.paper.Paper.Article;
import org.shuqi.paper.Paper.Phrase;
import org.shuqi.paper.Paper.Sentence;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Prov;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** What was agreed as articles. Nothing of the signed text is left out: what no article is about stands in the last one. */
final class Articles {

    /** One article: its name, its heading, and the properties it is about. */
    private record Chapter(String id, Text heading, List<Node> properties) {}

    /** The data and whom they go to have an article of their own between the first and the second. */
    private static final List<Chapter> CHAPTERS = List.of(
            chapter(
                    "purpose",
                    "目的和原则",
                    "Purpose and principles",
                    Sq.objective,
                    Sq.principle,
                    Sq.publicDuty,
                    Sq.expectedBenefit,
                    Sq.impetus,
                    Sq.dataSubjectClass,
                    Sq.legalBasis),
            chapter(
                    "use",
                    "使用和提供",
                    "Use and passing on",
                    Sq.processingDescription,
                    Sq.usageRestriction,
                    Odrl.prohibition,
                    Sq.mayReshare),
            chapter(
                    "security",
                    "安全和质量",
                    "Security and quality",
                    Sq.securityMeasure,
                    Sq.processor,
                    Sq.assessmentSummary,
                    Sq.qualityDuty),
            chapter(
                    "keeping",
                    "保存、记录和处置",
                    "Keeping, records and disposal",
                    Sq.storagePeriod,
                    Sq.recordKeeping,
                    Sq.disposalMethod),
            chapter("term", "期限", "Term", Sq.validFrom, Sq.validUntil, Sq.reviewDate),
            chapter("change", "变更、暂停和终止", "Change, suspension and end", Sq.changeClause),
            chapter("dispute", "争议", "Disputes", Sq.disputeClause),
            chapter(
                    "fee",
                    "费用和公开",
                    "Fee and publicity",
                    Sq.fee,
                    Sq.contractPrice,
                    Sq.procurementMode,
                    Sq.supplier,
                    Sq.publicity));

    /** What stands at the head of the paper, or says what kind of record it is. */
    private static final Set<Node> ELSEWHERE =
            Set.of(Rdf.type, Dct.identifier, Dct.title, Sq.leadParty, Odrl.permission, Prov.wasDerivedFrom);

    private static final String NUMERALS = "零一二三四五六七八九十";

    private final Wording words;
    private final List<Article> articles = new ArrayList<>();
    private final Set<Node> told = new HashSet<>(ELSEWHERE);

    Articles(Wording words) {
        this.words = words;
    }

    private static Chapter chapter(String id, String zh, String en, Node... properties) {
        return new Chapter(id, new Text(zh, en), List.of(properties));
    }

    List<Article> all() {
        for (var chapter : CHAPTERS) {
            told.addAll(chapter.properties());
            add(
                    chapter.id(),
                    chapter.heading(),
                    chapter.properties().stream().flatMap(this::sentences).toList());
            if (chapter.id().equals("purpose")) {
                permissions();
            }
        }
        add(
                "further",
                new Text("其他约定", "Further terms"),
                words.properties(words.agreement()).stream()
                        .filter(property -> !told.contains(property))
                        .flatMap(this::sentences)
                        .toList());
        return articles;
    }

    private void permissions() {
        var given = new ArrayList<Sentence>();
        var owed = new ArrayList<Sentence>();
        var seen = new HashSet<String>();
        var number = 0;
        for (var permission : words.all(words.agreement(), Odrl.permission)) {
            number++;
            given.add(new Permissions(words, permission).grant(number));
            given.addAll(new Permissions(words, permission).terms());
            // duties that every permission repeats are said once
            new Permissions(words, permission)
                    .duties().stream()
                            .filter(duty -> seen.add(duty.phrase().text()))
                            .forEach(owed::add);
        }
        add("data", new Text("共享的数据、用途和方式", "Data, purposes and methods"), given);
        add("duties", new Text("接收方的义务", "Duties of the recipient"), owed);
    }

    private void add(String id, Text heading, List<Sentence> sentences) {
        if (!sentences.isEmpty()) {
            var number = articles.size() + 1;
            articles.add(new Article(
                    id,
                    words.either("第" + numeral(number) + "条　" + heading.zh(), number + ". " + heading.en()),
                    sentences));
        }
    }

    private Stream<Sentence> sentences(Node property) {
        var values = words.all(words.agreement(), property);
        if (values.isEmpty()) {
            return Stream.empty();
        }
        if (property.equals(Sq.validUntil)) {
            return words.lastDay(values.get(0)).map(day -> labelled(property, words.phrase(day, day))).stream();
        }
        if (values.stream().anyMatch(words::isPart)) {
            return values.stream()
                    .map(part -> words.sentence(words.part(part), property, new Permissions(words, part).everything()));
        }
        if (values.stream().noneMatch(Node::isLiteral)) {
            return Stream.of(labelled(property, words.phrase(words.names(values), words.names(values))));
        }
        var languages = new LinkedHashSet<Phrase>(words.texts(words.agreement(), property));
        return languages.stream().map(text -> labelled(property, text));
    }

    private Sentence labelled(Node property, Phrase value) {
        return words.sentence(Wording.last(property), property, value);
    }

    private String numeral(int number) {
        if (number <= 10) {
            return NUMERALS.substring(number, number + 1);
        }
        var units = number % 10 == 0 ? "" : NUMERALS.substring(number % 10, number % 10 + 1);
        return (number < 20 ? "" : NUMERALS.substring(number / 10, number / 10 + 1)) + "十" + units;
    }
}
