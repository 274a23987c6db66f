package org.shuqi.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.PreDestroy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shuqi.access.Acting;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.registry.Settings;
import org.shuqi.review.FindingKind;
import org.shuqi.review.FindingKind.Severity;
import org.shuqi.review.ReviewPages;
import org.shuqi.review.Reviews;
import org.shuqi.rights.Rights;

/** What is wrong in the register, each finding with a question that shows it. */
@Controller("/api/v1/reviews")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReviewController {

    private static final Set<String> NAMES = Set.of("kind", "severity", "agreement", "organization", "at", "knownAt");

    private final ReviewPages pages;

    ReviewController(Store store, Decisions decisions, Settings settings) {
        pages = ReviewPages.of(
                Reviews.over(store, decisions, settings.zone(), settings.clock()), store, settings.clock());
    }

    @PreDestroy
    void close() {
        pages.close();
    }

    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        requireWholeSight();
        Format.wanted(request, List.of(Format.JSON));
        var given = Given.of(request, NAMES);
        var paging = Paging.of(request);
        var slice = new ReviewPages.Slice(paging.offset(), paging.limit());
        var page = pages.page(
                // an offset written `+08:00` arrives as ` 08:00` unless its writer knew what a plus means in an address
                given.one("at").map(at -> at.replace(' ', '+')),
                given.revision(),
                filter(given),
                slice,
                Tongue.of(request));
        var body = body(page, slice);
        var reply = Replies.json(body)
                .header(Revisions.REVISION, Long.toString(page.revision()))
                .header("X-Total-Count", Long.toString(page.total()));
        next(page, slice, request).ifPresent(link -> {
            body.put("next", link);
            reply.body(JsonTree.bytes(body)).header("Link", "<" + link + ">; rel=\"next\"");
        });
        return reply;
    }

    /** A finding is about everything that stands beside it: of a part of the register it would often be wrong. */
    private static void requireWholeSight() {
        if (Acting.caller().filter(Rights::seesEverything).isEmpty()) {
            throw Refusal.of(
                    Kind.FORBIDDEN,
                    "体检针对整个登记簿，只向运行方和全局审计员开放",
                    "a review looks at the whole register, and is for the operator and for auditors of everything");
        }
    }

    private static ObjectNode body(ReviewPages.Page page, ReviewPages.Slice slice) {
        var body = JsonTree.object();
        body.put("total", page.total());
        body.put("offset", slice.offset());
        body.put("limit", slice.limit());
        body.put("revision", page.revision());
        body.put("at", page.at().toString());
        body.set("counts", JsonTree.tree(page.counts()));
        body.set("items", JsonTree.tree(page.items()));
        return body;
    }

    private static ReviewPages.Filter filter(Given given) {
        var kinds = EnumSet.noneOf(FindingKind.class);
        given.values("kind").forEach(code -> kinds.addAll(Reviews.Scope.kinds(code)));
        var severities = EnumSet.noneOf(Severity.class);
        given.values("severity")
                .forEach(code -> severities.add(Severity.of(code)
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNUSABLE,
                                "没有严重程度 `%s`；可用 error、warning、info",
                                "no severity `%s`; use error, warning or info",
                                code))));
        return new ReviewPages.Filter(kinds, severities, given.one("agreement"), given.one("organization"));
    }

    /** The link names instant and revision, so that the next page is one of the same review. */
    private static Optional<String> next(ReviewPages.Page page, ReviewPages.Slice slice, HttpRequest<?> request) {
        var offset = slice.offset() + page.items().size();
        if (offset >= page.total() || page.items().isEmpty()) {
            return Optional.empty();
        }
        var query = request.getParameters().asMap().entrySet().stream()
                .filter(parameter -> !Paging.NAMES.contains(parameter.getKey()))
                .filter(parameter -> !Set.of("at", "knownAt").contains(parameter.getKey()))
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value ->
                                parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&"))
                .collect(Collectors.joining());
        return Optional.of(Links.absolute(request, request.getUri().getRawPath()) + "?" + query + "at=" + page.at()
                + "&knownAt=" + page.revision() + "&offset=" + offset + "&limit=" + slice.limit());
    }
}
