package org.shuqi.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.shuqi.decision.Census.Held;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Terms;
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
        var all = wanted.granted() ? census.grantedDatasets() : census.datasets();
        var datasets = census.byIri(all.filter(one -> isAmong(one, wanted.datasets())));
        refuseTooMany(datasets.length);
        return new Made<>(census, () -> Iter.asStream(found(datasets)), dressing::flow);
    }

    /** One after the other; the stream of a stream would hold all rows of a dataset at once. */
    private Iterator<Held> found(int[] datasets) {
        var questions = Iter.flatMap(Arrays.stream(datasets).iterator(), this::questions);
        var held = Iter.flatMap(questions, asked -> census.ask(asked).stream().iterator());
        return Iter.filter(held, this::isWanted);
    }

    private Iterator<Question> questions(int iri) {
        var dataset = census.index().dataset(iri).orElseThrow();
        var recipients = wanted.granted() ? new int[0] : recipients(census.recipients(dataset));
        return Iter.flatMap(
                Arrays.stream(census.providers(dataset)).iterator(),
                provider -> Iter.flatMap(
                        Arrays.stream(wanted.granted() ? recipients(census.granted(dataset, provider)) : recipients)
                                .iterator(),
                        recipient -> Iter.map(
                                census.purposes().iterator(), purpose -> census.asking(recipient, dataset, purpose)
                                        .from(provider))));
    }

    private int[] recipients(IntStream some) {
        return census.byIri(some.filter(one -> isAmong(one, wanted.recipients())));
    }

    private static boolean isAmong(int one, Optional<Set<Integer>> some) {
        return some.isEmpty() || some.get().contains(one);
    }

    private void refuseTooMany(long datasets) {
        var about = census.about();
        var narrow = about.dataset().isPresent()
                || about.recipient() != Terms.NONE
                || !census.anyProvider()
                || wanted.agreement().isPresent();
        if (narrow) {
            return;
        }
        var combinations = datasets
                * census.index().organisations().count()
                * census.purposes().size();
        if (combinations > MOST_COMBINATIONS) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "矩阵有 %d 种组合，过大；请加上 `recipient`、`dataset`、`provider` 或者 `agreement`",
                    "the matrix has %d combinations, too many; add `recipient`, `dataset`, `provider` or `agreement`",
                    combinations);
        }
    }

    private boolean isWanted(Held held) {
        return (!wanted.granted() || !held.verdict().grants().isEmpty())
                && wanted.level()
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
     * @param granted whether a row has to rely on an agreement or request
     * @param datasets what the agreement could be about, if it says so plainly
     * @param recipients who the agreement could be with
     */
    private record Wanted(
            Optional<Integer> level,
            Optional<String> basis,
            Optional<String> agreement,
            Optional<Instant> endsBefore,
            Optional<String> duty,
            boolean granted,
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
                    filter.endsBefore().map(census.edition().lookup()::instant),
                    filter.duty(),
                    filter.granted(),
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
                            || index.isCitedByMandate(index.id(iri))
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
