package org.shuqi.decision;

import java.util.List;
import java.util.stream.IntStream;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Organisation;

/** Where a list looks for its rows. A candidate too many costs time and never an answer; one too few would be a fault. */
interface Candidates {

    /** Who could be permitted to receive the items. */
    IntStream recipients(Dataset dataset, List<Item> items);

    /** Who could be permitted to receive one of the items by a grant of the provider. */
    IntStream granted(Dataset dataset, List<Item> items, int provider);

    /** What the recipient could be permitted to receive. */
    IntStream datasets(int recipient);

    /**
     * What a grant could permit the recipient to receive from the provider.
     *
     * @param provider {@link org.shuqi.decision.fact.Terms#NONE} for anybody
     * @param recipient likewise
     */
    IntStream granted(int provider, int recipient);

    /** Everybody and everything: slow, and obviously right. */
    static Candidates all(Index index) {
        return new Candidates() {
            @Override
            public IntStream recipients(Dataset dataset, List<Item> items) {
                return index.organisations().mapToInt(Organisation::iri);
            }

            @Override
            public IntStream granted(Dataset dataset, List<Item> items, int provider) {
                return recipients(dataset, items);
            }

            @Override
            public IntStream datasets(int recipient) {
                return index.datasets();
            }

            @Override
            public IntStream granted(int provider, int recipient) {
                return index.datasets();
            }
        };
    }

    /**
     * Where something could permit: an unconditional entry, a grant, a mandate.
     *
     * @param partial whether it is enough that one of the items may flow
     */
    static Candidates likely(Permissions permissions, boolean partial) {
        return new Candidates() {
            @Override
            public IntStream recipients(Dataset dataset, List<Item> items) {
                return partial
                        ? items.stream()
                                .flatMapToInt(item -> permissions.recipientsOf(dataset, item))
                                .distinct()
                        : permissions.recipientsOf(dataset, Permissions.limiting(items));
            }

            @Override
            public IntStream granted(Dataset dataset, List<Item> items, int provider) {
                return permissions.grantedBy(provider, dataset, items);
            }

            @Override
            public IntStream datasets(int recipient) {
                return permissions.datasetsFor(recipient);
            }

            @Override
            public IntStream granted(int provider, int recipient) {
                return permissions.datasetsGranted(provider, recipient);
            }
        };
    }
}
