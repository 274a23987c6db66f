package org.shuqi.web.form;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Said;

/**
 * A form for one record.
 *
 * @param form as it is filled in
 * @param place the page it stands on
 * @param tag revision of what is changed; empty for a new one
 * @param number that a new record will get; empty if what is filled in settles that
 * @param keeping the drafts of the reader, where the form can be kept
 * @param conflict whether somebody else has changed it meanwhile
 * @param warnings what the change would bring about; then the button says that it is meant
 * @param meant what a second sending confirms; empty if there is nothing to confirm
 */
public record FormPage(
        FormView form,
        Place place,
        String tag,
        String number,
        Optional<Keeping> keeping,
        boolean conflict,
        List<Said> warnings,
        String meant) {

    public FormPage {
        warnings = List.copyOf(warnings);
    }

    /**
     * Forms that were begun.
     *
     * @param draft id of this one; empty if it is not kept
     * @param isKept whether that was done just now
     * @param others what else the reader has begun on the same page
     */
    public record Keeping(String draft, boolean isKept, List<Drafts.Draft> others) {

        public Keeping {
            others = List.copyOf(others);
        }
    }
}
