package org.shuqi.record;

import java.util.Map;
import java.util.regex.Pattern;
import org.shuqi.problem.Text;

/** What a parser complains of, in the words of the house where it is something that people get wrong every day. */
final class Complaint {

    private static final Pattern ILL_TYPED =
            Pattern.compile(".*Lexical form '(.*)' not valid for datatype (?:XSD |.*#)(\\w+)>?\\.?", Pattern.DOTALL);

    /** How a value of the type is written. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "dateTime", "2026-01-31T00:00:00+08:00",
            "dateTimeStamp", "2026-01-31T00:00:00+08:00",
            "date", "2026-01-31",
            "boolean", "true",
            "integer", "12",
            "nonNegativeInteger", "12",
            "positiveInteger", "12",
            "decimal", "1.5",
            "duration", "P30D",
            "gYear", "2026");

    private Complaint() {}

    /** The complaint in both languages; as it is, if it is of another kind. */
    static Text of(String message) {
        var found = ILL_TYPED.matcher(message);
        if (!found.matches()) {
            return new Text(message, message);
        }
        var example = EXAMPLES.get(found.group(2));
        return example == null
                ? Text.of("`%s` 不是 %s 的值", "`%s` is no value of type %s", found.group(1), found.group(2))
                : Text.of(
                        "`%s` 不是 %s 的值，应如 `%s`",
                        "`%s` is no value of type %s, write it like `%s`", found.group(1), found.group(2), example);
    }
}
