package org.shuqi.web.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.web.Crumb;
import org.shuqi.web.Fault;

/**
 * The form of a new correction or dispute, with everything that the registry knows already carried over.
 *
 * @param number under which it will be filed
 * @param source the dataset or request that it is about, with its page; empty if it has to be named
 * @param sourceIri the same, as it is sent
 * @param facts what is carried over
 * @param requesters in whose name the reader may file it; none if it has to be written
 * @param items what of the dataset it may be about
 * @param values what is written in the fields, by name
 * @param faults what has to be mended
 */
public record NewCasePage(
        String number,
        Optional<Crumb> source,
        String sourceIri,
        List<CasePage.Fact> facts,
        List<Handling.Word> requesters,
        List<Handling.Word> items,
        Map<String, String> values,
        List<Fault> faults) {

    public NewCasePage {
        facts = List.copyOf(facts);
        requesters = List.copyOf(requesters);
        items = List.copyOf(items);
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
}
