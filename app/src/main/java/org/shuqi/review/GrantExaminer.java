package org.shuqi.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.shuqi.decision.Answer;
import org.shuqi.review.Court.Heard;
import org.shuqi.time.Span;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sq;

/**
 * Permissions that are not over: asks the engine whether they can be used, and if not, which stage stands in the way.
 *
 * <p>The engine says so itself instead of a query for each stage, which would only repeat the reference. What a prohibition
 * alone stops is left to {@link ProhibitionExaminer}, which knows the prohibition.
 */
final class GrantExaminer implements Examiner {

    private static final Map<String, FindingKind> BY_STAGE = Map.of(
            "S1", FindingKind.ENTRY_NOT_PUBLISHED,
            "S2", FindingKind.NOT_THE_SOURCE,
            "S3", FindingKind.PARTY_NOT_SUPPORTED,
            "S4", FindingKind.PROHIBITED,
            "S5", FindingKind.RECIPIENT_SUSPENDED);

    private static final List<String> PAPERS = List.of("S8a", "S8b", "S8d", "S8e");

    private static final Set<String> ATTRIBUTES = Set.of(
            Sq.code("sharing-attribute", "conditional").getURI(),
            Sq.code("sharing-attribute", "unconditional").getURI(),
            Sq.code("sharing-attribute", "not-shared").getURI());

    @Override
    public void examine(Session session, Consumer<Finding> found) {
        session.queries().each("granted", row -> {
            var claim = session.claims().read(row.node("source"), row.node("permission"));
            firstFrom(claim.holds(), session.at()).ifPresent(start -> session.strands()
                    .of(claim)
                    .forEach(strand -> new Trial(session, strand, start, found).run()));
        });
    }

    /** The first instant of the spans that is not before the given one. */
    static Optional<Instant> firstFrom(List<Span> spans, Instant at) {
        return Term.both(spans, List.of(new Span(at, Instant.MAX))).stream()
                .findFirst()
                .map(Span::from);
    }

    /** One strand. */
    private static final class Trial {

        private final Session session;
        private final Strand strand;
        private final Instant start;
        private final Consumer<Finding> found;
        private final Combos combos;
        private final Map<String, Answer.ItemAnswer> first = new LinkedHashMap<>();
        private final Set<String> alive = new LinkedHashSet<>();
        private final Set<String> refused = new LinkedHashSet<>();

        Trial(Session session, Strand strand, Instant start, Consumer<Finding> found) {
            this.session = session;
            this.strand = strand;
            this.start = start;
            this.found = found;
            this.combos = new Combos(session.court(), strand);
        }

        void run() {
            var structure = structure();
            if (structure.isPresent()) {
                showStructure(structure.get());
                return;
            }
            var all = combos.each(strand.items(), start, this::note);
            if (all) {
                byStage().forEach(this::judge);
            }
        }

        /** What makes the permission useless whatever the answer. */
        private Optional<FindingKind> structure() {
            var claim = strand.claim();
            if (!claim.understood()) {
                return Optional.of(FindingKind.NOT_UNDERSTOOD);
            }
            if (strand.purposes().isEmpty() && !claim.purposes().isEmpty()) {
                return Optional.of(FindingKind.PURPOSES_EXCLUDE);
            }
            return strand.methods().isEmpty() && !claim.methods().isEmpty()
                    ? Optional.of(FindingKind.METHODS_EXCLUDE)
                    : Optional.empty();
        }

        /** Asks for each purpose and method that it names: none may be permitted because of it. */
        private void showStructure(FindingKind kind) {
            var claim = strand.claim();
            var purposes = new LinkedHashSet<String>();
            claim.purposes().forEach(purposes::addAll);
            var methods = new LinkedHashSet<String>();
            claim.methods().forEach(set -> set.forEach(iri -> methods.add(iri.replaceAll(".*/", ""))));
            methods.retainAll(Strands.METHODS);
            var named = new Strand(
                    claim,
                    strand.provider(),
                    strand.party(),
                    strand.recipients().subList(0, 1),
                    strand.dataset(),
                    strand.items(),
                    List.copyOf(purposes.isEmpty() ? strand.purposes() : purposes),
                    List.copyOf(methods.isEmpty() ? Strands.METHODS : methods),
                    true);
            var heard = new ArrayList<Heard>();
            new Combos(session.court(), named).each(named.items(), start, heard::add);
            heard.removeIf(one -> one.answer().isEmpty());
            if (!heard.isEmpty() && heard.stream().noneMatch(one -> one.reliesOn(claim.sourceIri()))) {
                tell(kind, heard.get(0), List.of());
            }
        }

