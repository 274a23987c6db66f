package org.shuqi.web.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.web.Crumb;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;

/**
 * The form of a new request for one or several datasets, filled in as far as the registry knows.
 *
 * @param number under which it will be filed
 * @param datasets what is asked for
 * @param requesters in whose name the reader may ask; none if it has to be written
 * @param bases what the requester's duties are called, to choose the basis of use from
 * @param listed purposes that the catalogue names for these data
 * @param purposes all other purposes
 * @param methods how the data can be provided
 * @param values what is written in the fields, by name
 * @param faults what has to be mended
 */
public record NewApplicationPage(
        String number,
        List<Wanted> datasets,
        List<Handling.Word> requesters,
        List<Said> bases,
        List<Handling.Word> listed,
        List<Handling.Word> purposes,
        List<Handling.Word> methods,
        Map<String, String> values,
        List<Fault> faults) {

    public NewApplicationPage {
        datasets = List.copyOf(datasets);
        requesters = List.copyOf(requesters);
        bases = List.copyOf(bases);
        listed = List.copyOf(listed);
        purposes = List.copyOf(purposes);
        methods = List.copyOf(methods);
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    /** What is written in a field. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** What has to be mended in a field. */
    public Optional<String> fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst();
    }

    /**
     * A dataset that is asked for.
     *
     * @param iri which
     * @param name with its page
     * @param providers who provides it
     * @param attribute on what terms it is shared
     * @param condition the condition that the catalogue names
     * @param items its items
     */
    public record Wanted(
            String iri,
            Crumb name,
            List<Crumb> providers,
            List<Said> attribute,
            List<Said> condition,
            List<Handling.Word> items) {
        public Wanted {
            providers = List.copyOf(providers);
            attribute = List.copyOf(attribute);
            condition = List.copyOf(condition);
            items = List.copyOf(items);
        }
    }
}
