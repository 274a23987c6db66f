package org.shuqi.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the recipient wants to do. */
enum Action {
    RECEIVE,
    REDISTRIBUTE,
    TRANSFER_ABROAD;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Action> of(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst();
    }
}
