package org.shuqi.web.cases;

import java.util.List;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;

/**
 * A time limit as a page shows it.
 *
 * @param clock which
 * @param badge how much is left, or what became of it
 * @param responsible who answers for it
 * @param law the articles it rests on
 * @param remarks what did not count, and why
 */
public record Due(Said clock, Badge badge, List<Crumb> responsible, List<Said> law, List<Said> remarks) {
    public Due {
        responsible = List.copyOf(responsible);
        law = List.copyOf(law);
        remarks = List.copyOf(remarks);
    }
}
