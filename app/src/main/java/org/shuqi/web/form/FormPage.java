package org.shuqi.web.form;

import java.util.List;
import org.shuqi.web.Said;

/**
 * A form for one record.
 *
 * @param form as it is filled in
 * @param title of the page
 * @param nav the place in the navigation that it belongs to
 * @param address where it is sent
 * @param back where who changes their mind goes
 * @param tag revision of what is changed; empty for a new one
 * @param conflict whether somebody else has changed it meanwhile
 * @param warnings what the change would bring about; then the button says that it is meant
 * @param meant what a second sending confirms; empty if there is nothing to confirm
 */
public record FormPage(
        FormView form,
        Said title,
        String nav,
        String address,
        String back,
        String tag,
        boolean conflict,
        List<Said> warnings,
        String meant) {

    public FormPage {
        warnings = List.copyOf(warnings);
    }
}
