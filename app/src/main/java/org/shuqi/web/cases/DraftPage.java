package org.shuqi.web.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.web.Crumb;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;

/**
 * The form of a new agreement, made from a template and, if one is named, a request that was granted.
 *
 * @param request what it carries out
 * @param requestId the same, as it is sent
 * @param templates which there are
 * @param values what is written in the fields, by name
 * @param faults what has to be mended
 */
public record DraftPage(
        Optional<Crumb> request,
        String requestId,
        List<Choice> templates,
        Map<String, String> values,
        List<Fault> faults) {

    public DraftPage {
        templates = List.copyOf(templates);
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

    /** A template, when to use it, and what it obliges the recipient to. */
    public record Choice(String code, Said label, Said description, List<Said> duties, boolean isChosen) {
        public Choice {
            duties = List.copyOf(duties);
        }
    }
}