        private boolean note(Heard heard) {
            if (heard.answer().isEmpty()) {
                if (refused.add(heard.because().en())) {
                    tell(FindingKind.UNKNOWN_RECORD, heard, List.of());
                }
                return true;
            }
            heard.answer().get().items().forEach(item -> first.putIfAbsent(item.item(), item));
            alive.addAll(heard.permitted());
            return !alive.containsAll(first.keySet());
        }

        /** The items that no question gets, by the stage that stopped them first. */
        private Map<String, List<String>> byStage() {
            var groups = new HashMap<String, List<String>>();
            first.values().stream().filter(item -> !alive.contains(item.item())).forEach(item -> groups.computeIfAbsent(
                            item.stage(), any -> new ArrayList<>())
                    .add(item.item()));
            return groups;
        }

        private void judge(String stage, List<String> items) {
            var heard = firstAbout(items);
            if (heard.isEmpty() || heard.get().permits()) {
                return;
            }
            if (stage.equals("S8")) {
                judgeLevel(heard.get(), items);
                return;
            }
            combos.stopsForGood(items, start)
                    .map(stages -> stages.size() > 1
                            ? FindingKind.NEVER_USABLE
                            : kind(stage, items, heard.get()).orElse(FindingKind.NEVER_USABLE))
                    .filter(kind -> kind != FindingKind.PROHIBITED)
                    .ifPresent(kind -> tell(kind, heard.get(), items));
        }

        private Optional<Heard> firstAbout(List<String> items) {
            var heard = new ArrayList<Heard>();
            combos.each(items, start, one -> {
                heard.add(one);
                return one.answer().isEmpty();
            });
            return heard.stream().filter(one -> one.answer().isPresent()).findFirst();
        }

        private void judgeLevel(Heard heard, List<String> items) {
            if (heard.isBecauseOf("S8c")) {
                tell(FindingKind.CLEARANCE_TOO_LOW, heard, items);
            }
            if (PAPERS.stream().anyMatch(heard::isBecauseOf)) {
                tell(FindingKind.EVIDENCE_MISSING, heard, items);
            }
        }

        private Optional<FindingKind> kind(String stage, List<String> items, Heard heard) {
            return stage.equals("S7") ? offer(items, heard) : Optional.ofNullable(BY_STAGE.get(stage));
        }

        /** Which part of the entry stands in the way at S7; empty if that cannot be told. */
        private Optional<FindingKind> offer(List<String> items, Heard heard) {
            var attributes = said(items, Sq.sharingAttribute);
            if (attributes.size() != 1 || !ATTRIBUTES.containsAll(attributes)) {
                return Optional.of(FindingKind.ATTRIBUTE_UNCLEAR);
            }
            if (attributes.contains(Sq.code("sharing-attribute", "not-shared").getURI())) {
                return Optional.of(FindingKind.NOT_SHARED);
            }
            if (!strand.claim().agreement() && rests(heard, "https://w3id.org/shuqi/law/order-809-43")) {
                return Optional.of(FindingKind.AGREEMENT_NEEDED);
            }
            return strand.claim().methods().isEmpty()
                            && said(items, Sq.sharingMethod).isEmpty()
                    ? Optional.of(FindingKind.NOTHING_OFFERED)
                    : Optional.empty();
        }

        private static boolean rests(Heard heard, String law) {
            return heard.answer().orElseThrow().reasons().stream()
                    .anyMatch(reason -> reason.basis().contains(law));
        }

        /** What the first item, or else its entry, says; the items of a group are stopped for the same reason. */
        private Set<String> said(List<String> items, Node property) {
            var own = session.register().iris(Register.iri(items.get(0)), property);
            return Set.copyOf(own.isEmpty() ? session.register().iris(Register.iri(strand.dataset()), property) : own);
        }

        private void tell(FindingKind kind, Heard heard, List<String> items) {
            if (!session.wants(kind)) {
                return;
            }
            var records = new ArrayList<>(List.of(strand.claim().sourceIri(), strand.dataset()));
            if (kind == FindingKind.EVIDENCE_MISSING) {
                records.addAll(expired(items));
            }
            found.accept(Words.aboutStrand(session.register(), kind, strand, heard, records, items.size()));
        }

        /** Papers about these data that were on file once and are not valid now. */
        private List<String> expired(List<String> items) {
            var register = session.register();
            var assets = new ArrayList<>(items);
            assets.add(strand.dataset());
            return assets.stream()
                    .flatMap(asset -> register.subjects(Sq.assetScope, Register.iri(asset)).stream())
                    .distinct()
                    .filter(paper -> register.isA(paper, Sq.Assessment) && register.says(paper, Dct.type))
                    .filter(paper -> !register.narrowest(paper).contains(start))
                    .map(paper -> paper.getURI())
                    .limit(5)
                    .toList();
        }
    }
}
