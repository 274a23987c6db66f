package org.shuqi.login;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.account.Accounts;
import org.shuqi.account.Callers;
import org.shuqi.account.Passwords;

/** Signing in with a name and a password. */
@Singleton
final class SignIn {

    private final Accounts accounts;
    private final Callers callers;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Lockout lockout;

    SignIn(Accounts accounts, Callers callers, Passwords passwords, Sessions sessions, Lockout lockout) {
        this.accounts = accounts;
        this.callers = callers;
        this.passwords = passwords;
        this.sessions = sessions;
        this.lockout = lockout;
    }

    /**
     * What came of it.
     *
     * @param token what the browser is to hold, if it succeeded
     * @param mustChange whether the password has to be changed first
     * @param delay how long the next attempt has to wait
     */
    record Result(Optional<String> token, boolean mustChange, Duration delay) {

        private static Result failed(Duration delay) {
            return new Result(Optional.empty(), false, delay);
        }
    }

    /** Tries; what is wrong is not told, and takes as long whatever it is. */
    Result with(String typed, String password, HttpRequest<?> request) {
        var name = typed.strip().toLowerCase(java.util.Locale.ROOT);
        var address = address(request);
        var wait = lockout.wait(name, address);
        if (!wait.isZero()) {
            return Result.failed(wait);
        }
        var account = Optional.of(name)
                .filter(some -> some.matches("[a-z0-9][a-z0-9._-]{0,63}"))
                .map(accounts::named);
        var outcome = passwords.check(account, password);
        var known = account.filter(some -> callers.of(some).isPresent());
        if (outcome == Passwords.Outcome.WRONG || known.isEmpty()) {
            lockout.failed(name, address);
            return Result.failed(lockout.wait(name, address));
        }
        lockout.succeeded(name);
        var mustChange = outcome == Passwords.Outcome.ONE_TIME;
        return new Result(Optional.of(sessions.begin(known.get(), mustChange)), mustChange, Duration.ZERO);
    }

    /** Whether this is the password of the account, for changing it; wrong ones count like those at the door. */
    boolean isPasswordOf(Node account, String password, HttpRequest<?> request) {
        var name = account.getURI().substring(account.getURI().lastIndexOf('/') + 1);
        var address = address(request);
        if (!lockout.wait(name, address).isZero()) {
            return false;
        }
        var right = passwords.check(Optional.of(account), password) != Passwords.Outcome.WRONG;
        if (!right) {
            lockout.failed(name, address);
        }
        return right;
    }

    private static InetAddress address(HttpRequest<?> request) {
        return Optional.ofNullable(request.getRemoteAddress().getAddress()).orElseGet(InetAddress::getLoopbackAddress);
    }
}
