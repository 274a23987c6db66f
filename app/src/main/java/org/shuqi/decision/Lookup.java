package org.shuqi.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Concept;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Terms;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Sq;

/** Turns the caller's words into a question: identifiers by IRI, by code, or by the last path segment. */
final class Lookup {

    private static final String PURPOSE = Sq.scheme("purpose").getURI() + "/";
    private static final String DIVISION = Sq.scheme("division").getURI() + "/";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2,3}");

    private final Index index;
    private final String organisations;
    private final String datasets;
    private final ZoneId zone;

    Lookup(Index index, String baseIri, ZoneId zone) {
        this.index = index;
        this.organisations = baseIri + "organization/";
        this.datasets = baseIri + "dataset/";
        this.zone = zone;
    }

    Question question(QuestionForm form, Instant now) {
        var action = action(form);
        var dataset = dataset(needed(form.dataset(), "dataset"));
        var manner = manner(form, action);
        return new Question(
                organisation(needed(form.recipient(), "recipient")),
                dataset,
                items(form.items(), dataset),
                purpose(form),
                manner,
                provider(form),
                region(form),
                at(form, now));
    }

    private int provider(QuestionForm form) {
        var word = stated(form.provider());
        return word.isEmpty() ? Terms.NONE : organisation(word);
    }

    private Instant at(QuestionForm form, Instant now) {
        var word = stated(form.at());
        return word.isEmpty() ? now : instant(word);
    }

    /**
     * IRI of the dataset that the form names, looking only at those that are seen: one that is not is answered like one that
     * is not there, at the same moment.
     */
    String datasetOf(QuestionForm form, IntPredicate isSeen) {
        action(form);
        var word = needed(form.dataset(), "dataset");
        return Stream.of(named(word), index.id(datasets, word))
                .filter(iri -> index.dataset(iri).isPresent() && isSeen.test(iri))
                .findFirst()
                .or(() -> only(
                        index.datasetsCoded(word).stream().filter(isSeen::test).toList(), word))
                .map(index::iri)
                .orElseThrow(() -> noDataset(word));
    }

    /** IRI of the recipient that the form names. */
    String recipientOf(QuestionForm form) {
        return index.iri(organisation(needed(form.recipient(), "recipient")));
    }

    /** IRI of the provider that the form names. */
    String providerOf(QuestionForm form) {
        return index.iri(provider(form));
    }

    /** What the form gives; what it leaves free stays so. */
    Open open(QuestionForm form, Instant now) {
        var action = action(form);
        var recipient = form.recipient().strip();
        var named = form.dataset().strip();
        var dataset = named.isEmpty() ? Optional.<Dataset>empty() : Optional.of(dataset(named));
        return new Open(
                recipient.isEmpty() ? Terms.NONE : organisation(recipient),
                dataset,
                dataset.map(entry -> items(form.items(), entry)).orElse(List.of()),
                stated(form.purpose()).isEmpty() ? Terms.NONE : purpose(form),
                manner(form, action),
                provider(form),
                region(form),
                at(form, now));
    }

    private Question.Manner manner(QuestionForm form, Action action) {
        var method = method(form);
        return action == Action.RECEIVE
                ? Question.Manner.receive(method)
                : new Question.Manner(
                        method,
                        action,
                        action == Action.REDISTRIBUTE ? thirdParty(form) : Terms.NONE,
                        action == Action.TRANSFER_ABROAD ? Optional.of(destination(form)) : Optional.empty());
    }

    /** The word; empty if there is none. */
    private static String stated(Optional<String> word) {
        return word.isEmpty() ? "" : word.get().strip();
    }

    private static String needed(String word, String parameter) {
        var stated = word.strip();
        if (stated.isEmpty()) {
            throw Refusal.of(Kind.UNUSABLE, "缺少参数 `%s`；请给出标识", "`%s` is missing; give an identifier", parameter);
        }
        return stated;
    }

    private int organisation(String word) {
        var named = named(word);
        if (isOrganisation(named)) {
            return named;
        }
        var within = index.id(organisations, word);
        return isOrganisation(within)
                ? within
                : only(index.organisationsCoded(word), word)
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNKNOWN,
                                "没有机构 `%s`；请核对标识或者统一社会信用代码",
                                "no organisation `%s`; check the IRI, the credit code or the last path segment",
                                word));
    }

    /** Looks at what the question will look at next, so that it is at hand. */
    private boolean isOrganisation(int named) {
        var party = index.party(named);
        return party.isPresent() && party.get().isReal();
    }

    private Dataset dataset(String word) {
        var named = index.dataset(named(word));
        if (named.isPresent()) {
            return named.get();
        }
        return index.dataset(index.id(datasets, word))
                .or(() -> only(index.datasetsCoded(word), word).flatMap(index::dataset))
                .orElseThrow(() -> noDataset(word));
    }

    private static Refusal noDataset(String word) {
        return Refusal.of(
                Kind.UNKNOWN,
                "没有数据集 `%s`；请核对标识或者信息资源代码",
                "no dataset `%s`; check the IRI, the resource code or the last path segment",
                word);
    }

    private int named(String word) {
        return isIri(word) ? index.id(word) : Terms.NONE;
    }

    private static Optional<Integer> only(List<Integer> coded, String word) {
        if (coded.size() > 1) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "代码 `%s` 对应多条记录；请改用 IRI",
                    "the code `%s` stands for several records; give the IRI",
                    word);
        }
        return coded.stream().findFirst();
    }

    private List<Item> items(List<String> words, Dataset dataset) {
        if (words.isEmpty()) {
            return dataset.items();
        }
        var items = new ArrayList<Item>(words.size());
        for (var word : words) {
            var item = item(word.strip(), dataset);
            if (!items.contains(item)) {
                items.add(item);
            }
        }
        return items;
    }

    private Item item(String word, Dataset dataset) {
        var id = isIri(word) ? index.id(word) : index.idOfItem(dataset.iri(), word);
        var item = dataset.item(id);
        return item.isPresent() ? item.get() : called(word, dataset);
    }

    private Item called(String word, Dataset dataset) {
        return dataset.items().stream()
                .filter(item -> isCalled(index.iri(item.iri()), word))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        Kind.UNKNOWN, "数据集没有数据项 `%s`；请核对名称", "the dataset has no item `%s`; check its name", word));
    }

    /** Every IRI has a colon and hardly a code does; what looks like one and is none is still tried as a code. */
    private static boolean isIri(String word) {
        return word.indexOf(':') >= 0;
    }

    private static boolean isCalled(String iri, String word) {
        return iri.equals(word) || iri.endsWith("/" + word) || iri.endsWith("#" + word);
    }

    private int purpose(QuestionForm form) {
        var word = stated(form.purpose());
        if (word.isEmpty()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "缺少参数 `purpose`；请给出用途代码或者 IRI",
                    "`purpose` is missing; give the code or IRI of a purpose");
        }
        var concept = concept(word, PURPOSE);
        if (concept.isEmpty() || (!concept.get().schemes().isEmpty() && !index.isPurpose(concept.get()))) {
            throw Refusal.of(Kind.UNKNOWN, "没有用途 `%s`；请核对用途代码", "no purpose `%s`; check the list of purposes", word);
        }
        return concept.get().iri();
    }

    private int region(QuestionForm form) {
        var word = stated(form.region());
        return word.isEmpty()
                ? Terms.NONE
                : concept(word, DIVISION)
                        .map(Concept::iri)
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNKNOWN, "没有行政区划 `%s`；请核对区划代码", "no division `%s`; check its code", word));
    }

    private Optional<Concept> concept(String word, String scheme) {
        var named = index.concept(named(word));
        return named.isPresent() ? named : index.concept(index.id(scheme, word));
    }

    private static Method method(QuestionForm form) {
        var word = stated(form.method());
        return word.isEmpty()
                ? Method.QUERY
                : Method.of(word)
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNUSABLE,
                                "没有共享方式 `%s`；可用 verify、query、batch、file",
                                "no method `%s`; use verify, query, batch or file",
                                word));
    }

    private static Action action(QuestionForm form) {
        var word = stated(form.action());
        return word.isEmpty()
                ? Action.RECEIVE
                : Action.of(word)
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNUSABLE,
                                "没有动作 `%s`；可用 receive、redistribute、transfer-abroad",
                                "no action `%s`; use receive, redistribute or transfer-abroad",
                                word));
    }

    private int thirdParty(QuestionForm form) {
        var word = stated(form.thirdParty());
        if (word.isEmpty()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`redistribute` 缺少参数 `thirdParty`；请给出第三方机构",
                    "`redistribute` needs `thirdParty`; name the organisation");
        }
        return organisation(word);
    }

    private static String destination(QuestionForm form) {
        var code = stated(form.destination()).toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`transfer-abroad` 缺少参数 `destination`；请给出国家或者地区代码",
                    "`transfer-abroad` needs `destination`; give a country code");
        }
        if (!COUNTRY.matcher(code).matches()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "目的地 `%s` 不是国家或者地区代码；例如 SG",
                    "the destination `%s` is no country code; for example SG",
                    stated(form.destination()));
        }
        return code;
    }

    Instant instant(String word) {
        // a plus sign in a query string that was not escaped arrives as a space
        var text = word.replace(' ', '+');
        return (text.indexOf('T') > 0 ? Instants.zoned(text) : Instants.date(text, zone))
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "时间 `%s` 无法识别；请写成 2026-06-01T12:00:00+08:00 或者 2026-06-01",
                        "the time `%s` cannot be read; write 2026-06-01T12:00:00+08:00 or 2026-06-01",
                        word));
    }
}
