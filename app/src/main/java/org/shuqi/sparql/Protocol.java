package org.shuqi.sparql;

import static org.apache.jena.riot.WebContent.contentTypeSPARQLQuery;
import static org.apache.jena.riot.WebContent.contentTypeSPARQLUpdate;

import io.micronaut.http.HttpMethod;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.riot.web.HttpNames;
import org.apache.jena.sparql.core.DatasetDescription;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** What the SPARQL 1.1 protocol allows in a request for a query. Source: W3C Recommendation of 2013-03-21, section 2.1. */
final class Protocol {

    /** Extensions of other servers that would let a stranger choose what a browser makes of the response. */
    private static final List<String> REFUSED = List.of("callback", "force-accept", "stylesheet");

    private Protocol() {}

    /** Refuses what is not a query in one of the three ways of the protocol. */
    static void check(Request request) {
        if (request.has(HttpNames.paramUpdate) || request.mediaType().equals(contentTypeSPARQLUpdate)) {
            throw Refusal.of(
                    Kind.FORBIDDEN,
                    "此处只读，不接受 SPARQL 更新；请用 /api/v1 写入",
                    "this endpoint only reads and takes no SPARQL update; write through /api/v1");
        }
        var form = isForm(request);
        if (!form && !request.mediaType().equals(contentTypeSPARQLQuery)) {
            throw Refusal.of(
                    Kind.UNSUPPORTED,
                    "不支持该媒体类型；请用 application/sparql-query 或表单",
                    "this media type is not understood; send application/sparql-query or a form");
        }
        for (var name : REFUSED) {
            if (request.has(name)) {
                throw Refusal.of(
                        Kind.UNUSABLE, "不提供参数 `%s`；请去掉", "the parameter `%s` is not offered; leave it out", name);
            }
        }
        var count = request.all(HttpNames.paramQuery).size();
        if (form && count != 1) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "参数 `query` 出现 %d 次；应恰好一次",
                    "the parameter `query` is given %d times; give it once",
                    count);
        }
    }

    /** Whether the query is in the parameters: of the URL, or of a form. */
    static boolean isForm(Request request) {
        return request.method() != HttpMethod.POST || request.mediaType().equals(Request.FORM);
    }

    /** The text of the query. */
    static String query(Request request, Limits limits) {
        if (isForm(request)) {
            return request.all(HttpNames.paramQuery).get(0);
        }
        if (request.body().length > limits.queryBytes()) {
            throw QueryText.tooLong(limits);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request.body()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.of(Kind.MALFORMED, "查询不是 UTF-8 编码", "the query is not encoded in UTF-8");
        }
    }

    /** The graphs that the request selects, or else the query; none if neither does. */
    static Optional<DatasetDescription> selected(Request request, Query query) {
        var graphs = named(request, HttpNames.paramDefaultGraphURI);
        var namedGraphs = named(request, HttpNames.paramNamedGraphURI);
        return graphs.isEmpty() && namedGraphs.isEmpty()
                ? Optional.ofNullable(DatasetDescription.create(query))
                : Optional.of(DatasetDescription.create(graphs, namedGraphs));
    }

    private static List<String> named(Request request, String parameter) {
        return request.all(parameter).stream().filter(name -> !name.isEmpty()).toList();
    }
}
