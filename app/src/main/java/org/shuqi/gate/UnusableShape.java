package org.shuqi.gate;

/** A shape says something that the gate could not check soundly; found when the shapes are read, never on a write. */
final class UnusableShape extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableShape(String message) {
        super(message);
    }
}
