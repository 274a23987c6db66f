package org.shuqi.signature;

import java.util.Optional;
import org.shuqi.problem.Text;

/**
 * Whether one signature holds.
 *
 * @param signature its IRI
 * @param signatory IRI of the party
 * @param signedAt when, as it is written
 * @param key IRI of the key, if one is named
 * @param algorithm how it was signed, if the key is known
 * @param state whether it holds
 * @param stamped when a time-stamping authority saw the signature, if it did
 * @param says the state in words
 */
public record Validity(
        String signature,
        Optional<String> signatory,
        Optional<String> signedAt,
        Optional<String> key,
        Optional<String> algorithm,
        State state,
        Optional<Stamped> stamped,
        Text says) {

    /** What there is to say about a signature. */
    public enum State {
        /** The key of the party, in force when it signed, verifies it over the agreement as it stands. */
        VALID,
        /** It was recorded that the party signed, without a digital signature. */
        RECORDED,
        /** The key does not verify it: agreement, signature or key are not those that were. */
        BROKEN,
        /** The key that is named is not registered, cannot be read, or is not the party's. */
        NO_KEY,
        /** The key was not in force when the signature is dated. */
        OUT_OF_TERM,
        /** The time stamp is not one of this signature. */
        BAD_STAMP
    }

    /**
     * What a time stamp says.
     *
     * @param at the instant
     * @param authority who says so
     * @param known whether that is one whom the operator of this registry trusts, if the operator has named any
     */
    public record Stamped(String at, String authority, Optional<Boolean> known) {}
}
