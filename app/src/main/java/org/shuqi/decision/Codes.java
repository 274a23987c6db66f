package org.shuqi.decision;

import java.util.Set;
import org.shuqi.vocabulary.Sq;

/** The codes that the stages speak of, as IRIs. */
final class Codes {

    static final String UNCONDITIONAL = code("sharing-attribute", "unconditional");
    static final String CONDITIONAL = code("sharing-attribute", "conditional");
    static final String NOT_SHARED = code("sharing-attribute", "not-shared");

    static final Set<String> DEPARTMENTS = Set.of(
            code("organ-type", "government-department"),
            code("organ-type", "authorised-organisation"),
            code("organ-type", "grass-roots-body"));
    static final Set<String> OTHER_ORGANS = Set.of(
            code("organ-type", "other-state-organ"),
            code("organ-type", "party-organ"),
            code("organ-type", "mass-organisation"),
            code("organ-type", "public-utility"));
    static final String ENTERPRISE = code("organ-type", "enterprise");
    static final String FOREIGN_BODY = code("organ-type", "foreign-body");

    static final String STATE_COUNCIL_DECISION = code("legal-rank", "state-council-decision");

    static final String AGREEMENT = code("evidence", "agreement");
    static final String REQUEST = code("evidence", "request");
    static final String CLEARANCE = code("evidence", "clearance");
    static final String DE_IDENTIFICATION = code("evidence", "de-identification");
    static final String SPECIAL_APPROVAL = code("evidence", "special-approval");
    static final String SECURITY_ASSESSMENT = code("evidence", "security-assessment");
    static final String TRANSFER_EXEMPTION = code("evidence", "transfer-exemption");

    private static final String LAW = "https://w3id.org/shuqi/law/";

    private Codes() {}

    private static String code(String scheme, String code) {
        return Sq.code(scheme, code).getURI();
    }

    /** A shipped legal basis. */
    static String law(String name) {
        return LAW + name;
    }
}
