package org.shuqi.change;

import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Why somebody wants a change: kept in the log for ever and shown to auditors, so it has to be what it looks like. */
final class Reason {

    /** A page of text is a long reason. */
    private static final int LONGEST = 10_000;

    private Reason() {}

    /**
     * The reason itself.
     *
     * @throws Refusal MALFORMED if it has control characters, or marks that turn the direction of reading; TOO_LARGE
     */
    static String checked(String reason) {
        if (reason.length() > LONGEST) {
            throw Refusal.of(
                    Kind.TOO_LARGE,
                    "变更理由超过 %d 个字符；请写短一些",
                    "the reason is longer than %d characters; write it shorter",
                    LONGEST);
        }
        reason.codePoints().filter(Reason::deceives).findFirst().ifPresent(found -> {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "变更理由含控制字符或不可见字符 U+%04X；请删去",
                    "the reason has the control or invisible character U+%04X; take it out",
                    found);
        });
        return reason;
    }

    private static boolean deceives(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            case Character.FORMAT -> c >= 0x202A && c <= 0x202E || c >= 0x2060 && c <= 0x206F || c == 0x200B;
            default -> false;
        };
    }
}
