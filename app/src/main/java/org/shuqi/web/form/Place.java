package org.shuqi.web.form;

import java.util.List;
import org.shuqi.web.Crumb;

/**
 * The page that a form stands on.
 *
 * @param title of the page
 * @param lead what is said before the fields
 * @param nav the place in the navigation that it belongs to
 * @param crumbs the way here
 * @param address where it is sent, and where it is read anew
 * @param back where who changes their mind goes
 * @param history where one sees what somebody else has changed
 */
public record Place(
        String title, String lead, String nav, List<Crumb> crumbs, String address, String back, String history) {

    public Place {
        crumbs = List.copyOf(crumbs);
    }

    /** A page below another one, which also shows what was changed. */
    public Place(String title, String lead, String nav, List<Crumb> crumbs, String address, String back) {
        this(title, lead, nav, crumbs, address, back, back);
    }
}
