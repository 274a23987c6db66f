package org.shuqi.decision;

import org.shuqi.decision.fact.Known;

/** Under which rules two parties share. */
enum Regime {
    /** Order 809, among departments, authorised organisations and grass-roots bodies. */
    NATIONAL,
    /** By agreement only. */
    AGREEMENT,
    /** Not government data sharing. */
    NONE;

    static Regime of(Matter matter) {
        var recipient = matter.recipient().kind();
        if (matter.provider().isEmpty() || isNone(matter.provider().get().kind(), false) || isNone(recipient, true)) {
            return NONE;
        }
        if (isOutside(recipient)) {
            return matter.isNamedByMandate() || matter.isNamedByAgreement() ? AGREEMENT : NONE;
        }
        var provider = matter.provider().orElseThrow().kind();
        return Codes.DEPARTMENTS.contains(provider) && Codes.DEPARTMENTS.contains(recipient) ? NATIONAL : AGREEMENT;
    }

    private static boolean isNone(int kind, boolean foreignToo) {
        return !Codes.DEPARTMENTS.contains(kind)
                && !Codes.OTHER_ORGANS.contains(kind)
                && kind != Known.ENTERPRISE
                && !(foreignToo && kind == Known.FOREIGN_BODY);
    }

    /** Whether the kind is an enterprise or a foreign body. */
    static boolean isOutside(int kind) {
        return kind == Known.ENTERPRISE || kind == Known.FOREIGN_BODY;
    }
}
