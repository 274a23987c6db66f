package org.shuqi.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.shuqi.problem.Text;
import org.shuqi.proof.SigningKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the public keys with which checkpoints and receipts are checked; makes a new one if asked to. */
@Command(name = "keys")
final class AuditKeysCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Option(names = "--new", descriptionKey = "audit.new")
    private boolean fresh;

    @Option(names = "--pem", descriptionKey = "audit.pem")
    private boolean pem;

    private final Terminal terminal;

    AuditKeysCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        place.requireThere();
        var keys = SigningKeys.in(place.data, place.settings().baseIri(), Clock.systemUTC());
        if (fresh) {
            keys.rotate();
        }
        keys.all().forEach(this::print);
        return Exit.FINE;
    }

    private void print(SigningKeys.Dated dated) {
        terminal.print(dated.key().word());
        if (pem) {
            terminal.print(dated.key().pem().stripTrailing());
        }
        terminal.complain(Text.of(
                "  %s 起使用，%s",
                "  in use since %s, %s",
                dated.from(),
                dated.until().map(Instant::toString).orElse(new Text("至今", "to this day").in(terminal.language()))));
    }
}
