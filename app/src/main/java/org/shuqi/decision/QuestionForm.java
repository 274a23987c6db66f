package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A question in the caller's words, before identifiers are looked up: what every door hands in.
 *
 * <p>Identifiers may be IRIs or codes (credit code, resource code, number, last path segment); empty optionals take the
 * defaults.
 *
 * @param recipient organisation
 * @param dataset dataset
 * @param items data items (IRI or last segment); empty for all
 * @param purpose code or IRI in the purpose scheme
 * @param method {@code verify}, {@code query}, {@code batch} or {@code file}
 * @param action {@code receive}, {@code redistribute} or {@code transfer-abroad}
 * @param thirdParty organisation, for redistribute
 * @param destination country code, for transfer-abroad
 * @param provider organisation
 * @param region division code or IRI
 * @param at instant as xsd:dateTime with zone, or a date
 * @param knownAt revision to answer from
 */
public record QuestionForm(
        String recipient,
        String dataset,
        List<String> items,
        Optional<String> purpose,
        Optional<String> method,
        Optional<String> action,
        Optional<String> thirdParty,
        Optional<String> destination,
        Optional<String> provider,
        Optional<String> region,
        Optional<String> at,
        OptionalLong knownAt) {

    public QuestionForm {
        items = List.copyOf(items);
    }

    /** The same question about a dataset that is named otherwise. */
    QuestionForm about(String otherDataset) {
        return new QuestionForm(
                recipient,
                otherDataset,
                items,
                purpose,
                method,
                action,
                thirdParty,
                destination,
                provider,
                region,
                at,
                knownAt);
    }

    /** The same question about another instant, as another revision knows it. */
    public QuestionForm asOf(Optional<String> instant, OptionalLong revision) {
        return new QuestionForm(
                recipient,
                dataset,
                items,
                purpose,
                method,
                action,
                thirdParty,
                destination,
                provider,
                region,
                instant,
                revision);
    }
}
