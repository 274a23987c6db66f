package org.shuqi.clock;

import org.shuqi.problem.Text;

/** Something about an extension or a notice that the law does not allow, and that therefore did not count. */
public enum Remark {
    SECOND_EXTENSION(
            "second-extension", "只能延长一次，后一次延期不计", "a time limit is extended once; the later extension does not count"),
    NOT_EXTENDABLE(
            "not-extendable", "该时限不能延长，延期不计", "this time limit cannot be extended; the extension does not count"),
    NOT_APPROVED(
            "not-approved",
            "延期没有写明谁在何时批准，不计",
            "the extension names nobody who approved it, or no instant; it does not count"),
    WRONG_APPROVER(
            "wrong-approver",
            "延期不是由规定的角色批准，不计",
            "the extension was not approved in the role that may; it does not count"),
    NOT_NOTIFIED("not-notified", "延期没有告知申请方，不计", "the other party was not told of the extension; it does not count"),
    EXTENDED_TOO_LATE(
            "extended-too-late",
            "延期在原期限届满后才批准或者告知，不计",
            "the extension was approved or notified after the time limit had run out; it does not count"),
    EXTENSION_CUT(
            "extension-cut",
            "延期长于规定的最长日数，按最长日数计",
            "the extension is longer than allowed; it counts for what is allowed"),
    SECOND_NOTICE(
            "second-notice", "只能一次性告知补正，后一次不计", "missing material is asked for once; the later notice does not count"),
    NOTICE_TOO_LATE(
            "notice-too-late",
            "补正告知在期限届满后作出，不计",
            "the notice of missing material came after the time limit; it does not count");

    private final String code;
    private final Text text;

    Remark(String code, String zh, String en) {
        this.code = code;
        this.text = new Text(zh, en);
    }

    /** The stable name of the interface. */
    public String code() {
        return code;
    }

    /** The remark in words. */
    public Text text() {
        return text;
    }
}
