package org.shuqi.api;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Text;

/** What the web framework refuses before any of our code runs, said in our words. */
@Singleton
@Primary
final class FrameworkProblems implements ErrorResponseProcessor<byte[]> {

    /** What the decoder calls an address that it gave up reading. */
    private static final String UNREAD = "/bad-request";

    private static final Text UNREADABLE = new Text(
            "请求的首行或者首部无法解析；请检查长度、编码和 Host（恰好一个）",
            "the first line or the headers of the request cannot be read; see to their length and spelling, and send one Host");

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var request = context.getRequest();
        var ours = Problems.response(request, problem(request, response.code(), context));
        response.getHeaders().forEachValue((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                ours.header(name, value);
            }
        });
        return ours;
    }

    private static Problem problem(HttpRequest<?> request, int status, ErrorContext context) {
        var said = context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        return switch (status) {
            case 404 ->
                problem(
                        Kind.UNKNOWN,
                        Text.of(
                                "没有路径 `%s`；接口清单见 /openapi",
                                "there is no path `%s`; see /openapi for what there is", request.getPath()));
            case 405 ->
                problem(
                        Kind.NOT_OFFERED,
                        Text.of(
                                "`%s` 不支持 %s；接口清单见 /openapi",
                                "`%s` does not offer %s; see /openapi for what it does",
                                request.getPath(),
                                request.getMethodName()));
            case 406 -> problem(Kind.NOT_ACCEPTABLE, Text.of("无法提供所要的格式", "there is no such representation"));
            case 413 ->
                problem(
                        Kind.TOO_LARGE,
                        request.getPath().equals(UNREAD)
                                ? Text.of("地址过长；请把内容放入 POST", "the address is too long; send a POST that carries it")
                                : Text.of(
                                        "内容过大；请分批提交", "the body is too large; send it in parts, or load it as a file"));
            case 415 -> problem(Kind.UNSUPPORTED, Text.of("不支持该 Content-Type", "the Content-Type is not understood"));
            case 401 -> problem(Kind.UNAUTHENTICATED, Text.of("需要身份凭据", "credentials are needed"));
            case 403 -> problem(Kind.FORBIDDEN, Text.of("没有权限", "not allowed"));
            default ->
                status < 500
                        ? problem(Kind.MALFORMED, said.equals("Bad Request") ? UNREADABLE : unhandled(said))
                        : problem(Kind.BROKEN, Text.of("服务内部出错", "something broke on our side"));
        };
    }

    private static Text unhandled(String said) {
        return Text.of("请求无法处理：%s", "the request cannot be handled: %s", said);
    }

    private static Problem problem(Kind kind, Text text) {
        return Problem.of(kind, text);
    }
}
