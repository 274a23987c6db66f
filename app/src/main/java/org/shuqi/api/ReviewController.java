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
import java.util.Map;
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

    private static final int USUAL = 50;
    private static final int MOST = 1000;
    private static final Set<String> NAMES =
            Set.of("kind", "severity", "agreement", "organization", "at", "knownAt", "offset", "limit");

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
        var given = request.getParameters().asMap();
        Given.requireKnown(given.keySet(), NAMES::contains, NAMES);
        var slice = new ReviewPages.Slice(
                number(given, "offset", 0, Integer.MAX_VALUE), (int) number(given, "limit", USUAL, MOST));
        var page = pages.page(
                // an offset written `+08:00` arrives as ` 08:00` unless its writer knew what a plus means in an address
                one(given, "at").map(at -> at.replace(' ', '+')),
                Questions.revision(one(given, "knownAt")),
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

    private static ReviewPages.Filter filter(Map<String, List<String>> given) {
        var kinds = EnumSet.noneOf(FindingKind.class);
        values(given, "kind").forEach(code -> kinds.addAll(Reviews.Scope.kinds(code)));
        var severities = EnumSet.noneOf(Severity.class);
        values(given, "severity")
                .forEach(code -> severities.add(Severity.of(code)
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNUSABLE,
                                "没有严重程度 `%s`；可用 error、warning、info",
                                "no severity `%s`; use error, warning or info",
                                code))));
        return new ReviewPages.Filter(kinds, severities, one(given, "agreement"), one(given, "organization"));
    }

    /** The link names instant and revision, so that the next page is one of the same review. */
    private static Optional<String> next(ReviewPages.Page page, ReviewPages.Slice slice, HttpRequest<?> request) {
        var offset = slice.offset() + page.items().size();
        if (offset >= page.total() || page.items().isEmpty()) {
            return Optional.empty();
        }
        var query = request.getParameters().asMap().entrySet().stream()
                .filter(parameter -> !Set.of("offset", "limit", "at", "knownAt").contains(parameter.getKey()))
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value ->
                                parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&"))
                .collect(Collectors.joining());
        return Optional.of(Links.absolute(request, request.getUri().getRawPath()) + "?" + query + "at=" + page.at()
                + "&knownAt=" + page.revision() + "&offset=" + offset + "&limit=" + slice.limit());
    }

    private static List<String> values(Map<String, List<String>> given, String name) {
        return Questions.items(given.getOrDefault(name, List.of()));
    }

    private static Optional<String> one(Map<String, List<String>> given, String name) {
        var values = given.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.size() > 1) {
            throw Refusal.of(Kind.UNUSABLE, "参数 `%s` 只能有一个值", "the parameter `%s` can have one value only", name);
        }
        return values.stream().findFirst();
    }

    private static long number(Map<String, List<String>> given, String name, int usual, int most) {
        var text = one(given, name).orElse(Integer.toString(usual));
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) > most) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "参数 `%s` 的值 `%s` 不可用；应为 0 到 %d 的整数",
                    "the parameter `%s` is `%s`; give a whole number from 0 to %d",
                    name,
                    text,
                    most);
        }
        return Long.parseLong(text);
    }
}
