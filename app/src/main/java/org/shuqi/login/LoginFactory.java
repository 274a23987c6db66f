package org.shuqi.login;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Singleton;
import org.shuqi.account.Accounts;
import org.shuqi.account.Callers;
import org.shuqi.account.Passwords;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import reactor.core.scheduler.Schedulers;

/** Opens what lets people in as the server starts, so that a first start leaves a key behind. */
@Factory
final class LoginFactory {

    private static final String HOOK = "org.shuqi.login";

    /**
     * Streams are fed by threads of Reactor, which know nothing of the request: without this they would work for nobody, and
     * see nothing. Pools of the framework carry the caller by themselves.
     */
    LoginFactory() {
        Schedulers.onScheduleHook(HOOK, PropagatedContext::wrapCurrent);
    }

    @Context
    OperatorKey operatorKey(Settings settings) {
        return OperatorKey.in(settings.data());
    }

    /** Knows the callers from the start, so that the first request does not wait for it. */
    @Context
    Callers callers(Registry registry) {
        var settings = registry.settings();
        return Callers.of(registry.store(), settings.baseIri(), settings.zone(), settings.clock());
    }

    @Singleton
    Passwords passwords(Registry registry) {
        return Passwords.in(registry.settings().data(), registry.settings().clock());
    }

    @Singleton
    Accounts accounts(Registry registry, Callers callers, Passwords passwords) {
        var settings = registry.settings();
        return Accounts.of(registry.changes(), callers, passwords, settings.baseIri(), settings.clock());
    }
}
