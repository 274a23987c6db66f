package org.shuqi.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.shuqi.decision.Census.Held;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Index;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Sq;

/** Every flow: provider, recipient, dataset, purpose. In the order of dataset, provider, recipient, purpose. */
final class Matrix {

    /** Most combinations that are looked through when nothing narrows them: some minutes of work. */
    static final long MOST_COMBINATIONS = 20_000_000;

    private final Census census;
    private final Dressing dressing;
    private final Wanted wanted;

    private Matrix(Census census, Wanted wanted) {
        this.census = census;
        this.dressing = new Dressing(census.edition());
        this.wanted = wanted;
    }

    static Matrix of(Census census, ListForm form) {
        return new Matrix(census, Wanted.of(census, form.filter()));
    }

    Rows<Lists.Flow> rows() {
        var datasets = narrowed(census.datasets(), wanted.datasets());
        var recipients = narrowed(census.recipients(), wanted.recipients());
        refuseTooMany(datasets.size(), recipients.size());
        var purposes = census.purposes();
        return new Made<>(
                census.index().revision(),
                census.question().at(),
                () -> Iter.asStream(found(datasets, recipients, purposes)),
                dressing::flow);
    }

    /** One after the other; the stream of a stream would hold all rows of a dataset at once. */
    private Iterator<Held> found(List<Integer> datasets, List<Integer> recipients, List<Integer> purposes) {
        var questions = Iter.flatMap(
                datasets.iterator(),
                dataset -> Iter.flatMap(
                        census.providers(dataset).iterator(),
                        provider -> Iter.flatMap(
                                recipients.iterator(),
                                recipient -> Iter.map(
                                        purposes.iterator(), purpose -> census.asking(recipient, dataset, purpose)
                                                .from(provider)))));
        var held = Iter.flatMap(questions, asked -> census.ask(asked).stream().iterator());
        return Iter.filter(held, this::isWanted);
    }

    private static List<Integer> narrowed(List<Integer> all, Optional<Set<Integer>> to) {
        return to.map(some -> all.stream().filter(some::contains).toList()).orElse(all);
    }

    private void refuseTooMany(long datasets, long recipients) {
        var narrow = census.datasets().size() == 1
                || census.recipients().size() == 1
                || !census.anyProvider()
                || wanted.agreement().isPresent();
        var combinations = datasets * recipients * census.purposes().size();
        if (!narrow && combinations > MOST_COMBINATIONS) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "矩阵有 %d 种组合，过大；请加上 `recipient`、`dataset`、`provider` 或者 `agreement`",
                    "the matrix has %d combinations, too many; add `recipient`, `dataset`, `provider` or `agreement`",
                    combinations);
        }
    }

    private boolean isWanted(Held held) {
        return wanted.level()
                        .filter(level -> !held.level(census.index()).equals(Optional.of(level)))
                        .isEmpty()
                && wanted.agreement()
                        .filter(one -> !held.verdict().grants().contains(one))
                        .isEmpty()
                && wanted.basis()
                        .filter(one -> !dressing.basis(held).contains(one))
                        .isEmpty()
                && wanted.duty().filter(one -> !binds(held, one)).isEmpty()
                && wanted.endsBefore().filter(end -> !endsBefore(held, end)).isEmpty();
    }

    private boolean binds(Held held, String duty) {
        return dressing.duties(held).stream()
                .map(Answer.Duty::duty)
                .anyMatch(one -> one.equals(duty) || one.endsWith("/" + duty) || one.endsWith("#" + duty));
    }

    private boolean endsBefore(Held held, Instant end) {
        return dressing.validUntil(held).filter(end::isAfter).isPresent();
    }

    /**
     * What the filter asks for, looked up.
     *
     * @param level concept
     * @param basis IRI
     * @param agreement IRI
     * @param endsBefore exclusive
     * @param duty IRI or last segment
     * @param datasets what the agreement could be about, if it says so plainly
     * @param recipients who the agreement could be with
     */
    private record Wanted(
            Optional<Integer> level,
            Optional<String> basis,
            Optional<String> agreement,
            Optional<Instant> endsBefore,
            Optional<String> duty,
            Optional<Set<Integer>> datasets,
            Optional<Set<Integer>> recipients) {

        static Wanted of(Census census, ListForm.Filter filter) {
            var index = census.index();
            var agreement = filter.agreement().map(word -> agreement(census, word));
            var grants = agreement.map(iri -> grants(index, iri).toList());
            return new Wanted(
                    filter.level().map(word -> level(index, word)),
                    filter.basis().map(word -> basis(index, word)),
                    agreement,
                    filter.endsBefore().map(census::instant),
                    filter.duty(),
                    grants.flatMap(some -> datasets(index, some)),
                    grants.map(some -> recipients(index, some)));
        }

        private static Stream<Grant> grants(Index index, String source) {
            return index.factsOf(index.id(source)).stream()
                    .filter(Grant.class::isInstance)
                    .map(Grant.class::cast);
        }

        private static String agreement(Census census, String word) {
            return Stream.of(
                            word,
                            census.edition().baseIri() + "agreement/" + word,
                            census.edition().baseIri() + "request/" + word)
                    .filter(iri -> grants(census.index(), iri).findFirst().isPresent())
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(
                            Kind.UNKNOWN,
                            "没有协议或者申请 `%s`；请核对编号",
                            "no agreement or request `%s`; check its number",
                            word));
        }

        private static int level(Index index, String word) {
            return Stream.of(word, Sq.code("level", word).getURI())
                    .map(index::id)
                    .filter(id -> index.concept(id).isPresent())
                    .findFirst()
                    .orElseThrow(
                            () -> Refusal.of(Kind.UNKNOWN, "没有级别 `%s`；请核对级别代码", "no level `%s`; check its code", word));
        }

        private static String basis(Index index, String word) {
            return Stream.of(word, Codes.law(word))
                    .filter(iri -> index.basis(index.id(iri)).isPresent()
                            || Arrays.stream(Because.values())
                                    .anyMatch(because -> because.laws().contains(iri)))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(
                            Kind.UNKNOWN, "没有依据 `%s`；请核对标识", "no legal basis `%s`; check its identifier", word));
        }

        /** The datasets of the targets; empty if a target is a theme, a catalogue or the like. */
        private static Optional<Set<Integer>> datasets(Index index, List<Grant> grants) {
            var found = new HashSet<Integer>();
            for (var grant : grants) {
                for (var target : grant.reach().targets().stream().toArray()) {
                    var datasets = index.isDataset(target)
                            ? List.of(target)
                            : index.owners(target).boxed().toList();
                    if (datasets.isEmpty()) {
                        return Optional.empty();
                    }
                    found.addAll(datasets);
                }
            }
            return Optional.of(found);
        }

        private static Set<Integer> recipients(Index index, List<Grant> grants) {
            return grants.stream()
                    .flatMapToInt(grant -> grant.reach().assignees().stream())
                    .flatMap(index::allWithin)
                    .boxed()
                    .collect(Collectors.toSet());
        }
    }
}
