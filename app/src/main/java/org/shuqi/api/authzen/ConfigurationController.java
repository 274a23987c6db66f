package org.shuqi.api.authzen;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.shuqi.api.Links;
import org.shuqi.api.Replies;
import org.shuqi.record.JsonTree;

/** Where the endpoints are; names only those that exist. Source: AuthZEN Authorization API 1.0, section 9. */
@Controller
final class ConfigurationController {

    @Get("/.well-known/authzen-configuration")
    HttpResponse<byte[]> configuration(HttpRequest<?> request) {
        var origin = Links.origin(request);
        var configuration = JsonTree.object();
        configuration.put("policy_decision_point", origin);
        configuration.put("access_evaluation_endpoint", origin + "/access/v1/evaluation");
        configuration.put("access_evaluations_endpoint", origin + "/access/v1/evaluations");
        return Replies.json(configuration).header("Cache-Control", "public, max-age=3600");
    }
}
