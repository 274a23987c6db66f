package org.shuqi.agreement;

import java.util.List;
import java.util.Optional;

/**
 * An agreement that somebody wants drafted from a template.
 *
 * @param template code of the template
 * @param identifier number of the new agreement
 * @param title what to call it; made from the request if absent
 * @param request IRI or name of the granted request that it carries out, if there is one
 * @param provider IRI or name of who gives; without a request
 * @param recipients IRIs or names of who receives; without a request
 * @param data IRIs or names of entries or items; without a request
 * @param purposes codes of the purposes; without a request
 * @param methods codes of the methods; without a request
 * @param validFrom start of the term, as instant or day; today if absent
 * @param validUntil end of the term; that of the request if absent
 */
public record DraftForm(
        String template,
        String identifier,
        Optional<String> title,
        Optional<String> request,
        Optional<String> provider,
        List<String> recipients,
        List<String> data,
        List<String> purposes,
        List<String> methods,
        Optional<String> validFrom,
        Optional<String> validUntil) {

    public DraftForm {
        recipients = List.copyOf(recipients);
        data = List.copyOf(data);
        purposes = List.copyOf(purposes);
        methods = List.copyOf(methods);
    }
}
