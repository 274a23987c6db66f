package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.Census.Held;
import org.shuqi.decision.fact.Item;
import org.shuqi.problem.Text;

/** Puts what a reader needs beside the bare tuples of a list. */
final class Dressing {

    private final Edition edition;
    private final Names names;

    Dressing(Edition edition) {
        this.edition = edition;
        this.names = new Names(edition.index());
    }

    Lists.Named named(int id) {
        return named(edition.index().iri(id));
    }

    private Lists.Named named(String iri) {
        var name = names.of(iri);
        return new Lists.Named(iri, new Text(bare(name.zh()), bare(name.en())));
    }

    /** A word that stands for itself is quoted in a sentence, and not in a table. */
    private static String bare(String name) {
        return name.length() > 2 && name.startsWith("`") && name.endsWith("`")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    Lists.Entry entry(int what, List<Held> held) {
        var whole = held.stream().anyMatch(one -> one.some().isEmpty());
        return new Lists.Entry(
                named(what),
                purposes(held),
                whole ? List.of() : union(held.stream().map(one -> iris(one.permitted()))),
                grants(held),
                validUntil(held));
    }

    Lists.Flow flow(Held held) {
        var asked = held.question();
        return new Lists.Flow(
                named(asked.provider()),
                named(asked.recipient()),
                named(asked.dataset().iri()),
                named(asked.purpose()),
                asked.method().code(),
                iris(held.some()),
                held.level(edition.index()).map(this::named),
                basis(held),
                held.verdict().grants(),
                validFrom(held),
                validUntil(held),
                duties(held));
    }

    List<String> basis(Held held) {
        return held.verdict().rulings().stream()
                .map(Verdict.OnItem::ruling)
                .filter(ruling -> ruling.outcome() == Outcome.PERMIT)
                .flatMap(ruling -> ruling.findings().stream())
                .flatMap(finding -> Stream.concat(finding.bases().stream(), finding.because().laws().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    List<Answer.Duty> duties(Held held) {
        return new Duties(edition.index()).of(held.verdict());
    }

    private Optional<Instant> validFrom(Held held) {
        return Horizon.since(held.verdict());
    }

    Optional<Instant> validUntil(Held held) {
        return Horizon.of(held.verdict());
    }

    Optional<Instant> validUntil(List<Held> held) {
        return held.stream().flatMap(one -> validUntil(one).stream()).min(Instant::compareTo);
    }

    List<String> purposes(List<Held> held) {
        return union(held.stream()
                .map(one -> List.of(edition.index().iri(one.question().purpose()))));
    }

    List<String> grants(List<Held> held) {
        return union(held.stream().map(one -> one.verdict().grants()));
    }

    private List<String> iris(List<Item> items) {
        return items.stream().map(item -> edition.index().iri(item.iri())).toList();
    }

    private static List<String> union(Stream<List<String>> lists) {
        return lists.flatMap(List::stream).distinct().sorted().toList();
    }
}
