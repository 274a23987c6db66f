package org.shuqi.web.form;

import org.shuqi.form.Answers;
import org.shuqi.form.Form;
import org.shuqi.record.RecordKind;
import org.shuqi.web.Said;

/**
 * A form that somebody fills in for a record.
 *
 * @param kind of the record
 * @param form what is asked for
 * @param title of the page
 * @param nav the place in the navigation that it belongs to
 * @param address where it is sent
 * @param back where who changes their mind goes
 * @param id of the record; empty for a new one
 * @param tag revision that was read; empty for a new one
 * @param answers what is filled in
 */
public record Sheet(
        RecordKind kind,
        Form form,
        Said title,
        String nav,
        String address,
        String back,
        String id,
        String tag,
        Answers answers) {

    /** Whether the record is not registered yet. */
    public boolean isNew() {
        return id.isEmpty();
    }

    /** The same with something else filled in. */
    public Sheet with(Answers others) {
        return new Sheet(kind, form, title, nav, address, back, id, tag, others);
    }

    /** The same for what was read at a revision. */
    public Sheet at(String revision) {
        return new Sheet(kind, form, title, nav, address, back, id, revision, answers);
    }
}
