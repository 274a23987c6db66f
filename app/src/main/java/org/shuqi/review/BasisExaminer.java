package org.shuqi.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.decision.Outcome;
import org.shuqi.review.Court.Heard;
import org.shuqi.vocabulary.Sq;

/** What rests on a legal basis that is not in force, or ranks too low to carry it. */
final class BasisExaminer implements Examiner {

    @Override
    public void examine(Session session, Consumer<Finding> found) {
        var asking = new Asking(session);
        if (session.wants(FindingKind.BASIS_NOT_IN_FORCE)) {
            session.queries().each("basis-not-in-force", row -> grants(session, row.node("source"), found));
        }
        if (session.wants(FindingKind.MANDATE_WITHOUT_BASIS)) {
            session.queries().each("mandate-without-basis", row -> mandate(session, asking, row.node("norm"), found));
        }
        if (session.wants(FindingKind.PROHIBITION_WITHOUT_BASIS)) {
            session.queries()
                    .each("prohibition-without-basis", row -> prohibition(session, asking, row.node("norm"), found));
        }
        if (session.wants(FindingKind.WITHHELD_WITHOUT_BASIS)) {
            session.queries()
                    .each(
                            "withheld-without-basis",
                            row -> withheld(session, asking, row.node("dataset"), row.find("item"), found));
        }
    }

    /** An agreement or request that the engine lets data flow by, though every basis it cites is gone or not there yet. */
    private static void grants(Session session, Node source, Consumer<Finding> found) {
        var bases = session.register().iris(source, Sq.legalBasis);
        for (var claim : session.claims().readAll(source)) {
            var start = GrantExaminer.firstFrom(claim.holds(), session.at());
            if (start.isEmpty() || bases.stream().anyMatch(basis -> isInForce(session, basis, start.get()))) {
                continue;
            }
            for (var strand : session.strands().of(claim)) {
                var witness = relied(session, strand, start.get());
                if (witness.isPresent()) {
                    var records = Stream.concat(Stream.of(claim.sourceIri()), bases.stream())
                            .toList();
                    found.accept(Words.aboutStrand(
                            session.register(),
                            FindingKind.BASIS_NOT_IN_FORCE,
                            strand,
                            witness.get(),
                            records,
                            strand.items().size()));
                    return;
                }
            }
        }
    }

    private static Optional<Heard> relied(Session session, Strand strand, Instant at) {
        var relied = new Heard[1];
        new Combos(session.court(), strand).each(strand.items(), at, heard -> {
            if (heard.permits() && heard.reliesOn(strand.claim().sourceIri())) {
                relied[0] = heard;
            }
            return relied[0] == null;
        });
        return Optional.ofNullable(relied[0]);
    }

    private static void mandate(Session session, Asking asking, Node norm, Consumer<Finding> found) {
        var bases = session.register().iris(norm, Sq.legalBasis);
        if (!session.register().narrowest(norm).contains(session.at())
                || bases.stream().anyMatch(basis -> isInForce(session, basis, session.at()))) {
            return;
        }
        asking.aboutNorm(norm, heard -> !heard.permits() && !heard.cites(norm.getURI()))
                .ifPresent(heard -> found.accept(Words.aboutNorm(
                        session.register(), FindingKind.MANDATE_WITHOUT_BASIS, norm.getURI(), bases, heard)));
    }

    private static void prohibition(Session session, Asking asking, Node norm, Consumer<Finding> found) {
        if (!session.register().widest(norm).contains(session.at())) {
            return;
        }
        asking.aboutNorm(
                        norm,
                        heard -> heard.outcome()
                                        .filter(Outcome.NEGOTIATE::equals)
                                        .isPresent()
                                && heard.isAt("S4")
                                && heard.cites(norm.getURI()))
                .ifPresent(heard -> found.accept(Words.aboutNorm(
                        session.register(),
                        FindingKind.PROHIBITION_WITHOUT_BASIS,
                        norm.getURI(),
                        session.register().iris(norm, Sq.legalBasis),
                        heard)));
    }

    private static void withheld(
            Session session, Asking asking, Node dataset, Optional<Node> item, Consumer<Finding> found) {
        asking.aboutEntry(
                        dataset.getURI(),
                        item.stream().map(Node::getURI).toList(),
                        Optional.empty(),
                        heard -> heard.outcome()
                                        .filter(Outcome.NEGOTIATE::equals)
                                        .isPresent()
                                && heard.isAt("S7"))
                .ifPresent(heard -> found.accept(Words.aboutNorm(
                        session.register(),
                        FindingKind.WITHHELD_WITHOUT_BASIS,
                        item.orElse(dataset).getURI(),
                        bases(session, dataset, item),
                        heard)));
    }

    private static List<String> bases(Session session, Node dataset, Optional<Node> item) {
        return item.map(one -> session.register().iris(one, Sq.legalBasis))
                .filter(own -> !own.isEmpty())
                .orElseGet(() -> session.register().iris(dataset, Sq.legalBasis));
    }

    private static boolean isInForce(Session session, String basis, Instant at) {
        var node = Register.iri(basis);
        return session.register().isA(node, Sq.LegalBasis)
                && session.register().narrowest(node).contains(at);
    }
}
