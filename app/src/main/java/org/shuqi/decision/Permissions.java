package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Norm;
import org.shuqi.decision.fact.Organisation;

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
            return row(
                    pattern.dataset().get(),
                    pattern.recipient().get(),
                    pattern.purpose().get())
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

    private Stream<Permission> pairs(Permission.Pattern pattern, Outcome outcome) {
        var permits = outcome == Outcome.PERMIT;
        var purposes =
                pattern.purpose().map(List::of).orElseGet(() -> index.purposes().toList());
        if (pattern.recipient().isPresent()) {
            var recipient = pattern.recipient().get();
            var datasets = pattern.dataset()
                    .map(Stream::of)
                    .orElseGet(() -> permits ? datasetsFor(recipient) : index.datasets());
            return datasets.flatMap(dataset -> rows(dataset, recipient, purposes, permits));
        }
        return pattern.dataset().map(Stream::of).orElseGet(index::datasets).flatMap(dataset -> (permits
                        ? recipientsOf(dataset)
                        : everybody())
                .flatMap(recipient -> rows(dataset, recipient, purposes, permits)));
    }

    private Stream<Permission> rows(String dataset, String recipient, List<String> purposes, boolean permits) {
        if (index.dataset(dataset).isEmpty() || !isOrganisation(recipient)) {
            return Stream.empty();
        }
        return purposes.stream()
                .filter(purpose -> !permits || mayPermit(dataset, recipient, purpose))
                .flatMap(purpose -> row(dataset, recipient, purpose).stream());
    }

    /** Whether the verdict on the tuple is a permit, before the cost of a whole row is spent on it. */
    private boolean mayPermit(String dataset, String recipient, String purpose) {
        return verdict(dataset, recipient, purpose)
                .filter(verdict -> verdict.outcome() == Outcome.PERMIT)
                .isPresent();
    }

    private Optional<Permission> row(String dataset, String recipient, String purpose) {
        return verdict(dataset, recipient, purpose).map(verdict -> {
            var question = Engine.plain(index, dataset, recipient, purpose, at);
            return new Permission(
                    dataset,
                    recipient,
                    purpose,
                    verdict.outcome(),
                    verdict.grants(),
                    Horizon.of(index, jurisdiction, question, verdict));
        });
    }

    /** The verdict on the plain question; empty if an identifier is unknown. */
    Optional<Verdict> verdict(String dataset, String recipient, String purpose) {
        if (index.dataset(dataset).isEmpty()
                || !isOrganisation(recipient)
                || index.concept(purpose).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Rule.decide(index, jurisdiction, Engine.plain(index, dataset, recipient, purpose, at)));
    }

    private boolean isOrganisation(String iri) {
        return index.organisation(iri).filter(Organisation::real).isPresent();
    }

    private Stream<String> everybody() {
        return index.organisations().map(Organisation::iri);
    }

    /** Whoever could be permitted to receive the dataset: every item must be, so the first closed one limits it. */
    private Stream<String> recipientsOf(String iri) {
        var dataset = index.dataset(iri);
        if (dataset.isEmpty()) {
            return Stream.empty();
        }
        var closed = dataset.get().items().stream()
                .filter(item -> !S7Attribute.isUnconditional(item.offer()))
                .findFirst();
        var departments = closed.isPresent() ? Stream.<String>empty() : Codes.DEPARTMENTS.stream();
        var assets = assets(dataset.get(), closed.orElse(dataset.get().items().get(0)));
        var mandates = Stream.concat(
                        assets.stream().flatMap(asset -> index.normsOnAsset(asset).stream()),
                        index.normsOnAll().stream())
                .filter(Permissions::isMandate)
                .toList();
        if (mandates.stream().anyMatch(norm -> norm.scope().recipients().isEmpty())) {
            return everybody();
        }
        return Stream.of(
                        departments,
                        assets.stream()
                                .flatMap(asset -> index.grantsOn(asset).stream())
                                .flatMap(grant -> grant.assignees().stream()),
                        mandates.stream().flatMap(norm -> norm.scope().recipients().stream()),
                        index.partiesOfGeneralMandates())
                .flatMap(each -> each)
                .distinct()
                .flatMap(index::allWithin)
                .distinct()
                .filter(this::isOrganisation);
    }

    private static boolean isMandate(Norm norm) {
        return norm.effect() == Effect.MANDATE || norm.effect() == Effect.RETURN_FLOW;
    }

    private List<String> assets(Dataset dataset, Item item) {
        return Stream.of(
                        Stream.of(item.iri(), dataset.iri()),
                        item.levels().stream(),
                        Walk.broader(index, item.classes()).stream(),
                        Walk.broader(index, dataset.themes()).stream(),
                        Walk.up(dataset.catalogues(), index::listedIn).stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** Whatever the recipient could be permitted to receive. */
    private Stream<String> datasetsFor(String recipient) {
        var party = Party.of(index, recipient);
        if (party.isEmpty()) {
            return Stream.empty();
        }
        var names = Stream.of(
                        party.get().names(),
                        party.get().organisation().kinds(),
                        party.get().above())
                .flatMap(List::stream)
                .toList();
        var targets = Stream.of(
                        names.stream()
                                .flatMap(name -> index.grantsTo(name).stream())
                                .map(Grant::targets),
                        names.stream()
                                .flatMap(name -> index.mandatesFor(name).stream())
                                .map(norm -> norm.scope().assets()),
                        index.mandatesForAll().stream().map(norm -> norm.scope().assets()))
                .flatMap(each -> each)
                .toList();
        var plain = targets.stream()
                .allMatch(assets -> !assets.isEmpty() && assets.stream().allMatch(this::isDatasetOrItem));
        return plain
                ? Stream.concat(
                                index.openDatasets(),
                                targets.stream().flatMap(List::stream).flatMap(this::datasets))
                        .distinct()
                : index.datasets();
    }

    private boolean isDatasetOrItem(String asset) {
        return index.dataset(asset).isPresent() || !index.owners(asset).isEmpty();
    }

    private Stream<String> datasets(String asset) {
        return index.dataset(asset).isPresent() ? Stream.of(asset) : index.owners(asset).stream();
    }
}
