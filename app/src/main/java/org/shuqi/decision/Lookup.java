package org.shuqi.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
    private static final String ITEM = "/item/";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2,3}");

    private final Index index;
    private final String baseIri;
    private final ZoneId zone;

    Lookup(Index index, String baseIri, ZoneId zone) {
        this.index = index;
        this.baseIri = baseIri;
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
                stated(form.provider()).map(this::organisation).orElse(Terms.NONE),
                stated(form.region()).map(this::region).orElse(Terms.NONE),
                stated(form.at()).map(this::instant).orElse(now));
    }

    /** What the form gives; what it leaves free stays so. */
    Open open(QuestionForm form, Instant now) {
        var action = action(form);
        var dataset = stated(Optional.of(form.dataset())).map(this::dataset);
        return new Open(
                stated(Optional.of(form.recipient())).map(this::organisation).orElse(Terms.NONE),
                dataset,
                dataset.map(entry -> items(form.items(), entry)).orElse(List.of()),
                stated(form.purpose()).isPresent() ? purpose(form) : Terms.NONE,
                manner(form, action),
                stated(form.provider()).map(this::organisation).orElse(Terms.NONE),
                stated(form.region()).map(this::region).orElse(Terms.NONE),
                stated(form.at()).map(this::instant).orElse(now));
    }

    private Question.Manner manner(QuestionForm form, Action action) {
        return new Question.Manner(
                method(form),
                action,
                action == Action.REDISTRIBUTE ? thirdParty(form) : Terms.NONE,
                action == Action.TRANSFER_ABROAD ? Optional.of(destination(form)) : Optional.empty());
    }

    private static Optional<String> stated(Optional<String> word) {
        return word.map(String::strip).filter(some -> !some.isEmpty());
    }

    private static String needed(String word, String parameter) {
        return stated(Optional.of(word))
                .orElseThrow(() ->
                        Refusal.of(Kind.UNUSABLE, "缺少参数 `%s`；请给出标识", "`%s` is missing; give an identifier", parameter));
    }

    private int organisation(String word) {
        return resolve(
                word,
                "organization/",
                index::isOrganisation,
                index::organisationsCoded,
                () -> Refusal.of(
                        Kind.UNKNOWN,
                        "没有机构 `%s`；请核对标识或者统一社会信用代码",
                        "no organisation `%s`; check the IRI, the credit code or the last path segment",
                        word));
    }

    private Dataset dataset(String word) {
        var id = resolve(
                word,
                "dataset/",
                index::isDataset,
                index::datasetsCoded,
                () -> Refusal.of(
                        Kind.UNKNOWN,
                        "没有数据集 `%s`；请核对标识或者信息资源代码",
                        "no dataset `%s`; check the IRI, the resource code or the last path segment",
                        word));
        return index.dataset(id).orElseThrow();
    }

    private int resolve(
            String word,
            String path,
            IntPredicate known,
            Function<String, List<Integer>> codes,
            Supplier<Refusal> unknown) {
        var named = isIri(word) ? index.id(word) : Terms.NONE;
        if (known.test(named)) {
            return named;
        }
        var within = index.id(baseIri + path + word);
        if (known.test(within)) {
            return within;
        }
        var coded = codes.apply(word);
        if (coded.size() > 1) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "代码 `%s` 对应多条记录；请改用 IRI",
                    "the code `%s` stands for several records; give the IRI",
                    word);
        }
        return coded.stream().findFirst().orElseThrow(unknown);
    }

    private List<Item> items(List<String> words, Dataset dataset) {
        if (words.isEmpty()) {
            return dataset.items();
        }
        return words.stream()
                .map(String::strip)
                .map(word -> item(word, dataset))
                .distinct()
                .toList();
    }

    private Item item(String word, Dataset dataset) {
        var id = index.id(isIri(word) ? word : index.iri(dataset.iri()) + ITEM + word);
        return dataset.item(id)
                .or(() -> dataset.items().stream()
                        .filter(item -> isCalled(index.iri(item.iri()), word))
                        .findFirst())
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
        var word = stated(form.purpose())
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "缺少参数 `purpose`；请给出用途代码或者 IRI",
                        "`purpose` is missing; give the code or IRI of a purpose"));
        return concept(word, PURPOSE)
                .filter(one -> index.isPurpose(one) || one.schemes().isEmpty())
                .map(Concept::iri)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNKNOWN, "没有用途 `%s`；请核对用途代码", "no purpose `%s`; check the list of purposes", word));
    }

    private int region(String word) {
        return concept(word, DIVISION)
                .map(Concept::iri)
                .orElseThrow(() ->
                        Refusal.of(Kind.UNKNOWN, "没有行政区划 `%s`；请核对区划代码", "no division `%s`; check its code", word));
    }

    private Optional<Concept> concept(String word, String scheme) {
        var named = index.concept(index.id(isIri(word) ? word : scheme + word));
        return named.isPresent() ? named : index.concept(index.id(scheme + word));
    }

    private static Method method(QuestionForm form) {
        return stated(form.method())
                .map(word -> Method.of(word)
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNUSABLE,
                                "没有共享方式 `%s`；可用 verify、query、batch、file",
                                "no method `%s`; use verify, query, batch or file",
                                word)))
                .orElse(Method.QUERY);
    }

    private static Action action(QuestionForm form) {
        return stated(form.action())
                .map(word -> Action.of(word)
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNUSABLE,
                                "没有动作 `%s`；可用 receive、redistribute、transfer-abroad",
                                "no action `%s`; use receive, redistribute or transfer-abroad",
                                word)))
                .orElse(Action.RECEIVE);
    }

    private int thirdParty(QuestionForm form) {
        return stated(form.thirdParty())
                .map(this::organisation)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "`redistribute` 缺少参数 `thirdParty`；请给出第三方机构",
                        "`redistribute` needs `thirdParty`; name the organisation"));
    }

    private static String destination(QuestionForm form) {
        var word = stated(form.destination())
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "`transfer-abroad` 缺少参数 `destination`；请给出国家或者地区代码",
                        "`transfer-abroad` needs `destination`; give a country code"));
        var code = word.toUpperCase(Locale.ROOT);
        if (!COUNTRY.matcher(code).matches()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "目的地 `%s` 不是国家或者地区代码；例如 SG",
                    "the destination `%s` is no country code; for example SG",
                    word);
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
