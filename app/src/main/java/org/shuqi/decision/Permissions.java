package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Norm;
import org.shuqi.decision.fact.Organisation;
import org.shuqi.decision.fact.Terms;

/**
 * The list questions: every tuple of a pattern.
 *
 * <p>Permits are looked for only where something could permit: an unconditional entry among departments, a grant, a mandate.
 * Each candidate is then decided by the rule, so a candidate too many costs time and never an answer.
 */
final class Permissions {

    private final Index index;
    private final Jurisdiction jurisdiction;
    private final Instant at;

    Permissions(Index index, Jurisdiction jurisdiction, Instant at) {
        this.index = index;
        this.jurisdiction = jurisdiction;
        this.at = at;
    }

    Stream<Permission> matching(Permission.Pattern pattern) {
        var wanted = pattern.outcome();
        if (pattern.dataset().isPresent()
                && pattern.recipient().isPresent()
                && pattern.purpose().isPresent()) {
            return row(id(pattern.dataset()), id(pattern.recipient()), id(pattern.purpose()))
                    .filter(row -> wanted.isEmpty() || wanted.get() == row.outcome())
                    .stream();
        }
        var outcome = wanted.orElse(Outcome.PERMIT);
        if (outcome != Outcome.PERMIT
                && pattern.dataset().isEmpty()
                && pattern.recipient().isEmpty()) {
            return Stream.empty();
        }
        return pairs(pattern, outcome).filter(row -> row.outcome() == outcome);
    }

    private int id(Optional<String> iri) {
        return index.id(iri.orElseThrow());
    }

    private Stream<Permission> pairs(Permission.Pattern pattern, Outcome outcome) {
        var permits = outcome == Outcome.PERMIT;
        var purposes = pattern.purpose().isPresent()
                ? new int[] {id(pattern.purpose())}
                : index.purposes().toArray();
        if (pattern.recipient().isPresent()) {
            var recipient = id(pattern.recipient());
            return datasets(pattern, recipient, permits)
                    .boxed()
                    .flatMap(dataset -> rows(dataset, recipient, purposes, permits));
        }
        var datasets = pattern.dataset().isPresent() ? IntStream.of(id(pattern.dataset())) : index.datasets();
        return datasets.boxed().flatMap(dataset -> (permits ? recipientsOf(dataset) : everybody())
                .boxed()
                .flatMap(recipient -> rows(dataset, recipient, purposes, permits)));
    }

    private IntStream datasets(Permission.Pattern pattern, int recipient, boolean permits) {
        if (pattern.dataset().isPresent()) {
            return IntStream.of(id(pattern.dataset()));
        }
        return permits ? datasetsFor(recipient) : index.datasets();
    }

    private Stream<Permission> rows(int dataset, int recipient, int[] purposes, boolean permits) {
        if (!index.isDataset(dataset) || !index.isOrganisation(recipient)) {
            return Stream.empty();
        }
        return IntStream.of(purposes)
                .filter(purpose -> !permits || permits(dataset, recipient, purpose))
                .boxed()
                .flatMap(purpose -> row(dataset, recipient, purpose).stream());
    }

    /** Whether the verdict on the tuple is a permit, before the cost of a whole row is spent on it. */
    boolean permits(int dataset, int recipient, int purpose) {
        var question = question(dataset, recipient, purpose);
        return question.isPresent() && Rule.permits(index, jurisdiction, question.get());
    }

    private Optional<Permission> row(int dataset, int recipient, int purpose) {
        return question(dataset, recipient, purpose).map(question -> {
            var verdict = Rule.decide(index, jurisdiction, question);
            return new Permission(
                    index.iri(dataset),
                    index.iri(recipient),
                    index.iri(purpose),
                    verdict.outcome(),
                    verdict.grants(),
                    () -> Horizon.of(verdict));
        });
    }

    /** The outcome of the plain question; empty if an identifier is unknown. */
    Optional<Outcome> outcome(int dataset, int recipient, int purpose) {
        return question(dataset, recipient, purpose)
                .map(question -> Rule.whole(index, jurisdiction, question).outcome());
    }

    private Optional<Question> question(int dataset, int recipient, int purpose) {
        return index.isOrganisation(recipient) && index.concept(purpose).isPresent()
                ? index.dataset(dataset).map(entry -> Question.plain(entry, recipient, purpose, at))
                : Optional.empty();
    }

    private IntStream everybody() {
        return index.organisations().mapToInt(Organisation::iri);
    }

    /** Whoever could be permitted to receive the dataset: every item must be, so the first closed one limits it. */
    IntStream recipientsOf(int iri) {
        return index.dataset(iri)
                .map(dataset -> recipientsOf(dataset, limiting(dataset.items())))
                .orElse(IntStream.empty());
    }

