package org.shuqi.browser;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;

/** Somebody of the demo city who can sign in. */
enum Person {
    CIVIL_CATALOGUER("周敏", "nc-civil", Role.CATALOGUER),
    CIVIL_HEAD("陈建国", "nc-civil", Role.DEPARTMENT_HEAD),
    CIVIL_OFFICE("李梅", "nc-civil", Role.SHARING_OFFICE_HEAD),
    TAX_CATALOGUER("王芳", "nc-tax", Role.CATALOGUER),
    TAX_HEAD("赵立新", "nc-tax", Role.DEPARTMENT_HEAD),
    TAX_OFFICE("孙悦", "nc-tax", Role.SHARING_OFFICE_HEAD),
    /** Of the bureau in charge, for the whole city. */
    REVIEWER("刘志强", "nc-data", Role.AUTHORITY_REVIEWER),
    REGISTRAR("吴静", "", Role.REGISTRAR),
    SECURITY("郑海", "", Role.SECURITY_OFFICER),
    AUDITOR("钱文", "", Role.AUDITOR),
    EDITOR("何晓", "", Role.STANDARDS_EDITOR),
    SECOND_EDITOR("林涛", "", Role.STANDARDS_EDITOR);

    /** What all of them type. */
    static final String PASSWORD = "a horse, a kingdom";

    private static final String CITY = "https://w3id.org/shuqi/code/division/150600";

    private final String shown;
    private final String organization;
    private final Role role;

    Person(String shown, String organization, Role role) {
        this.shown = shown;
        this.organization = organization;
        this.role = role;
    }

    /** The person whose sign-in name this is. */
    static Person of(String id) {
        return Arrays.stream(values())
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is called " + id));
    }

    /** The name typed to sign in. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The name others see. */
    String shown() {
        return shown;
    }

    List<Appointment> appointments() {
        if (role == Role.AUTHORITY_REVIEWER) {
            return List.of(Appointment.over(NodeFactory.createURI(CITY), role));
        }
        return List.of(
                organization.isEmpty()
                        ? Appointment.everywhere(role)
                        : Appointment.in(
                                NodeFactory.createURI(WorkedExample.BASE + "organization/" + organization), role));
    }
}
