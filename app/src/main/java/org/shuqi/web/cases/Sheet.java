package org.shuqi.web.cases;

import java.util.OptionalLong;
import org.shuqi.form.Answers;
import org.shuqi.form.Folding;
import org.shuqi.form.Form;
import org.shuqi.record.RecordKind;

/**
 * A form as somebody is filling it in.
 *
 * @param kind of the record
 * @param words what is filled in, as {@link FormPage#kind()}
 * @param id of the record, or the one that a new record will get
 * @param isNew whether there is no record yet
 * @param tag revision that was read; empty for a new record
 * @param form what is asked for
 * @param folding how the record is shown to the form
 * @param address where it is sent
 * @param back where who changes their mind goes
 * @param answers what is filled in
 */
record Sheet(
        RecordKind kind,
        String words,
        String id,
        boolean isNew,
        String tag,
        Form form,
        Folding folding,
        String address,
        String back,
        Answers answers) {

    Sheet with(Answers others) {
        return new Sheet(kind, words, id, isNew, tag, form, folding, address, back, others);
    }

    OptionalLong read() {
        return tag.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(tag)) : OptionalLong.empty();
    }
}
