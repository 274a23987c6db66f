package org.shuqi.decision;

import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Known;

/** Groups of codes that the stages speak of, and the laws that come with the registry. */
final class Codes {

    static final Ids DEPARTMENTS =
            Ids.of(Known.GOVERNMENT_DEPARTMENT, Known.AUTHORISED_ORGANISATION, Known.GRASS_ROOTS_BODY);
    static final Ids OTHER_ORGANS =
            Ids.of(Known.OTHER_STATE_ORGAN, Known.PARTY_ORGAN, Known.MASS_ORGANISATION, Known.PUBLIC_UTILITY);

    private static final String LAW = "https://w3id.org/shuqi/law/";

    private Codes() {}

    /** A shipped legal basis. */
    static String law(String name) {
        return LAW + name;
    }
}
