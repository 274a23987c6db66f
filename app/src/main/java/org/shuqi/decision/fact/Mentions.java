package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.time.Instant;
import java.util.TreeSet;
import org.shuqi.time.Span;

/**
 * Whom and what norms and papers speak of that are about more than single entries, or about single entries for whomever; and
 * when any of them begins and ends. What somebody says about single entries or publishers to recipients that it names is not
 * here: those entries are asked about one by one.
 */
final class Mentions {

    private final Index index;
    private final Parties recipients = new Parties();
    private final Parties providers = new Parties();
    private final IntSet purposes = new IntOpenHashSet();
    private final IntSet papered = new IntOpenHashSet();
    private final TreeSet<Instant> edges = new TreeSet<>();

    /** Who is mentioned, and who with all below. */
    private static final class Parties {

        private final IntSet named = new IntOpenHashSet();
        private final IntSet withAllBelow = new IntOpenHashSet();

        void add(Ids parties, boolean subordinates) {
            parties.stream().forEach(subordinates ? withAllBelow::add : named::add);
        }

        Called called(Party party) {
            var names = party.names().stream().filter(one -> named.contains(one) || withAllBelow.contains(one));
            var above = party.above().stream().filter(withAllBelow::contains);
            return new Called(Ids.of(names.toArray()), Ids.of(above.toArray()));
        }
    }

    /**
     * What these norms and papers may call a party by, beside its kinds.
     *
     * @param names itself and collections that it is part of
     * @param above those above it whose subordinates are meant too
     */
    record Called(Ids names, Ids above) {}

    Mentions(Index index) {
        this.index = index;
        index.bases().map(Basis::span).forEach(this::edges);
        index.partyNorms().forEach(norm -> {
            edges(norm.span());
            if (!index.isBetweenSingles(norm)) {
                mention(norm.scope(), norm.exceptRecipients(), norm.exceptPurposes());
            }
        });
        index.assetNorms().forEach(norm -> {
            edges(norm.span());
            if (isGeneral(norm.scope())) {
                mention(norm.scope(), norm.exceptRecipients(), norm.exceptPurposes());
            } else if (norm.scope().recipients().isEmpty()) {
                mentionPurposes(norm.scope(), norm.exceptPurposes());
            }
        });
        index.papers().forEach(paper -> {
            edges(paper.span());
            mention(paper);
        });
    }

    private void mention(Evidence paper) {
        if (isGeneral(paper.scope())) {
            mention(paper.scope(), Ids.NONE, Ids.NONE);
            paper.scope().assets().stream()
                    .filter(asset -> !index.isEntryOrItem(asset))
                    .forEach(papered::add);
        } else if (paper.scope().recipients().isEmpty()) {
            mentionPurposes(paper.scope(), Ids.NONE);
        }
    }

    /** Whether it is about anything but single entries and items. */
    private boolean isGeneral(Scope scope) {
        return !scope.assets().stream().allMatch(index::isEntryOrItem);
    }

    private void mention(Scope scope, Ids spared, Ids sparedPurposes) {
        recipients.add(scope.recipients(), scope.subordinates());
        recipients.add(spared, scope.subordinates());
        providers.add(scope.providers(), scope.subordinates());
        mentionPurposes(scope, sparedPurposes);
    }

    private void mentionPurposes(Scope scope, Ids spared) {
        scope.purposes().stream().forEach(purposes::add);
        spared.stream().forEach(purposes::add);
    }

    /** Notes when something begins and ends. */
    void edges(Span span) {
        edges.add(span.from());
        edges.add(span.until());
    }

    /** What may be said of it as a recipient. */
    Called recipient(Party party) {
        return recipients.called(party);
    }

    /** What may be said of it as a provider. */
    Called provider(Party party) {
        return providers.called(party);
    }

    /** Those of the purposes that they mention. */
    Ids purposes(Ids some) {
        return Ids.of(some.stream().filter(purposes::contains).toArray());
    }

    /** Those themes and catalogues that papers are about. */
    Ids papered(Ids themesAndCatalogues) {
        return papered.isEmpty()
                ? Ids.NONE
                : Ids.of(themesAndCatalogues.stream().filter(papered::contains).toArray());
    }

    /** Whether papers are about any theme or catalogue. */
    boolean hasPapered() {
        return !papered.isEmpty();
    }

    /** When something begins or ends, ascending. */
    Instant[] edges() {
        return edges.toArray(Instant[]::new);
    }
}
