package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuqi.problem.Text;

/**
 * The list questions: who may receive what, for which purposes, by which methods, where it may go from there, and what all
 * that comes to.
 *
 * <p>A list holds a row exactly if the single question that the row stands for is answered with permit (with
 * {@link ListForm#partial}: for at least one of the items). Lists are complete, their totals exact, and their rows are in
 * the order of the IRIs of their columns. Each method throws {@link org.shuqi.problem.Refusal}: UNKNOWN if an identifier is
 * not in the registry, UNUSABLE if a part that it needs is missing or makes no sense.
 *
 * <p>Without a provider the provider of a dataset is whom a single question would take; the matrix has a row for each
 * provider that may give. Without a method it is by query; what may be held counts query, batch and file, as who can only
 * verify holds nothing.
 */
public interface Lists {

    /** Who may receive the dataset; for the purpose, if one is given, else for at least one. */
    Rows<Entry> recipients(ListForm form);

    /** What the recipient may receive; for the purpose, if one is given, else for at least one. */
    Rows<Entry> datasets(ListForm form);

    /** The items the recipient may hold, each asked about by itself, of one dataset if that is given. */
    Rows<Holding> holdings(ListForm form);

    /** For which purposes the recipient may receive the dataset. */
    Rows<Entry> purposes(ListForm form);

    /** By which methods the recipient may receive the dataset; the method of the form does not count. */
    Rows<Entry> methods(ListForm form);

    /**
     * Every flow from every provider, with what it rests on. Recipient, dataset, purpose and provider of the form filter it.
     *
     * @throws org.shuqi.problem.Refusal LIMIT if the form leaves more combinations open than can be looked through
     */
    Rows<Flow> matrix(ListForm form);

    /**
     * To whom the dataset can go from the recipient, step by step: each receiver may receive it, and the one before may pass
     * it on to them. Ordered by purpose, then by the receiver.
     */
    Rows<Onward> onward(ListForm form);

    /** The kinds of data the recipient may hold in total: by theme of the entry and by class of the item. */
    Rows<Aggregate> aggregation(ListForm form);

    /** Does what the first list after a start or a large change would have to do: seconds of work at the size of a country. */
    default void prepare() {}

    /**
     * An IRI with its name.
     *
     * @param iri which
     * @param name label in both languages, else the last segment
     */
    record Named(String iri, Text name) {}

    /**
     * One answer of a list about one thing.
     *
     * @param what the recipient, dataset, purpose or method
     * @param purposes IRIs of the purposes it holds for
     * @param items IRIs of the items that may flow for one of them; empty if all that are asked for may
     * @param grants IRIs of agreements and requests relied on
     * @param validUntil when the passing of time alone could first change it
     */
    record Entry(
            Named what, List<String> purposes, List<String> items, List<String> grants, Optional<Instant> validUntil) {
        public Entry {
            purposes = List.copyOf(purposes);
            items = List.copyOf(items);
            grants = List.copyOf(grants);
        }
    }

    /**
     * One item that the recipient may hold.
     *
     * @param dataset its dataset
     * @param item which
     * @param level its level; empty if that is not clear
     * @param kinds IRIs of the themes of its entry and of its classes, and of all above them
     * @param purposes IRIs of the purposes it may be had for
     * @param grants IRIs of agreements and requests relied on
     * @param validUntil when the passing of time alone could first change it
     */
    record Holding(
            Named dataset,
            Named item,
            Optional<Named> level,
            List<String> kinds,
            List<String> purposes,
            List<String> grants,
            Optional<Instant> validUntil) {
        public Holding {
            kinds = List.copyOf(kinds);
            purposes = List.copyOf(purposes);
            grants = List.copyOf(grants);
        }
    }

    /**
     * One row of the matrix.
     *
     * @param provider who gives
     * @param recipient who receives
     * @param dataset what
     * @param purpose what for
     * @param method how, code
     * @param items IRIs of the items that may flow; empty if all that are asked for may
     * @param level the highest level among these items
     * @param basis IRIs of the legal bases it rests on
     * @param grants IRIs of agreements and requests relied on
     * @param validFrom since when it has been so without a break; empty if it always was
     * @param validUntil when the passing of time alone could first change it
     * @param duties what binds the recipient
     */
    record Flow(
            Named provider,
            Named recipient,
            Named dataset,
            Named purpose,
            String method,
            List<String> items,
            Optional<Named> level,
            List<String> basis,
            List<String> grants,
            Optional<Instant> validFrom,
            Optional<Instant> validUntil,
            List<Answer.Duty> duties) {
        public Flow {
            items = List.copyOf(items);
            basis = List.copyOf(basis);
            grants = List.copyOf(grants);
            duties = List.copyOf(duties);
        }
    }

    /**
     * One receiver that the data can reach.
     *
     * @param receiver who
     * @param purpose what for
     * @param steps how often they are passed on, at least once
     * @param from who passes them on to the receiver on the shortest way
     * @param path IRIs of everybody on that way, from the recipient of the question to the receiver
     * @param grants IRIs of agreements and requests the last step relies on
     * @param consents IRIs of the consents to passing on that the last step relies on
     * @param duties what binds the one who passes them on
     * @param validUntil when the passing of time alone could first change the last step
     */
    record Onward(
            Named receiver,
            Named purpose,
            int steps,
            Named from,
            List<String> path,
            List<String> grants,
            List<String> consents,
            List<Answer.Duty> duties,
            Optional<Instant> validUntil) {
        public Onward {
            path = List.copyOf(path);
            grants = List.copyOf(grants);
            consents = List.copyOf(consents);
            duties = List.copyOf(duties);
        }
    }

    /**
     * All items about one kind of thing that the recipient may hold.
     *
     * @param kind theme, asset class or category of personal information
     * @param items how many items
     * @param datasets how many datasets they are from
     * @param level the highest level among them; empty if one has no clear level
     * @param atThatLevel how many of the items are of that level
     */
    record Aggregate(Named kind, long items, long datasets, Optional<Named> level, long atThatLevel) {}
}
