package org.shuqi.decision.fact;

import java.util.ArrayList;
import java.util.List;
import org.shuqi.vocabulary.Sq;

/** The terms that the rule itself speaks of: in every registry they have the same, first ids. */
public final class Known {

    private static final List<String> IRIS = new ArrayList<>();

    /** Key for facts that name no party. */
    static final int ANY = term("urn:shuqi:any");

    /** The scheme of purposes. */
    static final int PURPOSE = term(Sq.scheme("purpose").getURI());

    /** Sharing attributes. */
    public static final int UNCONDITIONAL = code("sharing-attribute", "unconditional");

    public static final int CONDITIONAL = code("sharing-attribute", "conditional");
    public static final int NOT_SHARED = code("sharing-attribute", "not-shared");

    /** Methods, in the order in which data flow more and more freely. */
    public static final int VERIFY = code("sharing-method", "verify");

    public static final int QUERY = code("sharing-method", "query");
    public static final int BATCH = code("sharing-method", "batch");
    public static final int FILE = code("sharing-method", "file");

    /** Kinds of organisation. */
    public static final int GOVERNMENT_DEPARTMENT = code("organ-type", "government-department");

    public static final int AUTHORISED_ORGANISATION = code("organ-type", "authorised-organisation");
    public static final int GRASS_ROOTS_BODY = code("organ-type", "grass-roots-body");
    public static final int OTHER_STATE_ORGAN = code("organ-type", "other-state-organ");
    public static final int PARTY_ORGAN = code("organ-type", "party-organ");
    public static final int MASS_ORGANISATION = code("organ-type", "mass-organisation");
    public static final int PUBLIC_UTILITY = code("organ-type", "public-utility");
    public static final int ENTERPRISE = code("organ-type", "enterprise");
    public static final int FOREIGN_BODY = code("organ-type", "foreign-body");

    /** The lowest rank that can carry a refusal. */
    public static final int STATE_COUNCIL_DECISION = code("legal-rank", "state-council-decision");

    /** Sorts of evidence. */
    public static final int AGREEMENT = code("evidence", "agreement");

    public static final int REQUEST = code("evidence", "request");
    public static final int CLEARANCE = code("evidence", "clearance");
    public static final int DE_IDENTIFICATION = code("evidence", "de-identification");
    public static final int SPECIAL_APPROVAL = code("evidence", "special-approval");
    public static final int SECURITY_ASSESSMENT = code("evidence", "security-assessment");
    public static final int TRANSFER_EXEMPTION = code("evidence", "transfer-exemption");

    /** Classes of data items. */
    static final int PERSONAL_DATA = code("asset-class", "personal-data");

    static final int SENSITIVE_PERSONAL_DATA = code("asset-class", "sensitive-personal-data");

    private Known() {}

    /** The IRIs, each at its id. */
    static List<String> iris() {
        return List.copyOf(IRIS);
    }

    private static int code(String scheme, String code) {
        return term(Sq.code(scheme, code).getURI());
    }

    private static int term(String iri) {
        IRIS.add(iri);
        return IRIS.size() - 1;
    }
}
