package org.shuqi.web.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;

/**
 * Somebody else was quicker: what the reader wanted, beside what has been done meanwhile.
 *
 * @param record the record with its page
 * @param kind {@code applications}, {@code agreements}, {@code corrections} or {@code disputes}
 * @param status where it stands now
 * @param theirs what was done meanwhile, the last step
 * @param wanted the step that the reader chose
 * @param given what was given with it, by name
 * @param note what was written
 */
public record ConflictPage(
        Crumb record,
        String kind,
        Badge status,
        Optional<CasePage.Event> theirs,
        Said wanted,
        Map<String, String> given,
        String note) {

    public ConflictPage {
        given = Map.copyOf(given);
    }

    /** Names of what was given, in a steady order. */
    public List<String> names() {
        return given.keySet().stream().sorted().toList();
    }
}
