package org.shuqi.web.ask;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Badge;
import org.shuqi.web.Combo;
import org.shuqi.web.Crumb;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;

/**
 * The page that asks.
 *
 * @param form the question
 * @param faults what is wrong with it
 * @param unclear what could be meant, where that is not clear
 * @param card the answer; empty if nothing was asked, or not clearly
 * @param examples questions to begin with
 */
public record AskPage(Form form, List<Fault> faults, List<Unclear> unclear, Optional<Card> card, List<Crumb> examples) {

    public AskPage {
        faults = List.copyOf(faults);
        unclear = List.copyOf(unclear);
        examples = List.copyOf(examples);
    }

    /**
     * The question, field by field.
     *
     * @param recipient who wants to use it
     * @param dataset what
     * @param purpose for what
     * @param method how it is handed over, with the other ways
     * @param action what is done with it
     * @param items which items; all if empty
     * @param provider from whom, if not from the publisher
     * @param thirdParty to whom it is passed on
     * @param destination the country it is transferred to
     * @param region the area of the rows
     * @param at the instant asked about; now if empty
     * @param knownAt the revision asked; the newest if empty
     * @param hasMore whether any of the rarer fields says something
     */
    public record Form(
            Combo recipient,
            Combo dataset,
            Combo purpose,
            List<Choice> method,
            List<Choice> action,
            String items,
            Combo provider,
            Combo thirdParty,
            String destination,
            String region,
            String at,
            String knownAt,
            boolean hasMore) {
        public Form {
            method = List.copyOf(method);
            action = List.copyOf(action);
        }
    }

    /** One of several. */
    public record Choice(String value, Said label, boolean isChosen) {}

    /** A field that may mean several things: each as a link that asks so. */
    public record Unclear(String label, List<Crumb> near) {
        public Unclear {
            near = List.copyOf(near);
        }
    }

    /**
     * The answer.
     *
     * @param outcome in a word
     * @param word the last part of its key
     * @param stage that decided
     * @param recipient who
     * @param dataset what
     * @param purpose for what
     * @param reasons why, most decisive first
     * @param chain from the clause to the law: what the answer rests on in the registry
     * @param items each item's own outcome, if they differ
     * @param duties what binds the recipient
     * @param grants the agreements and requests relied on
     * @param ways the smallest changes that would make it a yes
     * @param route what to file, and with whom
     * @param apply where to request it; empty if that leads nowhere
     * @param until when the answer may change by itself; empty if it does not
     * @param at the instant asked about
     * @param revision that answered
     * @param withheld how many reasons are not shown
     * @param copies the question for other uses
     */
    public record Card(
            Badge outcome,
            String word,
            String stage,
            Crumb recipient,
            Crumb dataset,
            Crumb purpose,
            List<Reason> reasons,
            List<Link> chain,
            List<Item> items,
            List<Duty> duties,
            List<Crumb> grants,
            List<List<Step>> ways,
            List<Step> route,
            Optional<String> apply,
            Optional<String> until,
            String at,
            long revision,
            int withheld,
            List<Copy> copies) {
        public Card {
            reasons = List.copyOf(reasons);
            chain = List.copyOf(chain);
            items = List.copyOf(items);
            duties = List.copyOf(duties);
            grants = List.copyOf(grants);
            ways = List.copyOf(ways);
            route = List.copyOf(route);
            copies = List.copyOf(copies);
        }
    }

    /** A reason: the sentence, the clause or norm it stands in, and the law behind it. */
    public record Reason(String stage, Said text, Optional<Crumb> clause, List<Crumb> laws) {
        public Reason {
            laws = List.copyOf(laws);
        }
    }

    /** A link of the chain: the last part of its key, the thing, what has to be known of it, and the law behind it. */
    public record Link(String word, Crumb thing, String note, List<Crumb> laws) {
        public Link {
            laws = List.copyOf(laws);
        }
    }

    /** The outcome for one item. */
    public record Item(Said name, Badge outcome) {}

    /** What the recipient has to do, and what says so. */
    public record Duty(Said text, Optional<Crumb> source) {}

    /** Something to do, and with whom. */
    public record Step(Said text, Optional<Crumb> with) {}

    /** The same question in another form: the last part of its key, and the text to copy. */
    public record Copy(String word, String text, Optional<String> address) {}
}
