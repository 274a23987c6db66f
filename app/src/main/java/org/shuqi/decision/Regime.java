package org.shuqi.decision;

import java.util.Optional;

/** Under which rules two parties share. */
enum Regime {
    /** Order 809, among departments, authorised organisations and grass-roots bodies. */
    NATIONAL,
    /** By agreement only. */
    AGREEMENT,
    /** Not government data sharing. */
    NONE;

    static Regime of(Matter matter) {
        var provider = matter.provider().flatMap(Party::kind);
        var recipient = matter.recipient().kind();
        if (isNone(provider, false) || isNone(recipient, true)) {
            return NONE;
        }
        if (isOutside(recipient)) {
            return matter.isNamedByMandate() || matter.isNamedByAgreement() ? AGREEMENT : NONE;
        }
        return Codes.DEPARTMENTS.contains(provider.orElseThrow()) && Codes.DEPARTMENTS.contains(recipient.orElseThrow())
                ? NATIONAL
                : AGREEMENT;
    }

    private static boolean isNone(Optional<String> kind, boolean foreignToo) {
        return kind.filter(one -> Codes.DEPARTMENTS.contains(one)
                        || Codes.OTHER_ORGANS.contains(one)
                        || one.equals(Codes.ENTERPRISE)
                        || (foreignToo && one.equals(Codes.FOREIGN_BODY)))
                .isEmpty();
    }

    /** Whether it is an enterprise or a foreign body. */
    static boolean isOutside(Optional<String> kind) {
        return kind.filter(one -> one.equals(Codes.ENTERPRISE) || one.equals(Codes.FOREIGN_BODY))
                .isPresent();
    }
}
