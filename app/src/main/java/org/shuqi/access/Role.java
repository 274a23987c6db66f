package org.shuqi.access;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do; the codes are those of the code list {@code approval-role}. */
public enum Role {
    /** Everything: whoever holds the operator key. Nobody is appointed to it. */
    OPERATOR("operator"),
    /** Fills in catalogue entries of an organisation. */
    CATALOGUER("cataloguer"),
    /** Approves entries and agreements of an organisation. */
    DEPARTMENT_HEAD("department-head"),
    /** Consents to requests and replies of an organisation. */
    SHARING_OFFICE_HEAD("sharing-office-head"),
    /** Reviews entries, extensions and disputes in a region, for the authority. */
    AUTHORITY_REVIEWER("authority-reviewer"),
    /** Reviews the negative list of a region. */
    GOVERNMENT_OFFICE("government-office"),
    /** Steers the data work of an organisation. */
    CHIEF_DATA_OFFICER("chief-data-officer"),
    /** Steers the protection of personal information in an organisation. */
    CHIEF_PRIVACY_OFFICER("chief-privacy-officer"),
    /** Keeps accounts, appointments and keys; gives the opinion on security. */
    SECURITY_OFFICER("security-officer"),
    /** Runs the platform and decides nothing of substance. */
    PLATFORM_OPERATOR("platform-operator"),
    /** Keeps the records of organisations, designations and mandates. */
    REGISTRAR("registrar"),
    /** Reads everything within reach, with who saw and decided what; writes nothing. */
    AUDITOR("auditor"),
    /** Maintains ontology, code lists, norms and shapes. */
    STANDARDS_EDITOR("standards-editor"),
    /** A program that asks for decisions and reports use. */
    SYSTEM_CLIENT("system-client"),
    /** Reads what its organisation may see, and asks about it. */
    READER("reader");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The role with this code; the operator's is not given out. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values())
                .filter(role -> role != OPERATOR && role.code.equals(code))
                .findFirst();
    }

    /** Last segment of the concept in the code list. */
    public String code() {
        return code;
    }
}
