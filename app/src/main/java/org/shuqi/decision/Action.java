package org.shuqi.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the recipient wants to do. */
enum Action {
    RECEIVE,
    REDISTRIBUTE,
    TRANSFER_ABROAD;

    private static final Map<String, Action> CODED =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Action::code, action -> action));

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    String code() {
        return code;
    }

    static Optional<Action> of(String code) {
        return Optional.ofNullable(CODED.get(code));
    }
}
