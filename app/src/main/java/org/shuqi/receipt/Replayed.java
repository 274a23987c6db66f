package org.shuqi.receipt;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.shuqi.decision.Answer;

/**
 * A receipt beside the same question asked again.
 *
 * @param receipt its IRI
 * @param revision the revision that answered
 * @param recorded what the receipt says
 * @param replayed what comes out now
 * @param answerIntact whether the kept answer is the one that the kept hash was made of
 * @param signature whether the registry signed exactly this
 * @param answer the answer of now
 */
public record Replayed(
        String receipt,
        long revision,
        Result recorded,
        Result replayed,
        boolean answerIntact,
        Signature signature,
        Answer answer) {

    /** What there is to say of the signature of the registry. */
    public enum Signature {
        /** The receipt is older than signatures, or was kept without. */
        NONE,
        /** There is one, and no keys to check it. */
        UNKNOWN,
        VALID,
        /** It is one of something else. */
        BROKEN
    }

    /** What is compared: the outcome in short, the hash of the answer, and the hash of the log it rests on. */
    public record Result(String outcome, String stage, String answerHash, String logHash) {

        private Map<String, Object> form() {
            var form = new LinkedHashMap<String, Object>();
            form.put("outcome", outcome);
            form.put("stage", stage);
            form.put("answerHash", answerHash);
            form.put("logHash", logHash);
            return form;
        }
    }

    /** Whether the answer, the log it rests on and the receipt itself are what they were. */
    public boolean same() {
        return recorded.equals(replayed) && answerIntact && signature != Signature.BROKEN;
    }

    /** As names and values, for JSON. */
    public Map<String, Object> form() {
        var form = new LinkedHashMap<String, Object>();
        form.put("receipt", receipt);
        form.put("same", same());
        form.put("sameAnswer", recorded.answerHash().equals(replayed.answerHash()));
        form.put("sameLog", recorded.logHash().equals(replayed.logHash()));
        form.put("answerIntact", answerIntact);
        form.put("signature", signature.name().toLowerCase(Locale.ROOT));
        form.put("revision", revision);
        form.put("recorded", recorded.form());
        form.put("replayed", replayed.form());
        return form;
    }
}
