package org.shuqi.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.decision.Answer;
import org.shuqi.review.Court.Heard;
import org.shuqi.vocabulary.Sq;

/** Permissions of what a prohibition speaks of: is some use of them forbidden, and is any left for good? */
final class ProhibitionExaminer implements Examiner {

    /** Scopes by which a prohibition can stop one purpose, method or recipient and not another. */
    private static final List<Node> CHOOSY =
            List.of(Sq.purposeScope, Sq.exceptPurpose, Sq.methodScope, Sq.exceptRecipient, Sq.recipientScope);

    @Override
    public void examine(Session session, Consumer<Finding> found) {
        session.queries().each("prohibited", row -> {
            var claim = session.claims().read(row.node("source"), row.node("permission"));
            var choosy = CHOOSY.stream().anyMatch(scope -> session.register().says(row.node("norm"), scope));
            GrantExaminer.firstFrom(claim.holds(), session.at()).ifPresent(start -> {
                if (claim.understood()) {
                    session.strands().of(claim).forEach(strand -> new Trial(session, strand, start, choosy, found)
                            .run(row.node("norm").getURI()));
                }
            });
        });
    }

    /** One strand and one prohibition. */
    private static final class Trial {

        private final Session session;
        private final Strand strand;
        private final Instant start;
        private final boolean choosy;
        private final Consumer<Finding> found;
        private final Combos combos;
        private final Map<String, Heard> stopped = new LinkedHashMap<>();
        private final Set<String> alive = new LinkedHashSet<>();

        Trial(Session session, Strand strand, Instant start, boolean choosy, Consumer<Finding> found) {
            this.session = session;
            this.strand = strand;
            this.start = start;
            this.choosy = choosy;
            this.found = found;
            this.combos = new Combos(session.court(), strand);
        }

        void run(String norm) {
            combos.each(strand.items(), start, heard -> note(heard, norm));
            if (stopped.isEmpty()) {
                return;
            }
            var never = stopped.keySet().stream()
                    .filter(item -> !alive.contains(item))
                    .toList();
            if (!never.isEmpty() && combos.stopsForGood(never, start).equals(Optional.of(Set.of("S4")))) {
                tell(FindingKind.PROHIBITED, never, norm);
                never.forEach(stopped::remove);
            }
            if (!stopped.isEmpty()) {
                tell(FindingKind.AGAINST_PROHIBITION, List.copyOf(stopped.keySet()), norm);
            }
        }

        /** A prohibition that makes no difference between uses shows at the first question or not at all. */
        private boolean note(Heard heard, String norm) {
            var stops = heard.cites(norm);
            if (stops) {
                stoppedItems(heard).forEach(item -> stopped.putIfAbsent(item, heard));
            }
            alive.addAll(heard.permitted());
            return choosy || stops;
        }

        private static Stream<String> stoppedItems(Heard heard) {
            return heard.answer().stream()
                    .flatMap(answer -> answer.items().stream())
                    .filter(item -> item.stage().equals("S4"))
                    .map(Answer.ItemAnswer::item);
        }

        /** Asks again about the items alone, so that the whole answer is theirs. */
        private void tell(FindingKind kind, List<String> items, String norm) {
            if (!session.wants(kind)) {
                return;
            }
            var first = Optional.ofNullable(stopped.get(items.get(0)));
            first.map(Heard::question)
                    .map(question -> session.court()
                            .ask(
                                    strand,
                                    question.recipient(),
                                    items,
                                    question.purpose().orElseThrow(),
                                    question.method().orElseThrow(),
                                    start))
                    .filter(heard -> heard.isAt("S4") && heard.cites(norm))
                    .ifPresent(heard -> {
                        var records = new ArrayList<>(List.of(strand.claim().sourceIri(), norm, strand.dataset()));
                        found.accept(Words.aboutStrand(session.register(), kind, strand, heard, records, items.size()));
                    });
        }
    }
}
