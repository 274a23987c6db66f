package org.shuqi.web.sparql;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Fault;

/**
 * The editor with what came out.
 *
 * @param query what stands in the editor
 * @param examples to begin with
 * @param faults what is wrong with the query
 * @param place line and column of what is wrong, and that line; empty if it is not known
 * @param prefix the query with the missing prefix declared; empty if none is missing or it is not known
 * @param result what came out; empty if nothing was asked
 * @param link address of this query; empty if it is too long for one
 * @param downloads the same result from the endpoint, by format
 * @param seconds how long a query may take
 * @param prefixes those that the examples use
 */
public record SparqlPage(
        String query,
        List<Example> examples,
        List<Fault> faults,
        Optional<Place> place,
        Optional<Prefix> prefix,
        Optional<Result> result,
        String link,
        List<Download> downloads,
        long seconds,
        List<Prefix> prefixes) {

    public SparqlPage {
        examples = List.copyOf(examples);
        faults = List.copyOf(faults);
        downloads = List.copyOf(downloads);
        prefixes = List.copyOf(prefixes);
    }

    /** A query to begin with. */
    public record Example(String title, String address) {}

    /** Where something is wrong. */
    public record Place(int line, int column, String before, String text) {}

    /**
     * A prefix.
     *
     * @param name without the colon
     * @param iri what it stands for
     * @param query a query with it declared; empty where that is not wanted
     */
    public record Prefix(String name, String iri, String query) {}

    /** The same result as a file. */
    public record Download(String format, String address) {}

    /**
     * What came out.
     *
     * @param columns names
     * @param rows rows of cells
     * @param truth yes or no, if that was asked
     * @param isMore whether there are more rows than are shown
     * @param millis how long it took
     * @param revision the revision that was looked at
     */
    public record Result(
            List<String> columns,
            List<List<Cell>> rows,
            Optional<Boolean> truth,
            boolean isMore,
            long millis,
            long revision) {
        public Result {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A value.
     *
     * @param text what is shown
     * @param language of the text; empty if it has none
     * @param address where it leads; empty if nowhere
     * @param hint the whole IRI or the datatype; empty if there is nothing to add
     */
    public record Cell(String text, String language, String address, String hint) {

        /** Where there is no value. */
        public static final Cell EMPTY = new Cell("", "", "", "");
    }
}
