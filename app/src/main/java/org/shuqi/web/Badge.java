package org.shuqi.web;

/**
 * A state in a word, with a sign and a colour that say the same.
 *
 * @param tone how good it is
 * @param said the word
 */
public record Badge(Tone tone, Said said) {

    /** How good a state is; each has a sign, for who does not see colours. */
    public enum Tone {
        /** Neither good nor bad. */
        PLAIN("plain", "○"),
        /** Done, allowed, in force. */
        GOOD("good", "✓"),
        /** Soon due, on condition. */
        WARN("warn", "!"),
        /** Overdue, refused, broken. */
        BAD("bad", "✕");

        private final String style;
        private final String sign;

        Tone(String style, String sign) {
            this.style = style;
            this.sign = sign;
        }

        /** Name of the style class. */
        public String style() {
            return style;
        }

        /** The sign. */
        public String sign() {
            return sign;
        }
    }
}
