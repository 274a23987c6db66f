package org.shuqi.review;

import java.util.function.Consumer;

/** Looks for findings of some kinds; each is shown by the engine before it is told. */
@FunctionalInterface
interface Examiner {

    void examine(Session session, Consumer<Finding> found);
}
