package org.shuqi.web.cases;

import java.util.Optional;

/**
 * What became of the form of a new record.
 *
 * @param address where to go on; empty if something has to be mended
 * @param page the form again; empty if nothing has
 */
record Begun<P>(Optional<String> address, Optional<P> page) {

    static <P> Begun<P> at(String address) {
        return new Begun<>(Optional.of(address), Optional.empty());
    }

    static <P> Begun<P> again(P page) {
        return new Begun<>(Optional.empty(), Optional.of(page));
    }
}
