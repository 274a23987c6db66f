package org.shuqi.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuqi.account.Accounts;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sun.misc.Signal;

/** Runs the server until it is told to stop. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

    /** Sign-in name of the account of a first start. */
    private static final String FIRST = "admin";

    /** How often a running server looks at its clocks, unless {@code SHUQI_DUTY_EVERY} says otherwise. */
    private static final String DUTY_EVERY =
            Optional.ofNullable(System.getenv("SHUQI_DUTY_EVERY")).orElse("PT5M");

    /** How long a change waits at most for a signed checkpoint, unless {@code SHUQI_CHECKPOINTS_EVERY} says otherwise. */
    private static final String CHECKPOINTS_EVERY =
            Optional.ofNullable(System.getenv("SHUQI_CHECKPOINTS_EVERY")).orElse("PT1M");

    @Mixin
    private final Place place = new Place();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    private int port = 8080;

    @Option(names = "--host", paramLabel = "HOST", descriptionKey = "host")
    private String host = "127.0.0.1";

    @Option(names = "--demo", descriptionKey = "demo")
    private boolean demo;

    @Option(names = "--open-on-loopback", descriptionKey = "open-on-loopback")
    private boolean openOnLoopback;

    @Mixin
    private final Tls tls = new Tls();

    private final Terminal terminal;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw Refusal.of(Kind.UNUSABLE, "端口 `%d` 不存在；请用 0 到 65535", "there is no port `%d`; use 0 to 65535", port);
        }
        var stop = new CountDownLatch(1);
        Stream.of("TERM", "INT").forEach(name -> Signal.handle(new Signal(name), signal -> stop.countDown()));
        try (var context = start()) {
            var server = context.getBean(EmbeddedServer.class);
            terminal.print((tls.isOn() ? "ready https://" : "ready http://") + shown(host) + ":" + server.getPort());
            stop.await();
            server.stop();
        }
        return Exit.FINE;
    }

    /** A server that is yet to start. */
    static ApplicationContextBuilder context(Place place, String host, int port) {
        return ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(Map.of(
                        "micronaut.server.port",
                        port == 0 ? -1 : port,
                        "micronaut.server.host",
                        host,
                        "shuqi.data",
                        place.data.toString(),
                        "shuqi.base-iri",
                        place.settings().baseIri(),
                        "shuqi.zone",
                        place.zone.getId(),
                        "shuqi.checkpoints.every",
                        CHECKPOINTS_EVERY,
                        "shuqi.duty.every",
                        DUTY_EVERY,
                        "shuqi.journal.every",
                        "PT1M"));
    }

    private ApplicationContext start() {
        var context = context(place, host, port)
                .properties(Map.of(
                        "shuqi.open-on-loopback",
                        openOnLoopback,
                        "shuqi.search.at-start",
                        "true",
                        "shuqi.lists.ahead",
                        "true"))
                .properties(tls.settings(port == 0 ? -1 : port))
                .build();
        try {
            context.start(); // opens the registry, for the key of the operator is in its folder
            var registry = context.getBean(Registry.class);
            if (demo) {
                Demo.load(registry, terminal);
            }
            firstAccount(context);
            context.getBean(EmbeddedServer.class).start();
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw told(e);
        }
    }

    /** On a first start somebody has to be able to sign in: the password is said here once, and has to be changed. */
    private void firstAccount(ApplicationContext context) {
        context.getBean(Accounts.class)
                .first(FIRST)
                .ifPresent(password -> terminal.complain(Text.of(
                        "首个账号 `%s`，一次性口令 `%s`：七天内在 /login 登录并修改",
                        "the first account is `%s`, its one-time password `%s`: sign in at /login and change it within a week",
                        FIRST,
                        password)));
    }

    private RuntimeException told(RuntimeException thrown) {
        for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof Refusal refusal) {
                return refusal.problem().kind() == Kind.OVERLOADED ? place.inUse() : refusal;
            }
            if (at instanceof BindException) {
                return Refusal.of(
                        Kind.BROKEN,
                        "无法监听 %s 端口 %d；它可能已被占用，请用 --port 另选",
                        "cannot listen on %s port %d; it may be taken, choose another with --port",
                        host,
                        port);
            }
        }
        return thrown;
    }

    private static String shown(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
