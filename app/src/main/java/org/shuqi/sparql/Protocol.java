package org.shuqi.sparql;

import static org.apache.jena.riot.WebContent.contentTypeHTMLForm;
import static org.apache.jena.riot.WebContent.contentTypeSPARQLQuery;
import static org.apache.jena.riot.WebContent.contentTypeSPARQLUpdate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.riot.web.HttpNames;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** What the SPARQL 1.1 protocol allows in a request for a query. Source: W3C Recommendation of 2013-03-21, section 2.1. */
final class Protocol {

    /** Extensions of the server underneath that would let a stranger choose what a browser makes of the response. */
    private static final List<String> REFUSED =
            List.of(HttpNames.paramCallback, HttpNames.paramForceAccept, HttpNames.paramStyleSheet);

    private Protocol() {}

    /** Refuses what is not a query in one of the three ways of the protocol. */
    static void check(HttpAction action) {
        var form = isForm(action);
        if (isUpdate(action)) {
            throw Refusal.of(
                    Kind.FORBIDDEN,
                    "此处只读，不接受 SPARQL 更新；请用 /api/v1 写入",
                    "this endpoint only reads and takes no SPARQL update; write through /api/v1");
        }
        if (!form && !sends(action, contentTypeSPARQLQuery)) {
            throw Refusal.of(
                    Kind.UNSUPPORTED,
                    "不支持该媒体类型；请用 application/sparql-query 或表单",
                    "this media type is not understood; send application/sparql-query or a form");
        }
        for (var name : REFUSED) {
            if (action.getRequestParameter(name) != null) {
                throw Refusal.of(
                        Kind.UNUSABLE, "不提供参数 `%s`；请去掉", "the parameter `%s` is not offered; leave it out", name);
            }
        }
        var queries = action.getRequestParameterValues(HttpNames.paramQuery);
        var count = queries == null ? 0 : queries.length;
        if (form && count != 1) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "参数 `query` 出现 %d 次；应恰好一次",
                    "the parameter `query` is given %d times; give it once",
                    count);
        }
    }

    private static boolean isUpdate(HttpAction action) {
        return action.getRequestParameter(HttpNames.paramUpdate) != null || sends(action, contentTypeSPARQLUpdate);
    }

    /** Whether the query is in the parameters: of the URL, or of a form. */
    static boolean isForm(HttpAction action) {
        return action.getRequestMethod().equals(HttpNames.METHOD_GET)
                || action.getRequestMethod().equals(HttpNames.METHOD_HEAD)
                || sends(action, contentTypeHTMLForm);
    }

    private static boolean sends(HttpAction action, String mediaType) {
        var sent = action.getRequestContentType();
        return sent != null && sent.split(";", 2)[0].strip().equalsIgnoreCase(mediaType);
    }

    /** The text of the query, read no further than the limit. */
    static String query(HttpAction action, Limits limits) {
        if (isForm(action)) {
            return action.getRequestParameter(HttpNames.paramQuery);
        }
        try (var body = action.getRequestInputStream()) {
            var bytes = body.readNBytes(limits.queryBytes() + 1);
            if (bytes.length > limits.queryBytes()) {
                throw QueryText.tooLong(limits);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.of(Kind.MALFORMED, "查询不是 UTF-8 编码", "the query is not encoded in UTF-8");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Refuses a request whose {@code Accept} names none of the formats on offer. */
    static void acceptable(HttpAction action, AcceptList offered) {
        var accepted = action.getRequestHeader(HttpNames.hAccept);
        if (accepted != null && !accepted.isBlank() && ConNeg.match(accepted, offered) == null) {
            throw Refusal.of(
                    Kind.NOT_ACCEPTABLE,
                    "无法提供 `%s`；可提供：%s",
                    "cannot answer in `%s`; on offer are %s",
                    accepted,
                    offered);
        }
    }
}
