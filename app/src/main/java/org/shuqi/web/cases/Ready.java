package org.shuqi.web.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.shuqi.access.Caller;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.web.Fault;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/**
 * A correction or dispute that is to be filed, worked out before anything is written.
 *
 * @param values what is filled in
 * @param faults what has to be mended
 * @param number under which it is filed
 * @param json the record; empty if something has to be mended
 */
record Ready(Map<String, String> values, List<Fault> faults, String number, Optional<ObjectNode> json) {

    /**
     * Files it, or shows the form again.
     *
     * @param again the form with what has to be mended
     */
    Begun<NewCasePage> file(
            RecordKind kind,
            Drafts drafts,
            View view,
            Caller caller,
            BiFunction<Map<String, String>, List<Fault>, NewCasePage> again) {
        var all = new ArrayList<>(faults);
        if (all.isEmpty()) {
            try {
                drafts.file(kind, number, json.orElseThrow(), caller);
                return Begun.at(Where.page(kind, number));
            } catch (Refusal refused) {
                all.addAll(Steps.faults(refused, view));
            }
        }
        return Begun.again(again.apply(values, all));
    }
}
