package org.shuqi.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.decision.QuestionForm;
import org.shuqi.review.Court.Heard;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Finds a question that brings a norm or an entry to light, where no permission says whom to ask about. */
final class Asking {

    /** Candidates of each part of the question that are tried. */
    private static final int FEW = 6;

    private static final List<String> DEPARTMENTS =
            List.of("government-department", "authorised-organisation", "other-state-organ");

    private final Session session;
    private List<String> departments = List.of();

    Asking(Session session) {
        this.session = session;
    }

    /** The first question within the scopes of the norm whose answer is as wanted. */
    Optional<Heard> aboutNorm(Node norm, Predicate<Heard> wanted) {
        var register = session.register();
        var purposes = named(norm, Sq.purposeScope).or(() -> anyPurpose()).orElse(List.of());
        var methods = named(norm, Sq.methodScope)
                .map(all -> all.stream().map(iri -> iri.replaceAll(".*/", "")).toList())
                .orElse(List.of("query", "verify", "batch", "file"));
        var region = register.iris(norm, Sq.region).stream().findFirst();
        var providers = named(norm, Sq.providerScope)
                .map(all -> expanded(all, register.saysTrue(norm, Sq.includesSubordinates)))
                .orElse(List.of());
        for (var asset : assets(norm)) {
            for (var recipient : recipients(norm)) {
                for (var purpose : purposes) {
                    for (var method : methods) {
                        var heard = session.court()
                                .ask(new QuestionForm(
                                        recipient,
                                        asset.dataset(),
                                        asset.items(),
                                        Optional.of(purpose),
                                        Optional.of(method),
                                        Optional.of("receive"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        providers.stream()
                                                .filter(one -> publishes(one, asset))
                                                .findFirst(),
                                        region,
                                        Optional.of(session.at().toString()),
                                        OptionalLong.empty()));
                        if (heard.answer().isPresent() && wanted.test(heard)) {
                            return Optional.of(heard);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The first question of some department about the entry, or some of its items, whose answer is as wanted. */
    Optional<Heard> aboutEntry(String dataset, List<String> items, Optional<String> provider, Predicate<Heard> wanted) {
        for (var recipient : departments()) {
            for (var purpose : anyPurpose().orElse(List.of())) {
                var heard = session.court()
                        .ask(new QuestionForm(
                                recipient,
                                dataset,
                                items,
                                Optional.of(purpose),
                                Optional.of("query"),
                                Optional.of("receive"),
                                Optional.empty(),
                                Optional.empty(),
                                provider,
                                Optional.empty(),
                                Optional.of(session.at().toString()),
                                OptionalLong.empty()));
                if (heard.answer().isPresent() && wanted.test(heard)) {
                    return Optional.of(heard);
                }
            }
        }
        return Optional.empty();
    }

    /** Some data that an asset scope speaks of. */
    private record Asset(String dataset, List<String> items) {}

    private List<Asset> assets(Node norm) {
        var register = session.register();
        var found = new ArrayList<Asset>();
        register.iris(norm, Sq.assetScope).stream().map(Register::iri).forEach(scope -> {
            register.firstSubjects(Sq.dataItem, scope, FEW)
                    .forEach(owner -> found.add(new Asset(owner.getURI(), List.of(scope.getURI()))));
            datasets(scope).forEach(one -> found.add(new Asset(one.getURI(), List.of())));
            register.firstSubjects(Sq.securityLevel, scope, FEW).stream()
                    .filter(item -> register.isA(item, Sq.DataItem))
                    .forEach(item -> register.firstSubjects(Sq.dataItem, item, 1)
                            .forEach(owner -> found.add(new Asset(owner.getURI(), List.of(item.getURI())))));
        });
        if (!register.says(norm, Sq.assetScope)) {
            named(norm, Sq.providerScope).stream()
                    .flatMap(List::stream)
                    .flatMap(one -> register.firstSubjects(Dct.publisher, Register.iri(one), FEW).stream())
                    .filter(one -> register.isA(one, Dcat.Dataset))
                    .forEach(one -> found.add(new Asset(one.getURI(), List.of())));
        }
        return found.stream().distinct().limit(FEW).toList();
    }

    private Stream<Node> datasets(Node scope) {
        var register = session.register();
        var listed = register.objects(scope, Dcat.dataset).stream().limit(FEW);
        var themed =
                register.reached(List.of(scope), one -> register.firstSubjects(Skos.broader, one, FEW), FEW).stream()
                        .flatMap(theme -> register.firstSubjects(Dcat.theme, theme, FEW).stream());
        return Stream.of(Stream.of(scope), listed, themed)
                .flatMap(each -> each)
                .filter(one -> register.isA(one, Dcat.Dataset));
    }

    private List<String> recipients(Node norm) {
        return named(norm, Sq.recipientScope)
                .map(all -> expanded(all, session.register().saysTrue(norm, Sq.includesSubordinates)))
                .orElseGet(this::departments);
    }

    private List<String> expanded(List<String> parties, boolean subordinates) {
        return parties.stream()
                .flatMap(party -> session.strands().recipients(party, subordinates).stream())
                .distinct()
                .limit(FEW)
                .toList();
    }

    private boolean publishes(String provider, Asset asset) {
        return session.register()
                .iris(Register.iri(asset.dataset()), Dct.publisher)
                .contains(provider);
    }

    /** A few organisations of the usual kinds. */
    private List<String> departments() {
        if (departments.isEmpty()) {
            departments = DEPARTMENTS.stream()
                    .flatMap(kind ->
                            session.register().firstSubjects(Sq.organType, Sq.code("organ-type", kind), FEW).stream())
                    .filter(Node::isURI)
                    .map(Node::getURI)
                    .toList();
        }
        return departments;
    }

    private Optional<List<String>> named(Node norm, Node scope) {
        var iris = session.register().iris(norm, scope);
        return iris.isEmpty() ? Optional.empty() : Optional.of(iris);
    }

    private Optional<List<String>> anyPurpose() {
        Set<String> all = new LinkedHashSet<>(session.strands().allPurposes());
        return Optional.of(all.stream().limit(FEW).toList());
    }
}
