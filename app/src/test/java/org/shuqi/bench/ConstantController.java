package org.shuqi.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.nio.charset.StandardCharsets;

/** Says always the same. */
@Controller("/constant")
@Requires(property = ConstantController.SWITCH)
final class ConstantController {

    static final String SWITCH = "shuqi.bench.constant";

    private static final byte[] ANSWER = "{\"decision\":true}".getBytes(StandardCharsets.UTF_8);

    @Get
    byte[] get() {
        return ANSWER;
    }

    @Post
    byte[] post(@Body @Nullable byte[] body) {
        return ANSWER;
    }
}
