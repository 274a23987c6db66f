package org.shuqi.web.catalog;

import java.util.List;
import org.shuqi.record.RecordKind;
import org.shuqi.web.Said;
import org.shuqi.web.Where;
import org.shuqi.web.form.Facts;

/**
 * An organisation.
 *
 * @param name what it is called
 * @param code its credit code, if it has one
 * @param facts what is registered about it
 * @param above who stands above it, the highest first
 * @param below who stands right below it
 * @param catalogs what it keeps
 * @param entries how many entries it provides
 * @param gives agreements in which it gives
 * @param takes agreements in which it receives
 * @param id for links
 */
public record OrganizationPage(
        Said name,
        String code,
        List<Facts.Group> facts,
        List<Thing> above,
        List<Thing> below,
        List<CatalogsPage.Row> catalogs,
        long entries,
        List<Thing> gives,
        List<Thing> takes,
        String id) {

    /** The address of this page. */
    public String address() {
        return Where.page(RecordKind.ORGANIZATIONS, id);
    }
}
