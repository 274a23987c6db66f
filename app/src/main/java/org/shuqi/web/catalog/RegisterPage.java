package org.shuqi.web.catalog;

import java.util.List;
import org.shuqi.web.form.Drafts;
import org.shuqi.web.form.FormView;

/**
 * The form of an entry.
 *
 * @param form as it is filled in
 * @param address where it is sent
 * @param isNew whether the entry is not registered yet
 * @param title of the entry that is changed; empty for a new one
 * @param back where who changes their mind goes
 * @param tag revision of what is changed; empty for a new one
 * @param draft id of the draft; empty if there is none
 * @param drafts what else the reader has begun
 * @param conflict whether somebody else has changed it meanwhile
 * @param kept whether the draft was just kept
 */
public record RegisterPage(
        FormView form,
        String address,
        boolean isNew,
        String title,
        String back,
        String tag,
        String draft,
        List<Drafts.Draft> drafts,
        boolean conflict,
        boolean kept) {}
