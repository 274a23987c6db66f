package org.shuqi.web.find;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.account.Callers;
import org.shuqi.graph.Store;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.search.Pinyin;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Trust;
import org.shuqi.web.Said;

/**
 * Finds out which account people mean. The search does not know accounts, because few may read them; offered are those that
 * the reader may read, and those that an appointment which the reader may read names.
 */
@Singleton
public final class AccountNames {

    private static final Pattern WITH_CODE = Pattern.compile(".*\\[([^\\[\\]]+)]\\s*");

    private final Store store;
    private final Records records;
    private final Callers callers;

    AccountNames(Store store, Records records, Callers callers) {
        this.store = store;
        this.records = records;
        this.callers = callers;
    }

    /** The sign-in name that is meant: what stands in brackets, or the account that alone has the name; else what was typed. */
    public String meant(String typed) {
        var written = folded(typed);
        var coded = WITH_CODE.matcher(written);
        if (coded.matches()) {
            return coded.group(1).strip();
        }
        var named = all().stream()
                .filter(account -> !written.isEmpty() && folded(account.name()).equals(written))
                .map(Account::code)
                .toList();
        return named.size() == 1 ? named.get(0) : typed.strip();
    }

    /** What could be meant by what somebody has typed so far; with nothing typed, the first by sign-in name. */
    List<Suggestion> suggest(String typed, int most) {
        var written = folded(typed).replaceFirst("\\s*\\[[^\\[\\]]*]?$", "");
        return all().stream()
                .filter(account -> account.isCalled(written))
                .sorted(Comparator.comparing(
                                (Account account) -> !account.code().startsWith(written))
                        .thenComparing(Account::code))
                .limit(most)
                .map(Account::suggestion)
                .toList();
    }

    private List<Account> all() {
        try (var now = store.read()) {
            return nodes(now.union()).stream()
                    .map(node -> new Account(
                            records.id(RecordKind.ACCOUNTS, node),
                            callers.nameOf(node).orElse("")))
                    .toList();
        }
    }

    private static Set<Node> nodes(Graph registry) {
        var nodes = new LinkedHashSet<Node>();
        registry.find(Node.ANY, Rdf.type, Trust.Account).forEachRemaining(triple -> nodes.add(triple.getSubject()));
        registry.find(Node.ANY, Rdf.type, Trust.Appointment)
                .forEachRemaining(triple -> registry.find(triple.getSubject(), Org.member, Node.ANY)
                        .forEachRemaining(member -> nodes.add(member.getObject())));
        return nodes;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private record Account(String code, String name) {

        boolean isCalled(String written) {
            return code.contains(written)
                    || folded(name).contains(written)
                    || Pinyin.keys(name).stream().anyMatch(sound -> sound.startsWith(written));
        }

        Suggestion suggestion() {
            var shown = name.isEmpty() ? code : name;
            return new Suggestion(shown + " [" + code + "]", code, Said.code(shown), List.of(Said.code(code)));
        }
    }
}
