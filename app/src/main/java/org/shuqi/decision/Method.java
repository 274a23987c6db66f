package org.shuqi.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shuqi.vocabulary.Sq;

/** How data reach the recipient, from the narrowest way. */
enum Method {
    VERIFY,
    QUERY,
    BATCH,
    FILE;

    private final String iri = Sq.code("sharing-method", code()).getURI();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String iri() {
        return iri;
    }

    static Optional<Method> of(String codeOrIri) {
        return Arrays.stream(values())
                .filter(method -> method.code().equals(codeOrIri) || method.iri.equals(codeOrIri))
                .findFirst();
    }

    /** Whether one who may use the listed methods may use this one: who may query may also verify. */
    boolean isAllowedBy(List<String> methods) {
        return methods.contains(iri) || (this == VERIFY && methods.contains(QUERY.iri));
    }
}
