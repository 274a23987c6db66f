package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.shuqi.decision.fact.Bodies;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Norm;
import org.shuqi.decision.fact.Party;
import org.shuqi.decision.fact.Terms;

/**
 * Who may receive an entry: one question for each sort of organisations, and single questions about those that a grant, a
 * norm or a paper on the entry names, or that are below or part of somebody named.
 */
final class RecipientsOf {

    private final Census census;
    private final Index index;
    private final Dataset entry;
    private final Bodies bodies;
    private final Optional<Party> provider;

    RecipientsOf(Census census) {
        this.census = census;
        this.index = census.index();
        this.entry = census.about().dataset().orElseThrow();
        this.bodies = index.bodies();
        this.provider = Hearing.providerOf(index, census.asking(Terms.NONE, entry, Terms.NONE));
    }

    /** The places of the recipients for one purpose at least. */
    RoaringBitmap places() {
        var special = special();
        var chosen = new RoaringBitmap();
        for (var purpose : census.purposes()) {
            for (var sort : bodies.alike()) {
                var plain = RoaringBitmap.andNot(sort, special);
                if (!plain.isEmpty() && holds(plain.first(), purpose)) {
                    chosen.or(plain);
                }
            }
            for (var place : RoaringBitmap.andNot(special, chosen)) {
                if (holds(place, purpose)) {
                    chosen.add(place);
                }
            }
        }
        return chosen;
    }

    /** The recipients from {@code offset} on among the chosen, in the order of their IRIs. */
    IntStream from(RoaringBitmap chosen, long offset) {
        return IntStream.of(chosen.toArray()).skip(offset).map(bodies::organisation);
    }

    private boolean holds(int place, int purpose) {
        return census.holds(census.asking(bodies.organisation(place), entry, purpose));
    }

    private RoaringBitmap special() {
        var special = new RoaringBitmap();
        named().distinct()
                .filter(name -> index.concept(name).isEmpty())
                .flatMap(index::allWithin)
                .map(bodies::place)
                .filter(place -> place >= 0)
                .forEach(special::add);
        return special;
    }

    /** Whoever is named as recipient, or spared, by what speaks of the entry. */
    private IntStream named() {
        var assets = assets();
        var granted = assets.stream()
                .boxed()
                .flatMap(asset -> index.grantsOn(asset).stream())
                .flatMapToInt(grant -> grant.reach().assignees().stream());
        var papered = assets.stream()
                .boxed()
                .flatMap(asset -> index.evidenceOn(asset).stream())
                .flatMapToInt(paper -> paper.scope().recipients().stream());
        var ruled = Stream.of(
                        assets.stream().boxed().flatMap(asset -> index.normsOnAsset(asset).stream()),
                        index.partyNorms().filter(this::isAboutTheProvider))
                .flatMap(norms -> norms)
                .flatMap(norm -> Stream.of(norm.scope().recipients(), norm.exceptRecipients()))
                .flatMapToInt(Ids::stream);
        return Stream.of(granted, papered, ruled).flatMapToInt(each -> each);
    }

    private boolean isAboutTheProvider(Norm norm) {
        var scope = norm.scope();
        return scope.providers().isEmpty()
                || provider.filter(party -> party.isAmong(scope.providers(), scope.subordinates()))
                        .isPresent();
    }

    /** All that somebody may call the entry or one of its items by. */
    private Ids assets() {
        var items = List.copyOf(entry.items());
        var assets = index.broader(entry.themes())
                .and(index.listing(entry.catalogues()))
                .and(Ids.of(entry.iri()))
                .and(Ids.of(items.stream().mapToInt(item -> item.iri()).toArray()));
        for (var item : items) {
            assets = assets.and(item.traits().levels())
                    .and(index.broader(item.traits().classes()));
        }
        return assets;
    }
}
