package org.shuqi.web.form;

import java.util.Optional;
import java.util.OptionalLong;
import org.shuqi.form.Answers;
import org.shuqi.form.Filing;
import org.shuqi.form.Folding;
import org.shuqi.form.Form;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;

/**
 * A form that somebody fills in for a record.
 *
 * @param kind of the record
 * @param form what is asked for
 * @param folding how the record is shown to the form
 * @param place the page it stands on
 * @param id of the record, or the one that a new record will get; empty if what is filled in settles that
 * @param isNew whether the record is not registered yet
 * @param tag revision that was read; empty for a new one
 * @param draft under which the form is kept until it is filed, empty text if it is not kept yet; nothing if it cannot be
 * @param answers what is filled in
 */
public record Sheet(
        RecordKind kind,
        Form form,
        Folding folding,
        Place place,
        String id,
        boolean isNew,
        String tag,
        Optional<String> draft,
        Answers answers) {

    /** For a record that is named by what is filled in. */
    public static Sheet fresh(RecordKind kind, Form form, Place place) {
        return numbered(kind, form, place, "");
    }

    /**
     * For a record whose number was made when the form was opened: it is not asked for, and a form that is sent twice files
     * one record.
     */
    public static Sheet numbered(RecordKind kind, Form form, Place place, String number) {
        return new Sheet(kind, form, Folding.NONE, place, number, true, "", Optional.empty(), Answers.none());
    }

    /** For a record that is there. */
    public static Sheet of(RecordKind kind, Form form, Place place, String id) {
        return new Sheet(kind, form, Folding.NONE, place, id, false, "", Optional.empty(), Answers.none());
    }

    /** The same with something else filled in. */
    public Sheet with(Answers others) {
        return new Sheet(kind, form, folding, place, id, isNew, tag, draft, others);
    }

    /** The same, filled in with what the record says as it was read. */
    public Sheet with(Filed record) {
        return with(Filing.answers(form, record, folding)).at(Long.toString(record.tag()));
    }

    /** The same for what was read at a revision. */
    public Sheet at(String revision) {
        return new Sheet(kind, form, folding, place, id, isNew, revision, draft, answers);
    }

    /** The same with the record shown in plainer statements. */
    public Sheet folded(Folding plainer) {
        return new Sheet(kind, form, plainer, place, id, isNew, tag, draft, answers);
    }

    /** The same as a draft; empty text if it may become one. */
    public Sheet keptAs(String name) {
        return new Sheet(kind, form, folding, place, id, isNew, tag, Optional.of(name), answers);
    }

    /** Whether the number was made by the page, and is sent along. */
    boolean isNumbered() {
        return isNew && !id.isEmpty();
    }

    OptionalLong read() {
        return tag.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(tag)) : OptionalLong.empty();
    }
}
