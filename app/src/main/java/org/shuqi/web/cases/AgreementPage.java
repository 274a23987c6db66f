package org.shuqi.web.cases;

import java.util.List;
import java.util.Optional;
import org.shuqi.paper.Paper;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;

/**
 * An agreement.
 *
 * @param address of the page
 * @param number its number
 * @param status where it stands
 * @param term when it holds and when it was suspended, as an SVG picture; empty if it has no term
 * @param dues its time limits
 * @param paper what was agreed, from the signed text
 * @param grants the data
 * @param signatures whether they hold
 * @param versions all versions, the first first
 * @param duties what is owed
 * @param handling what can be done
 * @param course what happened
 * @param asked decisions that rested on it, as far as their receipts may be read
 * @param origins what it carries out, and records about it
 * @param canEdit whether its terms can still be changed
 * @param canRevise whether a next version can be drafted
 * @param parties who can be replaced by a successor
 * @param done the step that was just taken
 */
public record AgreementPage(
        String address,
        String number,
        Badge status,
        String term,
        List<Due> dues,
        Paper paper,
        List<Granted> grants,
        List<Signed> signatures,
        List<Issue> versions,
        List<Owed> duties,
        Handling handling,
        List<CasePage.Event> course,
        Asked asked,
        List<Crumb> origins,
        boolean canEdit,
        boolean canRevise,
        List<Handling.Word> parties,
        Optional<Crumb> done) {

    public AgreementPage {
        dues = List.copyOf(dues);
        grants = List.copyOf(grants);
        signatures = List.copyOf(signatures);
        versions = List.copyOf(versions);
        duties = List.copyOf(duties);
        course = List.copyOf(course);
        origins = List.copyOf(origins);
        parties = List.copyOf(parties);
    }

    /** The title with its own language. */
    public Said title() {
        return new Said(paper.title().text(), paper.title().language());
    }

    /**
     * Decisions that rested on it.
     *
     * @param total how many receipts there are
     * @param rows the newest of them
     */
    public record Asked(long total, List<Question> rows) {
        public Asked {
            rows = List.copyOf(rows);
        }
    }

    /** A decision: when it was asked for, by whom, and what the answer was. */
    public record Question(String time, String by, Badge answer) {}

    /** A signature and whether it holds. */
    public record Signed(Crumb party, String time, Badge badge) {}

    /**
     * A version.
     *
     * @param number counted from 1
     * @param link its number with its page
     * @param isThis whether it is the one shown
     * @param kind why there is this version; the first has none
     * @param status where it stands
     * @param term when it holds
     * @param compare where it is compared with the one shown
     */
    public record Issue(
            int number, Crumb link, boolean isThis, List<Said> kind, Badge status, String term, String compare) {
        public Issue {
            kind = List.copyOf(kind);
        }
    }

    /** What a party owes, until when, and whether it did it. */
    public record Owed(Said duty, Crumb party, String due, Badge badge) {}
}
