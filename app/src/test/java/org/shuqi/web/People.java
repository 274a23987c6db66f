package org.shuqi.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.Demo;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;

/** The people of the demo city who look at pages in tests, by name, each with what they are appointed to. */
public final class People {

    /** Whoever has not signed in. */
    public static final String NOBODY = "nobody";

    private static final Map<String, Appointment> ALL = new LinkedHashMap<>();

    static {
        // the bureau that reviews and mediates, for the whole registry
        ALL.put("reviewer", Appointment.everywhere(Role.AUTHORITY_REVIEWER));
        ALL.put("registrar", Appointment.everywhere(Role.REGISTRAR));
        ALL.put("auditor", Appointment.everywhere(Role.AUDITOR));
        ALL.put("editor", Appointment.everywhere(Role.STANDARDS_EDITOR));
        ALL.put("editor-two", Appointment.everywhere(Role.STANDARDS_EDITOR));
        ALL.put("security", Appointment.everywhere(Role.SECURITY_OFFICER));
        // departments
        ALL.put("tax-cataloguer", in("nc-tax", Role.CATALOGUER));
        ALL.put("tax-head", in("nc-tax", Role.DEPARTMENT_HEAD));
        ALL.put("tax-office", in("nc-tax", Role.SHARING_OFFICE_HEAD));
        ALL.put("civil-cataloguer", in("nc-civil", Role.CATALOGUER));
        ALL.put("civil-head", in("nc-civil", Role.DEPARTMENT_HEAD));
        ALL.put("civil-office", in("nc-civil", Role.SHARING_OFFICE_HEAD));
        ALL.put("reader", in("nc-tax", Role.READER));
    }

    private People() {}

    /** Their names. */
    public static Iterable<String> names() {
        return ALL.keySet();
    }

    /** What somebody is appointed to. */
    public static Appointment appointment(String name) {
        return ALL.get(name);
    }

    private static Appointment in(String organization, Role role) {
        return Appointment.in(NodeFactory.createURI(Demo.BASE + "organization/" + organization), role);
    }
}