    /** Of the items asked about, one that as few as possible could be permitted to receive. */
    static Item limiting(List<Item> items) {
        return items.stream()
                .filter(item -> !S7Attribute.isUnconditional(item.traits().offer()))
                .findFirst()
                .orElse(items.get(0));
    }

    /** Whoever could be permitted to receive the item. */
    IntStream recipientsOf(Dataset dataset, Item item) {
        var departments = S7Attribute.isUnconditional(item.traits().offer()) ? Codes.DEPARTMENTS : Ids.NONE;
        var assets = assets(dataset, item);
        var mandates = Stream.concat(
                        assets.stream().boxed().flatMap(asset -> index.normsOnAsset(asset).stream()),
                        index.normsOnAll().stream())
                .filter(norm -> norm.effect().carries())
                .toList();
        if (mandates.stream().anyMatch(norm -> norm.scope().recipients().isEmpty())) {
            return everybody();
        }
        var granted = assets.stream()
                .boxed()
                .flatMap(asset -> index.grantsOn(asset).stream())
                .flatMapToInt(grant -> grant.reach().assignees().stream());
        var mandated = mandates.stream().flatMapToInt(norm -> norm.scope().recipients().stream());
        return Stream.of(departments.stream(), granted, mandated, index.partiesOfGeneralMandates())
                .flatMapToInt(each -> each)
                .distinct()
                .flatMap(index::allWithin)
                .distinct()
                .filter(index::isOrganisation);
    }

    /** Whoever a grant of the provider over one of the items is for, with all within. */
    IntStream grantedBy(int provider, Dataset dataset, List<Item> items) {
        var giver = index.party(provider);
        if (giver.isEmpty()) {
            return IntStream.empty();
        }
        return items.stream()
                .flatMapToInt(item -> assets(dataset, item).stream())
                .distinct()
                .boxed()
                .flatMap(asset -> index.grantsOn(asset).stream())
                .filter(grant -> giver.get().isAmong(grant.assigners(), false))
                .flatMapToInt(grant -> grant.reach().assignees().stream())
                .distinct()
                .flatMap(index::allWithin)
                .distinct()
                .filter(index::isOrganisation);
    }

    private Ids assets(Dataset dataset, Item item) {
        return Ids.of(item.iri(), dataset.iri())
                .and(item.traits().levels())
                .and(index.broader(item.traits().classes()))
                .and(index.broader(dataset.themes()))
                .and(index.listing(dataset.catalogues()));
    }

    /** Whatever the recipient could be permitted to receive. */
    IntStream datasetsFor(int recipient) {
        var party = index.party(recipient);
        if (party.isEmpty()) {
            return IntStream.empty();
        }
        var names = party.get()
                .names()
                .and(party.get().organisation().kinds())
                .and(party.get().above());
        var targets = Stream.of(
                        names.stream()
                                .boxed()
                                .flatMap(name -> index.grantsTo(name).stream())
                                .map(Grant::reach)
                                .map(Grant.Reach::targets),
                        names.stream()
                                .boxed()
                                .flatMap(name -> index.mandatesFor(name).stream())
                                .map(Permissions::assets),
                        index.mandatesForAll().stream().map(Permissions::assets))
                .flatMap(each -> each)
                .toList();
        return isPlain(targets)
                ? IntStream.concat(index.openDatasets(), entries(targets)).distinct()
                : index.datasets();
    }

    /** What grants of the provider to the recipient are about; of or to anybody, if that is left open. */
    IntStream datasetsGranted(int provider, int recipient) {
        var giver = index.party(provider);
        if (giver.isEmpty() && provider != Terms.NONE) {
            return IntStream.empty();
        }
        var recipients = recipient == Terms.NONE ? everybody() : IntStream.of(recipient);
        var targets = recipients
                .boxed()
                .flatMap(one -> index.party(one).stream())
                .flatMapToInt(party -> party.all().stream())
                .distinct()
                .boxed()
                .flatMap(name -> index.grantsTo(name).stream())
                .filter(grant -> giver.isEmpty() || giver.get().isAmong(grant.assigners(), false))
                .map(grant -> grant.reach().targets())
                .toList();
        return isPlain(targets) ? entries(targets).distinct() : index.datasets();
    }

    /** Whether each of them names entries or items, and nothing that stands for many. */
    private boolean isPlain(List<Ids> targets) {
        return targets.stream()
                .allMatch(assets -> !assets.isEmpty() && assets.stream().allMatch(this::isDatasetOrItem));
    }

    private IntStream entries(List<Ids> targets) {
        return targets.stream().flatMapToInt(Ids::stream).flatMap(this::datasets);
    }

    private static Ids assets(Norm norm) {
        return norm.scope().assets();
    }

    private boolean isDatasetOrItem(int asset) {
        return index.isDataset(asset) || index.owners(asset).findAny().isPresent();
    }

    private IntStream datasets(int asset) {
        return index.isDataset(asset) ? IntStream.of(asset) : index.owners(asset);
    }
}
