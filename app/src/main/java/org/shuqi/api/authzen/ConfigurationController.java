package org.shuqi.api.authzen;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Optional;
import org.shuqi.api.Links;
import org.shuqi.api.Replies;
import org.shuqi.record.JsonTree;

/** Where the endpoints are; names only those that exist. Source: AuthZEN Authorization API 1.0, section 9. */
@Controller
final class ConfigurationController {

    private final Optional<String> publicUrl;

    /**
     * @param publicUrl the address under which others reach the registry, as a proxy that ends TLS knows it and we do not;
     *     without it, the address that the caller used
     */
    ConfigurationController(@Property(name = "shuqi.public-url") Optional<String> publicUrl) {
        this.publicUrl = publicUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    @Get("/.well-known/authzen-configuration")
    HttpResponse<byte[]> configuration(HttpRequest<?> request) {
        var point = publicUrl.orElseGet(() -> Links.origin(request));
        var configuration = JsonTree.object();
        configuration.put("policy_decision_point", point);
        configuration.put("access_evaluation_endpoint", point + "/access/v1/evaluation");
        configuration.put("access_evaluations_endpoint", point + "/access/v1/evaluations");
        configuration.put("search_subject_endpoint", point + "/access/v1/search/subject");
        configuration.put("search_resource_endpoint", point + "/access/v1/search/resource");
        configuration.put("search_action_endpoint", point + "/access/v1/search/action");
        return Replies.json(configuration).header("Cache-Control", "public, max-age=3600");
    }
}
