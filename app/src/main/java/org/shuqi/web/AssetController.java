package org.shuqi.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Hands out style sheets and scripts. */
@Controller("/web")
@Produces(MediaType.ALL)
final class AssetController {

    @Get("/{version}/{file}")
    HttpResponse<byte[]> asset(String version, String file) {
        var asset =
                Assets.of(file).orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "没有文件 `%s`", "there is no file `%s`", file));
        var isCurrent = version.equals(asset.version());
        return HttpResponse.ok(asset.bytes())
                .contentType(file.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8")
                .header("Cache-Control", isCurrent ? "public, max-age=31536000, immutable" : "no-cache");
    }
}
