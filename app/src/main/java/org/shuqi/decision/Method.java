package org.shuqi.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Known;
import org.shuqi.vocabulary.Sq;

/** How data reach the recipient, from the narrowest way. */
enum Method {
    VERIFY(Known.VERIFY),
    QUERY(Known.QUERY),
    BATCH(Known.BATCH),
    FILE(Known.FILE);

    private static final Map<String, Method> NAMED = Arrays.stream(values())
            .flatMap(method -> Stream.of(Map.entry(method.code, method), Map.entry(method.iri, method)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final int id;
    private final String code = name().toLowerCase(Locale.ROOT);
    private final String iri = Sq.code("sharing-method", code).getURI();

    Method(int id) {
        this.id = id;
    }

    String code() {
        return code;
    }

    int id() {
        return id;
    }

    String iri() {
        return iri;
    }

    static Optional<Method> of(String codeOrIri) {
        return Optional.ofNullable(NAMED.get(codeOrIri));
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
