package org.shuqi.shield;

import java.util.Locale;

/**
 * The address in the first line of a request. People and simple clients send signs as they are that ought to be escaped,
 * Chinese ones above all: each of their bytes then stands for itself, and so does a per cent sign that escapes nothing.
 * Source: URL Standard of the WHATWG, percent-decode.
 */
final class Target {

    /** Printed signs that no address holds. */
    private static final String ODD = "\"<>\\^`{|}";

    private Target() {}

    /** The address with everything escaped that has to be. */
    static String written(String target) {
        for (var at = 0; at < target.length(); at++) {
            if (isOdd(target, at)) {
                return escaped(target);
            }
        }
        return target;
    }

    private static boolean isOdd(String target, int at) {
        var sign = target.charAt(at);
        return sign == '%' ? !escapes(target, at) : sign <= ' ' || sign >= 0x7F || ODD.indexOf(sign) >= 0;
    }

    private static boolean escapes(String target, int at) {
        return at + 2 < target.length() && isHex(target.charAt(at + 1)) && isHex(target.charAt(at + 2));
    }

    private static boolean isHex(char sign) {
        return sign < 0x7F && Character.digit(sign, 16) >= 0;
    }

    /** The decoder gives one sign for each byte. */
    private static String escaped(String target) {
        var written = new StringBuilder(target.length() * 2);
        for (var at = 0; at < target.length(); at++) {
            var sign = target.charAt(at);
            if (isOdd(target, at)) {
                written.append(String.format(Locale.ROOT, "%%%02X", sign & 0xFF));
            } else {
                written.append(sign);
            }
        }
        return written.toString();
    }
}
