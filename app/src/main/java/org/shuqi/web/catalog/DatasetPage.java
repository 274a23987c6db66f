package org.shuqi.web.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuqi.web.Badge;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;
import org.shuqi.web.cases.Due;
import org.shuqi.web.form.Facts;

/**
 * One entry.
 *
 * @param address of the page
 * @param name as a parameter names it
 * @param head what stands above the tabs
 * @param dues its time limits: of the provider to update it, of the authority to review it
 * @param tab which tab is open
 * @param steps what can be done with it next
 * @param mayEdit whether the reader may try to change it
 * @param content of the tab
 */
public record DatasetPage(
        String address,
        String name,
        Head head,
        List<Due> dues,
        String tab,
        List<Step> steps,
        boolean mayEdit,
        Content content) {

    /** The tabs in their order. */
    public static final List<String> TABS = List.of("items", "use", "attached", "quality", "history", "rdf");

    /**
     * What an entry is in short.
     *
     * @param conditions groups of facts about sharing and withholding, with their bases
     */
    public record Head(
            Said title,
            String code,
            Badge sharing,
            Badge status,
            Optional<Said> level,
            Optional<Thing> provider,
            Optional<Thing> catalog,
            List<Facts.Group> facts) {}

    /**
     * Something that can be done with it next.
     *
     * @param code of the step
     * @param to code of the status it leads to
     * @param name of the step, in the language of the page
     * @param needsNote whether an opinion has to be given
     * @param missing names of what has to be filled in before, in the words of the published context
     */
    public record Step(String code, String to, String name, boolean needsNote, List<String> missing) {}

    /** What a tab holds; all but one of the parts are empty. */
    public record Content(
            List<Item> items,
            Optional<Use> use,
            List<Facts.Group> attached,
            List<Matter> matters,
            Optional<History> history,
            String rdf) {

        static Content none() {
            return new Content(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), "");
        }

        Content with(Use found) {
            return new Content(items, Optional.of(found), attached, matters, history, rdf);
        }

        Content with(History found) {
            return new Content(items, use, attached, matters, Optional.of(found), rdf);
        }

        static Content ofItems(List<Item> found) {
            return new Content(found, Optional.empty(), List.of(), List.of(), Optional.empty(), "");
        }

        static Content ofAttached(List<Facts.Group> found) {
            return new Content(List.of(), Optional.empty(), found, List.of(), Optional.empty(), "");
        }

        static Content ofMatters(List<Matter> found) {
            return new Content(List.of(), Optional.empty(), List.of(), found, Optional.empty(), "");
        }

        static Content ofRdf(String text) {
            return new Content(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), text);
        }
    }

    /** A data item. */
    public record Item(
            Said title,
            String field,
            Optional<Said> type,
            String length,
            Optional<Said> level,
            boolean personal,
            boolean sensitive,
            List<Thing> categories) {}

    /**
     * Who may receive it.
     *
     * @param at the day that is asked about; empty text for now
     * @param asked the instant that was answered for
     * @param purpose code of the purpose that is asked about; empty text for any
     */
    public record Use(
            String at,
            Instant asked,
            long revision,
            String purpose,
            List<CatalogPage.Choice> purposes,
            List<Row> rows,
            Pager pager) {}

    /**
     * Somebody who may.
     *
     * @param items how many of its items, if not all
     * @param because why, sentence by sentence
     * @param grants agreements and requests relied on
     * @param basis laws behind it
     * @param ask address of the whole answer
     */
    public record Row(
            Thing recipient,
            List<Said> purposes,
            int items,
            List<String> because,
            List<Thing> grants,
            List<Said> basis,
            Optional<Instant> until,
            String ask) {}

    /** A record that speaks of it: an objection, an assessment, an agreement. */
    public record Matter(String kind, Thing record, String code, Optional<Said> status) {}

    /**
     * Who changed it.
     *
     * @param next address of the older ones; empty if there are none
     * @param detail one change with what it changed, if one is looked at
     */
    public record History(List<Change> changes, String next, Optional<Detail> detail) {}

    /** A change. */
    public record Change(
            long revision, Instant at, String actor, String reason, long removed, long added, String address) {}

    /** What a change changed, in words. */
    public record Detail(long revision, List<Line> lines) {}

    /** A statement that was put in or taken out. */
    public record Line(boolean added, Said subject, Said property, Thing value) {}
}
