package org.shuqi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqi.account.Passwords.Outcome;
import org.shuqi.problem.Refusal;

/** What passwords are checked against: kept apart, kept secret, and nobody learns from it who has one. */
class PasswordsTest {

    private static final Node LI = NodeFactory.createURI("http://localhost:8080/id/account/li.na");
    private static final String GOOD = "a horse, a kingdom";

    @TempDir
    Path data;

    private final CallersTest.Hand clock = new CallersTest.Hand();

    @Test
    void aOneTimePasswordHoldsForAWeekUntilAnotherIsChosen() {
        var passwords = Passwords.in(data, clock);
        var issued = passwords.issue(LI);

        assertThat(issued).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}");
        assertThat(check(passwords, issued)).isEqualTo(Outcome.ONE_TIME);
        assertThat(check(passwords, issued.toUpperCase())).isEqualTo(Outcome.WRONG);
        clock.pass(Duration.ofDays(7));
        assertThat(check(passwords, issued)).isEqualTo(Outcome.WRONG);
        var again = passwords.issue(LI);
        passwords.choose(LI, GOOD);
        clock.pass(Duration.ofDays(3650));
        assertThat(check(passwords, GOOD)).isEqualTo(Outcome.RIGHT);
        assertThat(check(passwords, again)).isEqualTo(Outcome.WRONG);
    }

    @Test
    void theFileIsItsOwnersAloneAndOutlivesARestart() throws Exception {
        var passwords = Passwords.in(data, clock);
        passwords.choose(LI, GOOD);
        var file = data.resolve(Passwords.FILE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .contains("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(GOOD);
        assertThat(check(Passwords.in(data, clock), GOOD)).isEqualTo(Outcome.RIGHT);
        assertThat(data.toFile().list()).containsExactly(Passwords.FILE);
    }

    @Test
    void thePasswordOfOneAccountIsNotThatOfAnother() {
        var passwords = Passwords.in(data, clock);
        passwords.choose(LI, GOOD);

        assertThat(passwords.check(Optional.of(NodeFactory.createURI(LI.getURI() + "2")), GOOD))
                .isEqualTo(Outcome.WRONG);
        assertThat(passwords.check(Optional.empty(), GOOD)).isEqualTo(Outcome.WRONG);
        assertThat(passwords.check(Optional.empty(), "nobody has this password"))
                .isEqualTo(Outcome.WRONG);
    }

    @Test
    void theSamePasswordInAnotherFormOfUnicodeIsTheSame() {
        var passwords = Passwords.in(data, clock);
        passwords.choose(LI, "cafe\u0301 au lait, merci");

        assertThat(check(passwords, "caf\u00e9 au lait, merci")).isEqualTo(Outcome.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "aaaaaaaaaaaaaaaa", "abababababababab", "my name is LI.NA ok"})
    void whatIsEasyToGuessIsRefusedAndTheOldOneStays(String easy) {
        var passwords = Passwords.in(data, clock);
        passwords.choose(LI, GOOD);

        assertThatThrownBy(() -> passwords.choose(LI, easy)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> passwords.choose(LI, GOOD)).hasMessageContaining("the old password");
        assertThatThrownBy(() -> passwords.choose(LI, "x".repeat(100) + GOOD.repeat(20)))
                .isInstanceOf(Refusal.class);
        assertThat(check(passwords, GOOD)).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void aDamagedFileOpensNothing() throws Exception {
        Files.writeString(data.resolve(Passwords.FILE), LI.getURI() + "\n");

        assertThatThrownBy(() -> Passwords.in(data, clock)).hasMessageContaining("damaged");
    }

    @Test
    void aVerifierHasASaltOfItsOwnAndNoOtherParameters() {
        var form = Argon2.verifier("password");
        assertThat(Argon2.matches(form, "password")).isTrue();
        assertThat(Argon2.matches(form, "Password")).isFalse();
        assertThat(Argon2.matches(form.replace("m=19456", "m=8"), "password")).isFalse();
        assertThat(Argon2.verifier("password")).isNotEqualTo(form);
    }

    private static Outcome check(Passwords passwords, String password) {
        return passwords.check(Optional.of(LI), password);
    }
}
