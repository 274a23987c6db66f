package org.shuqi.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Sq;

/** From what stands in a cell to what is kept in the graph, and back. */
final class Values {

    private static final Pattern DAY = Pattern.compile("(\\d{4})\\D?(\\d{1,2})\\D?(\\d{1,2})日?");
    private static final Pattern SPAN = Pattern.compile("(\\d+)\\s*(days?|weeks?|months?|years?|天|日|周|个月|月|年)");

    private final Directory directory;

    Values(Directory directory) {
        this.directory = directory;
    }

    /**
     * What a cell means.
     *
     * @param nodes the values that were understood
     * @param wrong what is wrong with the others
     */
    record Meaning(List<Node> nodes, Optional<Text> wrong) {
        static Meaning of(List<Node> nodes) {
            return new Meaning(nodes, Optional.empty());
        }

        static Meaning wrong(String zh, String en, Object... arguments) {
            return new Meaning(List.of(), Optional.of(Text.of(zh, en, arguments)));
        }
    }

    Meaning of(Column column, String text) {
        if (text.isEmpty() || column.kind() == Content.NOTE || column.kind() == Content.ORGCODE) {
            return Meaning.of(List.of());
        }
        var nodes = new ArrayList<Node>();
        for (var piece : pieces(column, text)) {
            var node = one(column, piece);
            if (node.isEmpty()) {
                return wrong(column, piece);
            }
            if (!nodes.contains(node.get())) {
                nodes.add(node.get());
            }
        }
        return Meaning.of(nodes);
    }

    /** The values of a list in words. */
    String choices(String list) {
        return directory.choices(list);
    }

    /** One value by itself. */
    Optional<Node> one(Column column, String text) {
        return switch (column.kind()) {
            case KEY -> Optional.of(NodeFactory.createLiteralString(Fold.half(text)));
            case PLAIN -> Optional.of(NodeFactory.createLiteralString(text));
            case ZH -> Optional.of(NodeFactory.createLiteralLang(text, "zh"));
            case EN -> Optional.of(NodeFactory.createLiteralLang(text, "en"));
            case CODE -> directory.code(column.list(), text);
            case ORG -> directory.organization(text);
            case PARTY ->
                directory
                        .organization(text)
                        .or(() -> directory.collection(text))
                        .or(() -> directory.code("organ-type", text));
            case BODY -> directory.organization(text).or(() -> Optional.of(NodeFactory.createLiteralLang(text, "en")));
            case LAW -> directory.law(text);
            case SYSTEM -> directory.system(text);
            case DATASET -> directory.dataset(Fold.half(text));
            case ASSET -> directory.dataset(Fold.half(text)).or(() -> directory.code("theme", text));
            case DATE -> day(text).map(Values::dated);
            case LASTDAY -> day(text).map(day -> dated(day.plusDays(1)));
            case PERIOD -> period(text);
            case NUMBER ->
                Optional.of(Fold.half(text))
                        .filter(digits -> digits.matches("\\d{1,9}"))
                        .map(digits -> NodeFactory.createLiteralDT(
                                Integer.toString(Integer.parseInt(digits)), XSDDatatype.XSDinteger));
            case TRUTH ->
                Columns.PUBLISHED
                        .spelling("truth", text)
                        .map(word -> NodeFactory.createLiteralDT(word, XSDDatatype.XSDboolean));
            case ORGCODE, NOTE -> Optional.empty();
        };
    }

