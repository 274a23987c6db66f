package org.shuqi.shield;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What callers send ends up in the operator's log, and must not pass for what the service says. */
class LogLinesTest {

    private static final String FORGED = "2026-01-01T00:00:00 INFO forged";

    @Test
    void whatSomebodySentCannotBeginALineOfItsOwn() throws Exception {
        var lines = logged("refused `a\r\n" + FORGED + "\u0085" + FORGED + "\u2028" + FORGED + "`", null);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).contains("refused `a").contains(FORGED);
    }

    @Test
    void norCanItMoveTheCursorOrTurnTheDirectionOfReading() throws Exception {
        var lines = logged("\u001b[2J\u001b[1;1H\u202Eabc\u0000\u0007", null);

        assertThat(lines.get(0)).doesNotContain("\u001b", "\u202E", "\u0000", "\u0007");
    }

    @Test
    void anExceptionIsToldWithItsTraceAndItsMessageOnOneLine() throws Exception {
        var cause = new IllegalArgumentException("inner\n" + FORGED);
        var lines = logged("fault", new IllegalStateException("outer\n" + FORGED + "\u001b[2J", cause));

        assertThat(lines)
                .noneMatch(line -> line.startsWith(FORGED))
                .noneMatch(line -> line.contains("\u001b"))
                .anyMatch(line -> line.startsWith("java.lang.IllegalStateException: outer"))
                .anyMatch(line -> line.startsWith("\tat " + LogLinesTest.class.getName()))
                .anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalArgumentException: inner"));
    }

    /** The lines that the shipped configuration makes of an event. */
    private static List<String> logged(String message, Throwable thrown) throws Exception {
        var context = new LoggerContext();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogLinesTest.class.getResource("/logback.xml"));
        var logger = context.getLogger("org.shuqi.api");
        var event =
                new LoggingEvent("", logger, ch.qos.logback.classic.Level.ERROR, "{}", thrown, new Object[] {message});
        return new String(encoder(context).encode(event), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Encoder<Object> encoder(LoggerContext context) {
        var appender = (ConsoleAppender<?>) context.getLogger("ROOT").getAppender("stderr");
        return (Encoder<Object>) (Encoder<?>) appender.getEncoder();
    }
}
