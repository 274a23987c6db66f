package org.shuqi.web.relations;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.Locale;
import org.shuqi.decision.Lists;
import org.shuqi.web.Said;

/** What things are called in one language, and in which order names stand. */
record Names(Locale language) {

    /** The name, marked as Chinese where it is, since not every record is named in both languages. */
    Said of(Lists.Named named) {
        var text = named.name().in(language);
        return new Said(text, isHan(text) ? "zh" : "en");
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    }

    /** By sound in Chinese, by letter in English; equals by IRI, so that a page is the same twice. */
    Comparator<Lists.Named> order() {
        var collator = Collator.getInstance(language.getLanguage().equals("en") ? ULocale.ENGLISH : ULocale.CHINESE);
        return Comparator.<Lists.Named, String>comparing(
                        named -> named.name().in(language), (one, other) -> collator.compare(one, other))
                .thenComparing(Lists.Named::iri);
    }

    /** The name that an address has for a record: what stands behind the kind in its IRI. */
    static String id(String iri, String kind) {
        var at = iri.indexOf("/" + kind + "/");
        return at < 0 ? iri : iri.substring(at + kind.length() + 2);
    }
}