    /** The day that a text means, however it is written. */
    static Optional<LocalDate> day(String text) {
        var parts = DAY.matcher(Fold.half(text).replaceAll("[T ]\\d{2}:\\d{2}.*$", ""));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What stands in the cell for values that are there. */
    String written(Column column, List<Node> nodes) {
        return String.join(
                "；", nodes.stream().map(node -> written(column, node)).sorted().toList());
    }

    private String written(Column column, Node node) {
        if (!node.isLiteral()) {
            return directory.label(column, node);
        }
        var text = node.getLiteralLexicalForm();
        return switch (column.kind()) {
            case TRUTH ->
                column.key().equals("secrecy") ? text.equals("true") ? "涉密" : "非涉密" : text.equals("true") ? "是" : "否";
            case DATE -> text.length() > 10 ? text.substring(0, 10) : text;
            case LASTDAY ->
                day(text.length() > 10 ? text.substring(0, 10) : text)
                        .map(day -> day.minusDays(1).toString())
                        .orElse(text);
            default -> text;
        };
    }

    private static Node dated(LocalDate day) {
        return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
    }

    private static Optional<Node> period(String text) {
        var span = SPAN.matcher(text.strip().toLowerCase(java.util.Locale.ROOT));
        try {
            var iso = span.matches() ? Period.of(years(span), months(span), days(span)) : Period.parse(text.strip());
            return Optional.of(NodeFactory.createLiteralDT(
                    span.matches() ? iso.toString() : text.strip(), XSDDatatype.XSDduration));
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int years(java.util.regex.Matcher span) {
        return span.group(2).startsWith("y") || span.group(2).equals("年") ? Integer.parseInt(span.group(1)) : 0;
    }

    private static int months(java.util.regex.Matcher span) {
        return span.group(2).contains("m") || span.group(2).contains("月") ? Integer.parseInt(span.group(1)) : 0;
    }

    private static int days(java.util.regex.Matcher span) {
        var unit = span.group(2);
        var times = unit.startsWith("w") || unit.equals("周") ? 7 : 1;
        return unit.startsWith("d") || unit.equals("天") || unit.equals("日") || times == 7
                ? Math.multiplyExact(Integer.parseInt(span.group(1)), times)
                : 0;
    }

    /** Names may hold commas, so a piece is broken up further only if it means nothing as it is. */
    private List<String> pieces(Column column, String text) {
        if (!column.many() || one(column, text).filter(Node::isURI).isPresent()) {
            return List.of(text);
        }
        var pieces = new ArrayList<String>();
        for (var piece : parts(text, column.kind() == Content.BODY ? "[;；\\n|]" : "[;；\\n]")) {
            if (one(column, piece).isPresent()) {
                pieces.add(piece);
            } else {
                pieces.addAll(parts(piece, column.kind() == Content.CODE ? "[,，、|/]" : "[,，、]"));
            }
        }
        return pieces;
    }

    private static List<String> parts(String text, String separator) {
        return java.util.Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private Meaning wrong(Column column, String text) {
        return switch (column.kind()) {
            case CODE ->
                Meaning.wrong(
                        "`%s` 不在代码表 %s 中；请填写：%s",
                        "`%s` is not in the code list %s; write one of: %s",
                        text,
                        column.list(),
                        directory.choices(column.list()));
            case ORG ->
                Meaning.wrong(
                        "没有登记名称或代码为 `%s` 的单位，或者不止一个；请填写已登记的全称或统一社会信用代码",
                        "no organisation, or more than one, is registered as `%s`; write its registered name or credit code",
                        text);
            case PARTY ->
                Meaning.wrong(
                        "`%s` 不是已登记的单位、单位集合或者机构类型；请填写已登记的名称",
                        "`%s` is no registered organisation, collection or kind of organisation; write a registered name",
                        text);
            case LAW ->
                Meaning.wrong(
                        "没有登记依据 `%s`；请先登记，或填写已登记的全称和条款，例如 统计法 第二十八条",
                        "no legal basis `%s` is registered; register it first, or write its title and article in full",
                        text);
            case SYSTEM -> Meaning.wrong("没有登记系统 `%s`；请核对名称", "no system `%s` is registered; check the name", text);
            case DATASET, ASSET ->
                Meaning.wrong(
                        "没有登记代码为 `%s` 的条目；请填写已登记的信息资源代码",
                        "no entry with the code `%s` is registered; write a registered resource code", text);
            case DATE, LASTDAY ->
                Meaning.wrong("`%s` 不是日期；请填写如 2026-01-31", "`%s` is no day; write it like 2026-01-31", text);
            case PERIOD ->
                Meaning.wrong(
                        "`%s` 不是期限；请填写如 P6M、6 months 或者 6个月",
                        "`%s` is no length of time; write it like P6M or 6 months", text);
            case NUMBER -> number(text);
            case TRUTH ->
                Meaning.wrong("`%s` 不能读作是或否；请填写 是 或 否", "`%s` is neither yes nor no; write 是 (yes) or 否 (no)", text);
            case KEY, ZH, EN, PLAIN, BODY, ORGCODE, NOTE -> Meaning.wrong("`%s` 无法读取", "`%s` cannot be read", text);
        };
    }

    private static Meaning number(String text) {
        var digits = Fold.half(text).replaceAll("\\D.*$", "");
        return digits.isEmpty()
                ? Meaning.wrong("`%s` 不是整数；请只填数字，例如 18", "`%s` is no whole number; write digits only, such as 18", text)
                : Meaning.wrong(
                        "`%s` 带有单位或其他文字；请只填数字 %s",
                        "`%s` has a unit or other words in it; write the number only: %s", text, digits);
    }

    /** Whether a basis may carry a refusal to share. Source: Order 809 Art 15. */
    boolean suffices(Node basis) {
        return List.of("law", "administrative-regulation", "state-council-decision").stream()
                .anyMatch(rank -> directory.union().contains(basis, Sq.legalRank, Sq.code("legal-rank", rank)));
    }
}
