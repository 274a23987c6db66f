package org.shuqi.decision;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuqi.decision.fact.Ids;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Which questions one asker may put to one edition. Data whose entry is hidden are as unknown as data that are not there. */
final class Admission {

    private final Edition edition;
    private final Asker asker;
    private final Map<String, Optional<Set<String>>> providers = new HashMap<>();

    Admission(Edition edition, Asker asker) {
        this.edition = edition;
        this.asker = asker;
    }

    /**
     * The question with its dataset named by IRI.
     *
     * @throws Refusal UNKNOWN if dataset or recipient is unknown, FORBIDDEN if the asker may not ask about them
     */
    QuestionForm single(QuestionForm form) {
        var dataset = dataset(form);
        require(form, dataset);
        return form.about(dataset);
    }

    /** The same for a list: what it leaves free is not looked at. */
    ListForm list(ListForm list) {
        var form = list.about();
        if (form.dataset().isBlank()) {
            return list;
        }
        var dataset = dataset(form);
        if (!form.recipient().isBlank()) {
            require(form, dataset);
        }
        return new ListForm(form.about(dataset), list.partial(), list.filter());
    }

    /** Whether the asker may name the dataset and ask what of it the recipient receives. */
    boolean admits(String dataset, String recipient) {
        return admits(dataset, recipient, List.of());
    }

    /** The same, if others than its publisher may provide it. */
    boolean admits(String dataset, String recipient, List<String> others) {
        return providersOf(dataset)
                .filter(known -> asker.mayAsk(recipient, together(known, others)))
                .isPresent();
    }

    /** Whether the asker may be shown a row about the dataset that nobody named: its entry has to be readable too. */
    boolean shows(String dataset, String recipient) {
        return shows(dataset, recipient, List.of());
    }

    /** The same, if others than its publisher may provide it. */
    boolean shows(String dataset, String recipient, List<String> others) {
        return asker.hidden(List.of(dataset)).isEmpty() && admits(dataset, recipient, others);
    }

    /** Whether the asker may ask what the organisation receives, whoever provides it. */
    boolean admits(String recipient) {
        return asker.mayAsk(recipient, List.of());
    }

    /** The recipient of the list; empty if it leaves that free. */
    String recipient(ListForm list) {
        return list.about().recipient().isBlank() ? "" : edition.lookup().recipientOf(list.about());
    }

    private String dataset(QuestionForm form) {
        return edition.lookup()
                .datasetOf(form, iri -> providersOf(edition.index().iri(iri)).isPresent());
    }

    private void require(QuestionForm form, String dataset) {
        var recipient = edition.lookup().recipientOf(form);
        var named = form.provider().filter(word -> !word.isBlank()).map(word -> edition.lookup()
                .providerOf(form));
        if (!admits(dataset, recipient, named.stream().toList())) {
            throw refusal(form.recipient());
        }
    }

    /** What is said to those who may not ask. */
    static Refusal refusal(String recipient) {
        return Refusal.of(
                Kind.FORBIDDEN,
                "不能询问 `%s`；只能询问本机构接收或者提供的数据，询问其他机构须有相应角色",
                "you cannot ask about `%s`; ask about what your own organisation receives or provides, or have a role that reaches others",
                recipient);
    }

    /** Who publishes the dataset or is its source; empty if the asker may not know of it. */
    private Optional<Set<String>> providersOf(String dataset) {
        return providers.computeIfAbsent(dataset, iri -> {
            if (!asker.mayName(iri)) {
                return Optional.empty();
            }
            var index = edition.index();
            return index.dataset(index.id(iri)).map(entry -> together(iris(entry.publishers()), iris(entry.sources())));
        });
    }

    private List<String> iris(Ids ids) {
        return ids.stream().mapToObj(edition.index()::iri).toList();
    }

    private static Set<String> together(Iterable<String> some, Iterable<String> others) {
        var all = new LinkedHashSet<String>();
        some.forEach(all::add);
        others.forEach(all::add);
        return all;
    }
}
