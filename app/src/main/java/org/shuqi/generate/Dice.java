package org.shuqi.generate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that depends only on the seed, on what is drawn for and on its number.
 *
 * <p>So every part of a registry can be worked out alone, in any order, and nothing has to be remembered.
 */
final class Dice {

    private final SplittableRandom random;

    private Dice(long state) {
        this.random = new SplittableRandom(state);
    }

    static Dice of(long seed, String what, long number) {
        return new Dice(
                seed * 0x9E3779B97F4A7C15L ^ what.hashCode() * 0xC2B2AE3D27D4EB4FL ^ number * 0x165667B19E3779F9L);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from 0 to {@code bound - 1}. */
    long below(long bound) {
        return random.nextLong(bound);
    }

    /** A number from {@code from} to {@code until - 1}. */
    int between(int from, int until) {
        return random.nextInt(from, until);
    }

    /** True in so many of a hundred throws. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
