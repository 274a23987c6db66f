package org.shuqi.form;

import java.util.Optional;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;

/**
 * Something that has to be mended before the record can be filed, or ought to be looked at.
 *
 * @param input which input it is about; empty if it is about the whole
 * @param field what that is called, with the number of the part; empty if it is about the whole
 * @param message what is wrong and what would be right
 * @param law IRI of the article behind it, if there is one
 * @param stops whether the record is refused for it
 */
public record Mistake(String input, Text field, Text message, Optional<String> law, boolean stops) {

    /** Why the whole was refused. */
    public static Mistake of(Refusal refusal) {
        return new Mistake("", new Text("", ""), refusal.problem().detail(), Optional.empty(), true);
    }
}
