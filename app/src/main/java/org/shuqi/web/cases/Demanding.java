package org.shuqi.web.cases;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.shuqi.access.Caller;
import org.shuqi.form.Answers;
import org.shuqi.form.Folding;
import org.shuqi.form.Form;
import org.shuqi.form.Forms;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Posted;
import org.shuqi.web.form.FormView;

/** Registers demands for data that no catalogue has. */
@Singleton
final class Demanding {

    private static final String PREFIX = "XQ";
    private static final Form DEMAND = Forms.standard().of(Sq.DemandListEntry);

    private final FormDoor door;
    private final Drafts drafts;

    Demanding(FormDoor door, Drafts drafts) {
        this.door = door;
        this.drafts = drafts;
    }

    /** The form; what was searched for in vain is its title, whoever belongs to one organisation asks for it. */
    MutableHttpResponse<byte[]> begin(HttpRequest<?> request, Caller caller) {
        var title = Optional.ofNullable(request.getParameters().get("title"))
                .orElse("")
                .strip();
        var answers = Answers.none();
        if (!title.isEmpty()) {
            answers = answers.with("title." + Drafts.language(title), title);
        }
        if (caller.organizations().size() == 1) {
            answers = answers.with(
                    "listedBy", caller.organizations().iterator().next().getURI());
        }
        return door.show(request, sheet(drafts.number(PREFIX), answers));
    }

    MutableHttpResponse<byte[]> file(HttpRequest<?> request, Posted posted, Caller caller) {
        var number = drafts.sent(PREFIX, posted.get("number")).orElseGet(() -> drafts.number(PREFIX));
        return door.act(request, sheet(number, FormView.answers(posted)), posted, caller);
    }

    private static Sheet sheet(String number, Answers answers) {
        return new Sheet(
                RecordKind.LISTS,
                "demand",
                number,
                true,
                "",
                DEMAND,
                Folding.NONE,
                "/lists",
                "/lists?tab=demand",
                answers);
    }
}
