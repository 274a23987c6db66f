package org.shuqi.web.cases;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.shuqi.access.Caller;
import org.shuqi.form.Answers;
import org.shuqi.form.Form;
import org.shuqi.form.Forms;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Crumb;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;
import org.shuqi.web.Where;
import org.shuqi.web.form.FormDoor;
import org.shuqi.web.form.Place;
import org.shuqi.web.form.Sheet;

/** Registers demands for data that no catalogue has. */
@Singleton
final class Demanding {

    private static final String PREFIX = "XQ";
    private static final Form DEMAND = Forms.standard().of(Sq.DemandListEntry);

    private final FormDoor door;
    private final Screens screens;
    private final Drafts drafts;

    Demanding(FormDoor door, Screens screens, Drafts drafts) {
        this.door = door;
        this.screens = screens;
        this.drafts = drafts;
    }

    /** The form; what was searched for in vain is its title, whoever belongs to one organisation asks for it. */
    HttpResponse<?> begin(HttpRequest<?> request, Caller caller) {
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
        return door.show(request, sheet(request, drafts.number(PREFIX)).with(answers));
    }

    HttpResponse<?> file(HttpRequest<?> request, Posted posted) {
        var number = drafts.sent(PREFIX, posted.get("number")).orElseGet(() -> drafts.number(PREFIX));
        return door.act(
                request,
                door.sent(request, sheet(request, number), posted),
                posted,
                record -> Screens.to(Where.page(RecordKind.LISTS, number)));
    }

    private Sheet sheet(HttpRequest<?> request, String number) {
        var view = screens.view(request);
        var place = new Place(
                view.t("cases.form.title.demand"),
                view.t("cases.form.lead.demand"),
                "lists",
                List.of(Crumb.of(view, "cases.list.title.lists", "/lists")),
                "/lists",
                "/lists?tab=demand");
        return Sheet.numbered(RecordKind.LISTS, DEMAND, place, number);
    }
}
