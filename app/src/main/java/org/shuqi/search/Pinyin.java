package org.shuqi.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How names are typed by their sound: in full ({@code hunyindengji}) or by initials ({@code hydj}), from any character of
 * the name on.
 */
public final class Pinyin {

    private static final Transliterator TONED = Transliterator.getInstance("Han-Latin");
    private static final Transliterator PLAIN = Transliterator.getInstance("Latin-ASCII; Lower");

    /** Characters that are read in more than one way in the names of offices, registers and data. */
    private static final Map<String, List<String>> READINGS = Map.ofEntries(
            Map.entry("行", List.of("xing", "hang")),
            Map.entry("重", List.of("zhong", "chong")),
            Map.entry("长", List.of("chang", "zhang")),
            Map.entry("会", List.of("hui", "kuai")),
            Map.entry("调", List.of("diao", "tiao")),
            Map.entry("率", List.of("lv", "lu", "shuai")),
            Map.entry("传", List.of("chuan", "zhuan")),
            Map.entry("车", List.of("che", "ju")),
            Map.entry("乐", List.of("le", "yue")),
            Map.entry("单", List.of("dan", "shan")),
            Map.entry("参", List.of("can", "shen")),
            Map.entry("藏", List.of("cang", "zang")),
            Map.entry("朝", List.of("chao", "zhao")),
            Map.entry("曾", List.of("ceng", "zeng")),
            Map.entry("查", List.of("cha", "zha")),
            Map.entry("解", List.of("jie", "xie")),
            Map.entry("降", List.of("jiang", "xiang")),
            Map.entry("角", List.of("jiao", "jue")),
            Map.entry("省", List.of("sheng", "xing")),
            Map.entry("属", List.of("shu", "zhu")),
            Map.entry("石", List.of("shi", "dan")),
            Map.entry("宿", List.of("su", "xiu")),
            Map.entry("厦", List.of("sha", "xia")),
            Map.entry("校", List.of("xiao", "jiao")),
            Map.entry("系", List.of("xi", "ji")),
            Map.entry("种", List.of("zhong", "chong")),
            Map.entry("便", List.of("bian", "pian")),
            Map.entry("薄", List.of("bo", "bao")),
            Map.entry("地", List.of("di", "de")),
            Map.entry("的", List.of("de", "di")),
            Map.entry("得", List.of("de", "dei")),
            Map.entry("还", List.of("hai", "huan")),
            Map.entry("给", List.of("gei", "ji")),
            Map.entry("供", List.of("gong")),
            Map.entry("都", List.of("du", "dou")),
            Map.entry("大", List.of("da", "dai")),
            Map.entry("数", List.of("shu")),
            Map.entry("强", List.of("qiang", "jiang")),
            Map.entry("提", List.of("ti", "di")),
            Map.entry("核", List.of("he", "hu")),
            Map.entry("落", List.of("luo", "la")),
            Map.entry("没", List.of("mei", "mo")),
            Map.entry("难", List.of("nan")),
            Map.entry("模", List.of("mo", "mu")),
            Map.entry("畜", List.of("xu", "chu")),
            Map.entry("着", List.of("zhe", "zhuo")),
            Map.entry("血", List.of("xue", "xie")),
            Map.entry("载", List.of("zai")),
            Map.entry("作", List.of("zuo")),
            Map.entry("区", List.of("qu", "ou")));

    private static final int LONGEST_INITIALS = 12;
    private static final int MOST_SYLLABLES = 6;
    /** Ways of reading that are followed for one beginning. */
    private static final int MOST_WAYS = 4;

    private static final Map<Integer, List<String>> KNOWN = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** What the name can be found by; nothing if there is no Han character in it. */
    public static Set<String> keys(String name) {
        var keys = new LinkedHashSet<String>();
        if (Words.hasHan(name)) {
            var units = units(Words.folded(name));
            for (var from = 0; from < units.size(); from++) {
                keys.addAll(joined(units, from, LONGEST_INITIALS, true));
                keys.addAll(joined(units, from, MOST_SYLLABLES, false));
            }
        }
        return keys;
    }

    /** The ways to read each Han character, and runs of other letters as they are. */
    private static List<List<String>> units(String folded) {
        var units = new ArrayList<List<String>>();
        for (var run : Words.runs(folded)) {
            if (Words.isHan(run.codePointAt(0))) {
                run.codePoints().forEach(point -> units.add(KNOWN.computeIfAbsent(point, Pinyin::readings)));
            } else {
                units.add(List.of(run));
            }
        }
        return units;
    }

    private static List<String> readings(int point) {
        var character = Character.toString(point);
        var known = READINGS.get(character);
        if (known != null) {
            return known;
        }
        var toned = TONED.transliterate(character).strip();
        var plain = PLAIN.transliterate(toned).replaceAll("[^a-z]", "");
        if (plain.isEmpty()) {
            return List.of(character);
        }
        // who types ü on a keyboard without it types v or u
        var isUmlaut = toned.matches(".*[üǖǘǚǜ].*");
        return isUmlaut ? List.of(plain.replace('u', 'v'), plain) : List.of(plain);
    }

    private static List<String> joined(List<List<String>> units, int from, int most, boolean initials) {
        var ways = List.of("");
        for (var at = from; at < Math.min(units.size(), from + most); at++) {
            var longer = new LinkedHashSet<String>();
            for (var way : ways) {
                for (var reading : units.get(at)) {
                    if (longer.size() < MOST_WAYS) {
                        longer.add(way + (initials ? initial(reading) : reading));
                    }
                }
            }
            ways = List.copyOf(longer);
        }
        return ways;
    }

    private static String initial(String reading) {
        return Character.isDigit(reading.charAt(0)) ? reading : reading.substring(0, 1);
    }
}
