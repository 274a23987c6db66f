package org.shuqi.search;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.Locale;

/** The order in which people look for names in a list: by pinyin in Chinese, by letters in English. */
public final class Alphabet {

    private static final RuleBasedCollator ZH = frozen(new ULocale("zh@collation=pinyin"));
    private static final RuleBasedCollator EN = frozen(ULocale.ENGLISH);

    private Alphabet() {}

    /** The order for readers of this language. */
    public static Comparator<String> of(Locale language) {
        return (language.getLanguage().equals("en") ? EN : ZH)::compare;
    }

    /** Bytes that compare as the name does among Chinese names. */
    static byte[] key(String name) {
        return ZH.getCollationKey(name).toByteArray();
    }

    private static RuleBasedCollator frozen(ULocale locale) {
        var collator = (RuleBasedCollator) Collator.getInstance(locale);
        // numbers in names count as numbers: 第2批 before 第10批
        collator.setNumericCollation(true);
        return (RuleBasedCollator) collator.freeze();
    }
}
