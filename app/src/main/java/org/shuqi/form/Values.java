package org.shuqi.form;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.problem.Text;

/** From one value as somebody fills it in to the node that is kept. */
final class Values {

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private static final Pattern LENGTH =
            Pattern.compile("(\\d{1,6})\\s*(日|天|个?月|年|days?|months?|years?)", Pattern.CASE_INSENSITIVE);

    private final Choices choices;
    private final ZoneId zone;

    Values(Choices choices, ZoneId zone) {
        this.choices = choices;
        this.zone = zone;
    }

    /** A value, or why it is none. */
    record Value(Optional<Node> node, Optional<Text> wrong) {

        static Value of(Node node) {
            return new Value(Optional.of(node), Optional.empty());
        }

        static Value wrong(String zh, String en, Object... arguments) {
            return new Value(Optional.empty(), Optional.of(Text.of(zh, en, arguments)));
        }
    }

    Value of(Field field, String said) {
        var text = Normalizer.normalize(said, Normalizer.Form.NFKC);
        return switch (field.widget()) {
            case DAY ->
                day(text).map(day -> typed(day.toString(), XSDDatatype.XSDdate)).orElseGet(() -> noDay(said));
            case INSTANT -> instant(text, said);
            case NUMBER, TRUTH -> literal(field, text.replace(",", ""), said);
            case CHOICE, REFERENCE -> thing(field, said);
            case LINE, PROSE ->
                literal(field, field.datatype().equals(XSDDatatype.XSDduration) ? length(text) : said, said);
            case NAME, PROSE_IN_TWO, PART ->
                throw new IllegalStateException("`%s` has no single value".formatted(field.key()));
        };
    }

    private Value thing(Field field, String said) {
        var meant = choices.meant(field, said);
        if (meant.size() == 1) {
            return Value.of(meant.iterator().next());
        }
        if (meant.size() > 1) {
            return Value.wrong(
                    "有 %d 个都叫 `%s`；请填写代码或者标识",
                    "%d are called `%s`; give the code or the identifier", meant.size(), said);
        }
        return field.widget() == Widget.CHOICE
                ? Value.wrong("`%s` 不在代码表中；请从列出的值中选择", "`%s` is not in the code list; choose one of its values", said)
                : Value.wrong(
                        "没有登记 `%s`；请填写已登记的名称、代码或者标识",
                        "`%s` is not registered; give a registered name, code or identifier", said);
    }

    private static Value literal(Field field, String text, String said) {
        if (!field.datatype().isValid(text)) {
            return switch (field.widget()) {
                case NUMBER ->
                    Value.wrong("`%s` 不是数字；请只写数字，例如 18", "`%s` is no number; write digits only, such as 18", said);
                case TRUTH -> Value.wrong("`%s` 不是“是”或“否”；请选择一个", "`%s` is neither yes nor no; choose one", said);
                default ->
                    field.datatype().equals(XSDDatatype.XSDduration)
                            ? Value.wrong(
                                    "`%s` 不是期限；请写成 30日、6个月或者 2年",
                                    "`%s` is no length of time; write 30 days, 6 months or 2 years", said)
                            : Value.wrong(
                                    "`%s` 的写法不对；请按 %s 填写", "`%s` is not written as %s wants it", said, name(field));
            };
        }
        return typed(text, field.datatype());
    }

    /** A length of time as people write it, as XML Schema has it; anything else as it is. */
    private static String length(String text) {
        var parts = LENGTH.matcher(text.strip());
        if (!parts.matches()) {
            return text;
        }
        var unit = parts.group(2);
        return "P" + parts.group(1) + (unit.matches("(?i)日|天|d.*") ? "D" : unit.matches("(?i)个?月|m.*") ? "M" : "Y");
    }

    private static String name(Field field) {
        var iri = field.datatype().getURI();
        return iri.substring(iri.lastIndexOf('#') + 1);
    }

    private Value instant(String text, String said) {
        try {
            return typed(
                    OffsetDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
        } catch (DateTimeParseException withoutZone) {
            try {
                var there = LocalDateTime.parse(text.replaceFirst("\\s+", "T")).atZone(zone);
                return instant(there.toOffsetDateTime());
            } catch (DateTimeParseException withoutTime) {
                return day(text)
                        .map(day -> instant(day.atStartOfDay(zone).toOffsetDateTime()))
                        .orElseGet(() -> noDay(said));
            }
        }
    }

    private static Value instant(OffsetDateTime at) {
        return typed(
                at.format(java.time.format.DateTimeFormatter.ofPattern(
                        "yyyy-MM-dd'T'HH:mm:ssxxx", java.util.Locale.ROOT)),
                XSDDatatype.XSDdateTime);
    }

    private static Optional<LocalDate> day(String text) {
        var parts = DAY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Value noDay(String said) {
        return Value.wrong("`%s` 不是日期；请写成 2026-01-31", "`%s` is no day; write it like 2026-01-31", said);
    }

    private static Value typed(String text, org.apache.jena.datatypes.RDFDatatype datatype) {
        return Value.of(NodeFactory.createLiteralDT(text, datatype));
    }
}
