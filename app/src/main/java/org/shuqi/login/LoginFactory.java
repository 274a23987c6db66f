package org.shuqi.login;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import org.shuqi.registry.Settings;

/** Opens the key as the server starts, so that a first start leaves one behind. */
@Factory
final class LoginFactory {

    @Context
    OperatorKey operatorKey(Settings settings) {
        return OperatorKey.in(settings.data());
    }
}
