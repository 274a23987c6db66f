package org.shuqi.paper;

import java.util.ArrayList;
import java.util.regex.Pattern;

/** Says lengths of time in words, from the lexical form of {@code xsd:duration}. */
final class Period {

    private static final Pattern FORM = Pattern.compile(
            "P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d+)?)S)?)?");
    private static final String[] ZH = {"年", "个月", "日", "小时", "分钟", "秒"};
    private static final String[] EN = {"year", "month", "day", "hour", "minute", "second"};

    private Period() {}

    /** The length in words; as it stands if it is no length that people write. */
    static String said(String text, boolean english) {
        var form = FORM.matcher(text);
        if (!form.matches() || text.length() < 3) {
            return text;
        }
        var parts = new ArrayList<String>();
        for (var at = 0; at < ZH.length; at++) {
            var count = form.group(at + 1);
            if (count != null) {
                parts.add(english ? count + " " + EN[at] + (count.equals("1") ? "" : "s") : count + ZH[at]);
            }
        }
        return String.join(english ? " " : "", parts);
    }
}
