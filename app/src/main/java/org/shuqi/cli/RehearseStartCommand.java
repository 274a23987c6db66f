package org.shuqi.cli;

import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shuqi.registry.Registry;
import picocli.CommandLine.Command;

/**
 * Starts and stops everything once, in a folder that is thrown away, so that Java can note which classes a start needs.
 * The launcher runs it after a build to make its class cache.
 */
@Command(name = "rehearse-start", hidden = true)
final class RehearseStartCommand implements Callable<Integer> {

    private final Terminal terminal;

    RehearseStartCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Scratch.use("shuqi-start-", this::start);
    }

    private int start(Path folder) {
        var place = new Place();
        place.data = folder;
        try (var context = ServeCommand.context(place, "127.0.0.1", 0).start()) {
            var registry = context.getBean(Registry.class);
            Demo.load(registry, terminal);
            context.getBean(EmbeddedServer.class).start();
        }
        return Exit.FINE;
    }
}
