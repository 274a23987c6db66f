package org.shuqi.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.review.Court.Heard;
import org.shuqi.vocabulary.Sq;

/** Agreements and requests whose own dates leave them no time. */
final class DateExaminer implements Examiner {

    private static final List<FindingKind> OF_SOURCES = List.of(
            FindingKind.PERIOD_EMPTY,
            FindingKind.NEVER_ACTIVATED,
            FindingKind.ENDED_BEFORE_START,
            FindingKind.ALWAYS_SUSPENDED);

    @Override
    public void examine(Session session, Consumer<Finding> found) {
        OF_SOURCES.stream().filter(session::wants).forEach(kind -> session.queries()
                .each(kind.code(), row -> judge(session, kind, row.node("source"), found)));
        if (session.wants(FindingKind.OUTSIDE_ITS_PERIOD)) {
            session.queries().each(FindingKind.OUTSIDE_ITS_PERIOD.code(), row -> {
                var claim = session.claims().read(row.node("source"), row.node("permission"));
                var inForce = claim.term().inForce();
                if (claim.understood() && !inForce.isEmpty() && claim.holds().isEmpty()) {
                    show(
                            session,
                            FindingKind.OUTSIDE_ITS_PERIOD,
                            List.of(claim),
                            List.of(inForce.get(0).from()),
                            found);
                }
            });
        }
    }

    private static void judge(Session session, FindingKind kind, Node source, Consumer<Finding> found) {
        var register = session.register();
        var agreement = register.isAgreement(source);
        var term = Term.of(register, source, agreement);
        var activated = register.says(source, Sq.activatedAt);
        if (isSo(kind, term, agreement && !activated, session.at())) {
            show(session, kind, session.claims().readAll(source), claimed(term), found);
        }
    }

    private static boolean isSo(FindingKind kind, Term term, boolean waiting, Instant at) {
        return switch (kind) {
            case PERIOD_EMPTY ->
                !term.hasPeriod()
                        && (term.begun().isPresent()
                                || (term.from().isPresent() && term.until().isPresent()));
            case NEVER_ACTIVATED ->
                waiting && term.hasPeriod() && !term.until().orElse(Instant.MAX).isAfter(at);
            case ENDED_BEFORE_START -> term.hasPeriod() && term.begun().isPresent() && Term.isEmpty(term.running());
            case ALWAYS_SUSPENDED ->
                !Term.isEmpty(term.running()) && term.inForce().isEmpty();
            default -> throw new IllegalArgumentException(kind + " is not about dates");
        };
    }

    /** The instants at which somebody who reads the record could think that it holds. */
    private static List<Instant> claimed(Term term) {
        return Stream.concat(
                        Stream.of(term.agreed().from()).filter(start -> !Term.isEmpty(term.agreed())),
                        Stream.of(term.from(), term.until(), term.begun()).flatMap(Optional::stream))
                .filter(instant -> instant.isAfter(Instant.EPOCH) && !instant.equals(Instant.MAX))
                .distinct()
                .toList();
    }

    /** Told if the engine relies on the source at none of those instants. */
    private static void show(
            Session session, FindingKind kind, List<Claim> claims, List<Instant> instants, Consumer<Finding> found) {
        for (var claim : claims) {
            for (var strand : session.strands().of(claim)) {
                if (strand.purposes().isEmpty() || strand.methods().isEmpty()) {
                    continue;
                }
                var heard =
                        instants.stream().map(at -> ask(session, strand, at)).toList();
                if (heard.stream().anyMatch(one -> one.reliesOn(claim.sourceIri()))) {
                    return;
                }
                var witness =
                        heard.stream().filter(one -> one.answer().isPresent()).findFirst();
                if (witness.isPresent()) {
                    found.accept(Words.aboutStrand(
                            session.register(),
                            kind,
                            strand,
                            witness.get(),
                            List.of(claim.sourceIri()),
                            strand.items().size()));
                    return;
                }
            }
        }
    }

    private static Heard ask(Session session, Strand strand, Instant at) {
        return session.court()
                .ask(
                        strand,
                        strand.recipients().get(0),
                        strand.items(),
                        strand.purposes().get(0),
                        strand.methods().get(0),
                        at);
    }
}
