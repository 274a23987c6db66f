package org.shuqi.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.review.Court.Heard;
import org.shuqi.time.Span;
import org.shuqi.vocabulary.Sq;

/**
 * Agreements and requests that give the same party the same data: for the same purpose, by the same method, at the same time.
 *
 * <p>The query sorts permissions by dataset and recipient, so only those that could meet are held against each other; each
 * is told about once, with the first other that it meets.
 */
final class PairExaminer implements Examiner {

    /** Permissions of one dataset and recipient that are held against each other. */
    private static final int MOST = 200;

    @Override
    public void examine(Session session, Consumer<Finding> found) {
        if (session.wants(FindingKind.REDUNDANT, FindingKind.OVERLAPPING, FindingKind.STORAGE_DIFFERS)) {
            var group = new Group(session, found);
            session.queries().each("overlapping", group::add);
            group.close();
        }
        if (session.wants(FindingKind.FORBIDDEN_BY_AGREEMENT)) {
            session.queries().each("forbidden-by-agreement", row -> forbidden(session, row, found));
        }
    }

    private static void forbidden(Session session, Queries.Row row, Consumer<Finding> found) {
        var ban = session.claims().read(row.node("forbidding"), row.node("prohibition"));
        var claim = session.claims().read(row.node("source"), row.node("permission"));
        if (!ban.understood()) {
            return;
        }
        for (var strand : session.strands().of(claim)) {
            for (var other : session.strands().of(ban)) {
                meet(session, strand, other)
                        .filter(heard -> heard.permits() && heard.reliesOn(claim.sourceIri()))
                        .ifPresent(heard -> found.accept(Words.aboutPair(
                                session.register(), FindingKind.FORBIDDEN_BY_AGREEMENT, strand, ban, heard)));
            }
        }
    }

    /** A question that both strands speak of. */
    private static Optional<Heard> meet(Session session, Strand one, Strand other) {
        if (!one.dataset().equals(other.dataset()) || !one.provider().equals(other.provider())) {
            return Optional.empty();
        }
        var recipient = first(one.recipients(), other.recipients()::contains);
        var purpose = first(one.purposes(), other.purposes()::contains);
        var method = first(one.methods(), other.methods()::contains);
        var at = Term.both(one.claim().holds(), other.claim().holds()).stream()
                .filter(span -> span.until().isAfter(session.at()))
                .map(span -> span.and(new Span(session.at(), Instant.MAX)).from())
                .findFirst();
        var items = common(one.items(), other.items());
        if (items.isEmpty() || recipient.isEmpty() || purpose.isEmpty() || method.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                session.court().ask(one, recipient.get(), items.get(), purpose.get(), method.get(), at.get()));
    }

    private static Optional<String> first(List<String> some, Predicate<String> wanted) {
        return some.stream().filter(wanted).findFirst();
    }

    /** The items in both, where none named means all; empty if there are none. */
    private static Optional<List<String>> common(List<String> some, List<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return Optional.of(some.isEmpty() ? others : some);
        }
        var both = some.stream().filter(others::contains).toList();
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    /** The permissions of one dataset and recipient, as they come out of the sorted query. */
    private static final class Group {

        private final Session session;
        private final Consumer<Finding> found;
        private final List<Rule> rules = new ArrayList<>();
        private String dataset = "";
        private String recipient = "";

        Group(Session session, Consumer<Finding> found) {
            this.session = session;
            this.found = found;
        }

        private record Rule(Node source, Node permission) {}

        void add(Queries.Row row) {
            var ofDataset = row.node("dataset").getURI();
            var ofRecipient = row.node("recipient").toString();
            if (!dataset.equals(ofDataset) || !recipient.equals(ofRecipient)) {
                close();
                dataset = ofDataset;
                recipient = ofRecipient;
            }
            if (rules.size() < MOST) {
                rules.add(new Rule(row.node("source"), row.node("permission")));
            }
        }

        /** Most groups have one source only, and are not even read. */
        void close() {
            if (rules.stream().map(Rule::source).distinct().count() > 1) {
                compare(rules.stream().flatMap(this::strands).toList());
            }
            rules.clear();
        }

        private Stream<Strand> strands(Rule rule) {
            var claim = session.claims().read(rule.source(), rule.permission());
            return claim.understood()
                            && GrantExaminer.firstFrom(claim.holds(), session.at())
                                    .isPresent()
                    ? session.strands().of(claim).stream()
                            .filter(strand -> strand.dataset().equals(dataset)
                                    && strand.party().equals(recipient))
                    : Stream.empty();
        }

        private void compare(List<Strand> strands) {
            for (var at = 1; at < strands.size(); at++) {
                var one = strands.get(at);
                var earlier = strands.subList(0, at).stream()
                        .filter(other ->
                                !other.claim().source().equals(one.claim().source()))
                        .toList();
                if (!told(one, earlier, true)) {
                    told(one, earlier, false);
                }
            }
        }

        /** Tells about the first of the others that meets it: wholly covering or covered, or not. */
        private boolean told(Strand one, List<Strand> others, boolean wholly) {
            for (var other : others) {
                var covered = covers(other, one)
                        ? Optional.of(one)
                        : covers(one, other) ? Optional.of(other) : Optional.<Strand>empty();
                if (covered.isPresent() != wholly) {
                    continue;
                }
                var heard = meet(session, one, other)
                        .filter(answer -> answer.permits()
                                && answer.reliesOn(one.claim().sourceIri())
                                && answer.reliesOn(other.claim().sourceIri()));
                if (heard.isPresent()) {
                    tell(covered, one, other, heard.get());
                    return true;
                }
            }
            return false;
        }

        private void tell(Optional<Strand> covered, Strand one, Strand other, Heard heard) {
            var needless = covered.orElse(one);
            var keeping = needless == one ? other : one;
            var kind = covered.isPresent() ? FindingKind.REDUNDANT : FindingKind.OVERLAPPING;
            if (session.wants(kind)) {
                found.accept(Words.aboutPair(session.register(), kind, needless, keeping.claim(), heard));
            }
            if (session.wants(FindingKind.STORAGE_DIFFERS) && storageDiffers(one, other)) {
                found.accept(
                        Words.aboutPair(session.register(), FindingKind.STORAGE_DIFFERS, one, other.claim(), heard));
            }
        }

        private boolean storageDiffers(Strand one, Strand other) {
            var mine = storage(one);
            var theirs = storage(other);
            return !mine.isEmpty() && !theirs.isEmpty() && !mine.equals(theirs);
        }

        private List<String> storage(Strand strand) {
            return session.register().objects(strand.claim().source(), Sq.storagePeriod).stream()
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .sorted()
                    .toList();
        }

        /** Whether everything that the narrow one grants from now on is granted by the wide one, too. */
        private boolean covers(Strand wide, Strand narrow) {
            return wide.provider().equals(narrow.provider())
                    && wide.complete()
                    && narrow.complete()
                    && (wide.claim().agreement() || !narrow.claim().agreement())
                    && (wide.claim().subordinates() || !narrow.claim().subordinates())
                    && wide.claim().masked() == narrow.claim().masked()
                    && (wide.items().isEmpty()
                            || (!narrow.items().isEmpty() && wide.items().containsAll(narrow.items())))
                    && wide.purposes().containsAll(narrow.purposes())
                    && wide.methods().containsAll(narrow.methods())
                    && wide.claim().onward().containsAll(narrow.claim().onward())
                    && Term.covers(wide.claim().holds(), left(narrow));
        }

        private List<Span> left(Strand strand) {
            return Term.both(strand.claim().holds(), List.of(new Span(session.at(), Instant.MAX)));
        }
    }
}
