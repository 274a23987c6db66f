package org.shuqi.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shuqi.decision.AnswerForm;
import org.shuqi.decision.Decisions;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;

/** May P share D with R? One question, or many at once. */
@Controller("/api/v1/decisions")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DecisionController {

    /** Most questions in one request. */
    private static final int MOST = 10_000;

    private final Decisions decisions;

    DecisionController(Decisions decisions) {
        this.decisions = decisions;
    }

    @Get
    HttpResponse<byte[]> ask(HttpRequest<?> request) {
        var format = Format.wanted(request, Format.DATA);
        var form = Questions.of(request.getParameters().asMap());
        return one(new AnswerGraph.Answered(form, decisions.answer(form)), format, Tongue.of(request));
    }

    @Post
    HttpResponse<byte[]> ask(HttpRequest<?> request, @Body @Nullable byte[] body) {
        Format.sent(request, List.of(Format.JSON));
        var format = Format.wanted(request, Format.DATA);
        var tree = JsonTree.of(Bytes.of(body));
        if (tree.isArray()) {
            return many(tree, format, Tongue.of(request));
        }
        var form = Questions.of(tree);
        return one(new AnswerGraph.Answered(form, decisions.answer(form)), format, Tongue.of(request));
    }

    private static HttpResponse<byte[]> one(AnswerGraph.Answered answered, Format format, Locale language) {
        var reply = format == Format.JSON
                ? Replies.json(AnswerForm.of(answered.answer(), language))
                : rdf(List.of(answered), format);
        return reply.header(Revisions.REVISION, Long.toString(answered.answer().revision()));
    }

    /** A question that is refused has its problem in the place of its answer; the others are answered all the same. */
    private HttpResponse<byte[]> many(JsonNode questions, Format format, Locale language) {
        if (questions.size() > MOST) {
            throw Refusal.of(
                    Kind.TOO_LARGE,
                    "一次最多 %d 个问题，现有 %d 个；请分批提交",
                    "%d questions at once is the most, these are %d; ask in parts",
                    MOST,
                    questions.size());
        }
        if (format != Format.JSON) {
            var answered = new ArrayList<AnswerGraph.Answered>();
            questions.forEach(question -> {
                var form = Questions.of(question);
                answered.add(new AnswerGraph.Answered(form, decisions.answer(form)));
            });
            return rdf(answered, format);
        }
        var answers = new ArrayList<Object>();
        questions.forEach(question -> answers.add(answerOrProblem(question, language)));
        return Replies.json(answers);
    }

    private Object answerOrProblem(JsonNode question, Locale language) {
        try {
            Map<String, Object> answer = AnswerForm.of(decisions.answer(Questions.of(question)), language);
            return answer;
        } catch (Refusal refusal) {
            return Problems.body(refusal.problem(), language);
        }
    }

    private static MutableHttpResponse<byte[]> rdf(List<AnswerGraph.Answered> answered, Format format) {
        return Replies.of(HttpStatus.OK, format.mediaType(), RdfText.write(AnswerGraph.of(answered), format));
    }
}
