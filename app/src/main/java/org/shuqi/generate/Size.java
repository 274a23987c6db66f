package org.shuqi.generate;

/**
 * How much of everything a registry of a given number of data sets has.
 *
 * @param datasets catalogue entries
 * @param kinds kinds of organisation at each government
 * @param governments governments, each with one organisation of each kind
 * @param provinces governments of level 1
 * @param cities governments of level 2; the rest are counties
 */
record Size(long datasets, int kinds, int governments, int provinces, int cities) {

    private static final int MOST_ORGANISATIONS = 100_000;
    private static final int DATASETS_PER_ORGANISATION = 30;

    static Size of(long datasets) {
        if (datasets < 1) {
            throw new IllegalArgumentException("a registry has at least one data set");
        }
        long wanted = Math.min(MOST_ORGANISATIONS, datasets / DATASETS_PER_ORGANISATION);
        int kinds = wanted < 200 ? Bureau.FEW : Bureau.values().length;
        int governments = Math.max(4, (int) (wanted / kinds));
        int provinces = Math.max(1, Math.min(31, governments / 40));
        int cities = Math.max(1, Math.min(333, governments / 5));
        return new Size(datasets, kinds, governments, provinces, cities);
    }

    int organisations() {
        return governments * kinds;
    }

    long agreements() {
        return Math.max(5, datasets / 10);
    }

    long requests() {
        return Math.max(5, datasets / 10);
    }

    int suspensionOrders() {
        return (int) Math.max(2, Math.min(5_000, datasets / 2_000));
    }

    int mandates() {
        return (int) Math.max(3, Math.min(20_000, datasets / 500));
    }

    int returnFlows() {
        return (int) Math.max(3, Math.min(20_000, datasets / 500));
    }
}
