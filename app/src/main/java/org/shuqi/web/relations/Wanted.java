package org.shuqi.web.relations;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shuqi.decision.ListForm;
import org.shuqi.decision.QuestionForm;
import org.shuqi.web.Address;

/**
 * Which relations somebody wants to see.
 *
 * @param provider only from this one; empty for all
 * @param recipient only to this one; empty for all
 * @param organization only from or to this one; empty for all
 * @param everything whether what is open to every department is shown too, and not only what rests on an agreement or request
 * @param at as of this instant or day; empty for now
 */
record Wanted(String provider, String recipient, String organization, boolean everything, String at) {

    /** The question about one side; the other stays free. */
    ListForm form(String from, String to) {
        var about = new QuestionForm(
                to,
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(from).filter(word -> !word.isEmpty()),
                Optional.empty(),
                Optional.of(at).filter(word -> !word.isEmpty()),
                OptionalLong.empty());
        // most agreements are about some items of an entry
        return new ListForm(about, true, everything ? ListForm.Filter.NONE : ListForm.Filter.GRANTED);
    }

    /** The address of the page about these two, or about one of them. */
    String address(String from, String to, String about) {
        return kept(Address.of("/relations")
                        .with("provider", from)
                        .with("recipient", to)
                        .with("organization", about))
                .toString();
    }

    /** The address with what is not about anybody. */
    Address kept(Address address) {
        return address.with("basis", everything ? "all" : "").with("at", at);
    }

    boolean isPair() {
        return !provider.isEmpty() && !recipient.isEmpty();
    }
}
