package org.shuqi.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * What passwords are checked against: a file of its own in the data folder, readable by its owner only, and never part of the
 * log or the graph, which others may read and which forget nothing.
 *
 * <p>A password is one-time until its user has set another, and ends after a week if that does not happen.
 */
public final class Passwords {

    /** Name of the file in the data folder. */
    public static final String FILE = "passwords";

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int LEAST_DIFFERENT = 5;
    private static final Duration ONE_TIME_FOR = Duration.ofDays(7);
    /** No letters that are mistaken for others. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    private final Path file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** Checked when there is no account, so that it takes as long as if there were one. */
    private final String nobody = Argon2.verifier("nobody has this password");

    private volatile Map<String, Kept> kept;

    private Passwords(Path file, Clock clock, Map<String, Kept> kept) {
        this.file = file;
        this.clock = clock;
        this.kept = kept;
    }

    /** What is kept of one password; it ends if it is one-time. */
    private record Kept(String verifier, Optional<Instant> until) {

        String line(String account) {
            return account + "\t" + verifier + "\t"
                    + until.map(Instant::toString).orElse("-") + "\n";
        }
    }

    /** What came of an attempt. */
    public enum Outcome {
        /** The password is wrong, or there is none. */
        WRONG,
        /** It is right, and has to be changed before anything else. */
        ONE_TIME,
        /** It is right. */
        RIGHT
    }

    /** Those of a data folder. */
    public static Passwords in(Path data, Clock clock) {
        var file = data.resolve(FILE);
        try {
            var kept = new TreeMap<String, Kept>();
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    var parts = line.split("\t");
                    kept.put(
                            parts[0],
                            new Kept(
                                    parts[1],
                                    parts[2].equals("-") ? Optional.empty() : Optional.of(Instant.parse(parts[2]))));
                }
            }
            return new Passwords(file, clock, Map.copyOf(kept));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ArrayIndexOutOfBoundsException | java.time.DateTimeException damaged) {
            throw new IllegalStateException(
                    file + " is damaged; restore it, or delete it and issue new passwords", damaged);
        }
    }

    /**
     * Copies the file from one folder to another, for a backup or back from one; it stays its owner's alone.
     *
     * @return whether there was one
     */
    public static boolean copy(Path from, Path to) {
        try {
            var file = from.resolve(FILE);
            if (!Files.exists(file)) {
                return false;
            }
            SecretFile.replace(to.resolve(FILE), Files.readString(file));
            return true;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Checks a password; takes as long for an account that does not exist. */
    public Outcome check(Optional<Node> account, String password) {
        var known = account.map(Node::getURI).map(kept::get);
        var usable = password.length() <= LONGEST;
        var matches = Argon2.matches(known.map(Kept::verifier).orElse(nobody), usable ? password : "");
        if (known.isEmpty()
                || !matches
                || !usable
                || known.get().until().filter(this::isOver).isPresent()) {
            return Outcome.WRONG;
        }
        return known.get().until().isPresent() ? Outcome.ONE_TIME : Outcome.RIGHT;
    }

    /** Makes a one-time password for the account, in the place of the one it had. */
    public String issue(Node account) {
        var text = new StringBuilder();
        for (var at = 0; at < GROUPS * GROUP; at++) {
            text.append(at > 0 && at % GROUP == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        var password = text.toString();
        keep(
                account,
                new Kept(Argon2.verifier(password), Optional.of(clock.instant().plus(ONE_TIME_FOR))));
        return password;
    }

    /**
     * Sets the password that the user has chosen.
     *
     * @throws Refusal UNUSABLE if it is too easy to guess
     */
    public void choose(Node account, String password) {
        var name = account.getURI().substring(account.getURI().lastIndexOf('/') + 1);
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Refusal.of(
                    Kind.UNUSABLE, "口令须为 %d 至 %d 个字符", "a password has %d to %d characters", SHORTEST, LONGEST);
        }
        if (password.chars().distinct().count() < LEAST_DIFFERENT
                || password.toLowerCase(java.util.Locale.ROOT).contains(name)) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "口令太容易猜到；不要包含登录名，不要重复少数几个字符",
                    "the password is easy to guess; leave the sign-in name out and do not repeat a few characters");
        }
        if (check(Optional.of(account), password) != Outcome.WRONG) {
            throw Refusal.of(Kind.UNUSABLE, "新口令与原口令相同；请另设一个", "this is the old password; choose another");
        }
        keep(account, new Kept(Argon2.verifier(password), Optional.empty()));
    }

    /** Whether nobody has one. */
    public boolean isEmpty() {
        return kept.isEmpty();
    }

    private boolean isOver(Instant end) {
        return !end.isAfter(clock.instant());
    }

    private synchronized void keep(Node account, Kept password) {
        var next = new TreeMap<>(kept);
        next.put(account.getURI(), password);
        var text = next.entrySet().stream()
                .map(entry -> entry.getValue().line(entry.getKey()))
                .collect(Collectors.joining());
        SecretFile.replace(file, text);
        kept = Map.copyOf(next);
    }
}
