package org.shuqi.graph;

import java.io.IOException;

/** A change of any size that can be told quad by quad. */
@FunctionalInterface
interface Payload {

    void writeTo(QuadSink sink) throws IOException;

    /** A change that is in memory. */
    static Payload of(Delta delta) {
        return sink -> {
            delta.removed().forEach(sink::removed);
            delta.added().forEach(sink::added);
        };
    }
}
