package org.shuqi.problem;

/** Why the house says no: a stable name that programs may rely on, with the HTTP status that carries it. */
public enum Kind {
    MALFORMED("malformed", 400, "请求内容无法解析", "the request cannot be read"),
    UNUSABLE("unusable", 400, "请求参数不正确", "a parameter is wrong"),
    UNAUTHENTICATED("unauthenticated", 401, "需要身份凭据", "credentials are needed"),
    FORBIDDEN("forbidden", 403, "没有权限", "not allowed"),
    UNKNOWN("unknown-identifier", 404, "标识不存在", "no such identifier"),
    NOT_OFFERED("method-not-offered", 405, "不支持该操作", "this operation is not offered"),
    NOT_ACCEPTABLE("not-acceptable", 406, "无法提供该格式", "no such representation"),
    TAKEN("already-exists", 409, "记录已存在", "the record exists already"),
    IN_USE("in-use", 409, "记录须予保留", "the record must be kept"),
    NOT_A_STEP("not-a-step", 409, "当前状态不能办理该环节", "this step cannot be taken from here"),
    STALE("stale", 412, "记录已被他人修改", "the record has changed since you read it"),
    TOO_LARGE("too-large", 413, "内容过大", "the body is too large"),
    UNSUPPORTED("unsupported-media-type", 415, "不支持该媒体类型", "this media type is not understood"),
    INVALID("invalid", 422, "数据不符合规则", "the data breaks a rule"),
    PRECONDITION_NEEDED("precondition-required", 428, "缺少 If-Match", "If-Match is needed"),
    TOO_MANY("too-many-requests", 429, "请求过多", "too many requests"),
    OVERLOADED("overloaded", 503, "暂时无法处理", "cannot answer just now"),
    LIMIT("limit-exceeded", 400, "超出限额", "beyond a limit of this registry"),
    BROKEN("broken", 500, "内部错误", "an internal fault");

    private final String slug;
    private final int status;
    private final Text title;

    Kind(String slug, int status, String zh, String en) {
        this.slug = slug;
        this.status = status;
        this.title = new Text(zh, en);
    }

    /** Last segment of the RFC 9457 {@code type}. */
    public String slug() {
        return slug;
    }

    /** HTTP status code. */
    public int status() {
        return status;
    }

    /** The kind in words. */
    public Text title() {
        return title;
    }
}
