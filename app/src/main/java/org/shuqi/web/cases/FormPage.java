package org.shuqi.web.cases;

import java.util.List;
import org.shuqi.web.Crumb;
import org.shuqi.web.form.FormView;

/**
 * A record that is filled in by a form drawn from the shapes.
 *
 * @param kind what is filled in: {@code terms} or {@code demand}
 * @param number of the record, or the one that it will have
 * @param form as it is filled in
 * @param address where it is sent
 * @param back where who changes their mind goes
 * @param nav the part of the site it belongs to
 * @param crumbs the way here
 * @param tag revision that was read; empty for a new record
 * @param isOvertaken whether somebody else has changed the record meanwhile
 */
public record FormPage(
        String kind,
        String number,
        FormView form,
        String address,
        String back,
        String nav,
        List<Crumb> crumbs,
        String tag,
        boolean isOvertaken) {

    public FormPage {
        crumbs = List.copyOf(crumbs);
    }
}
