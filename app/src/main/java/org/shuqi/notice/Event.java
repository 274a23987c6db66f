package org.shuqi.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one revision brought that others may want to know.
 *
 * @param revision the revision
 * @param at when it was written
 * @param actor who wrote it
 * @param happenings what happened, in a fixed order; never empty
 */
public record Event(long revision, Instant at, String actor, List<Happening> happenings) {

    public Event {
        happenings = List.copyOf(happenings);
    }

    /**
     * One thing that happened.
     *
     * @param type {@code status}, {@code finding}, {@code due-soon} or {@code bulk}
     * @param record the record it happened to; empty for a bulk load, after which a listener has to read anew
     * @param organizations who is concerned, for filters
     * @param details names and values by type, in order
     */
    public record Happening(String type, String record, List<String> organizations, Map<String, String> details) {

        public Happening {
            organizations = List.copyOf(organizations);
            details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
        }

        Map<String, Object> form() {
            var form = new LinkedHashMap<String, Object>();
            form.put("type", type);
            if (!record.isEmpty()) {
                form.put("record", record);
            }
            form.putAll(details);
            if (!organizations.isEmpty()) {
                form.put("organizations", organizations);
            }
            return form;
        }
    }

    /** As names and values, for JSON. */
    public Map<String, Object> form() {
        var form = new LinkedHashMap<String, Object>();
        form.put("revision", revision);
        form.put("at", at.toString());
        form.put("actor", actor);
        var all = new ArrayList<Map<String, Object>>();
        happenings.forEach(each -> all.add(each.form()));
        form.put("happenings", all);
        return form;
    }
}
