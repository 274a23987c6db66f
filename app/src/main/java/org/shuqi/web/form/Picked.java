package org.shuqi.web.form;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shuqi.form.Answers;
import org.shuqi.form.Field;
import org.shuqi.form.Form;
import org.shuqi.form.Widget;
import org.shuqi.record.RecordKind;
import org.shuqi.search.Group;
import org.shuqi.vocabulary.Trust;
import org.shuqi.web.Combo;
import org.shuqi.web.View;
import org.shuqi.web.find.Picks;

/** Reads what was picked or typed in the fields of a form that name something registered. */
@Singleton
public final class Picked {

    private final Picks picks;

    Picked(Picks picks) {
        this.picks = picks;
    }

    /**
     * The same answers, with the IRI in the place of each name or code that can only mean one thing. What is not clear stays
     * as it was written, to be told as a mistake.
     */
    public Answers in(Form form, Answers answers, View view) {
        return in(form, "", answers, view);
    }

    private Answers in(Form form, String before, Answers answers, View view) {
        var read = answers;
        for (var field : form.fields().toList()) {
            var input = before + field.key();
            if (field.widget() == Widget.PART) {
                for (var part : answers.parts(input)) {
                    read = in(field.parts(), input + "." + part + ".", read, view);
                }
            } else if (!answers.isBlank(input)) {
                var group = group(field);
                if (group.isPresent()) {
                    read = read.with(
                            input,
                            answers.all(input).stream()
                                    .map(said -> meant(said, group.get(), scheme(field), view))
                                    .toList());
                }
            }
        }
        return read;
    }

    private String meant(String said, Group group, String scheme, View view) {
        return said.matches("https?://\\S+")
                ? said
                : picks.of(said, group, scheme, view)
                        .node()
                        .map(node -> node.toString())
                        .orElse(said);
    }

    /** What the search looks for to find values of the field; empty if it does not find such things. */
    static Optional<Group> group(Field field) {
        var source = field.source();
        if (!field.widget().isOfThings() || !source.values().isEmpty()) {
            return Optional.empty();
        }
        if (source.lists().size() == 1 && source.classes().isEmpty()) {
            return Optional.of(Group.TERMS);
        }
        return RecordKind.of(Set.copyOf(source.classes()))
                .flatMap(kind -> kind == RecordKind.LEGAL_BASES ? Optional.of(Group.LAWS) : Group.of(kind.path()));
    }

    /** What offers values of the field while somebody types; empty if nothing does. */
    static Optional<Combo> source(Field field) {
        if (field.widget().isOfThings() && field.source().classes().equals(List.of(Trust.Account))) {
            return Optional.of(Combo.of("", "", RecordKind.ACCOUNTS.path()));
        }
        return group(field).map(group -> Combo.of("", "", group.code()).in(scheme(field)));
    }

    /** The code list that the values come from; empty text if they come from none. */
    static String scheme(Field field) {
        return group(field).filter(Group.TERMS::equals).isPresent()
                ? field.source().lists().get(0).getURI().replaceFirst(".*/", "")
                : "";
    }
}
