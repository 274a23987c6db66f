package org.shuqi.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Known;
import org.shuqi.vocabulary.Sq;

/** How data reach the recipient, from the narrowest way. */
enum Method {
    VERIFY(Known.VERIFY),
    QUERY(Known.QUERY),
    BATCH(Known.BATCH),
    FILE(Known.FILE);

    private final int id;
    private final String iri = Sq.code("sharing-method", code()).getURI();

    Method(int id) {
        this.id = id;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    int id() {
        return id;
    }

    String iri() {
        return iri;
    }

    static Optional<Method> of(String codeOrIri) {
        return Arrays.stream(values())
                .filter(method -> method.code().equals(codeOrIri) || method.iri.equals(codeOrIri))
                .findFirst();
    }

    static Method of(int id) {
        return Arrays.stream(values())
                .filter(method -> method.id == id)
                .findFirst()
                .orElseThrow();
    }

    /** Whether one who may use the listed methods may use this one: who may query may also verify. */
    boolean isAllowedBy(Ids methods) {
        return methods.contains(id) || (this == VERIFY && methods.contains(Known.QUERY));
    }
}
