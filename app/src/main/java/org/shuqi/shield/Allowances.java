package org.shuqi.shield;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.shuqi.access.Caller;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;

/** What each caller has left of requests, of working time and of queries at once. */
@Singleton
public final class Allowances {

    private static final long SECOND = 1_000_000_000;

    /** Whoever has been away this long has a full allowance again, whatever it was. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private static final Duration STREAM_PAUSE = Duration.ofSeconds(5);

    private final Rates rates;
    private final long requestCost;
    private final long openCost;
    private final LoadingCache<String, Account> accounts;
    private final LoadingCache<Long, Bucket> addresses;

    Allowances(Rates rates) {
        this.rates = rates;
        this.requestCost = SECOND / rates.requests();
        this.openCost = SECOND / rates.openRequests();
        this.accounts = remembered(rates).build(id -> new Account(rates, System.nanoTime()));
        this.addresses =
                remembered(rates).build(address -> new Bucket(openCost * rates.openBurst(), System.nanoTime()));
    }

    private static Caffeine<Object, Object> remembered(Rates rates) {
        return Caffeine.newBuilder().maximumSize(rates.callers()).expireAfterAccess(FORGOTTEN);
    }

    /**
     * One request of an account.
     *
     * @throws Refusal TOO_MANY if there were too many of late, or those before have caused too much work
     */
    void request(Caller caller) {
        if (caller.isOperator()) {
            return;
        }
        var account = accounts.get(caller.id());
        var now = System.nanoTime();
        account.work.dry(now).ifPresent(wait -> {
            throw tooMuchWork(wait);
        });
        account.requests.draw(requestCost, now).ifPresent(wait -> {
            throw tooMany(wait);
        });
    }

    /** The same if there is enough left; if not, nothing is taken, and who asks again is told how long to wait. */
    boolean draws(Caller caller) {
        if (caller.isOperator()) {
            return true;
        }
        var account = accounts.get(caller.id());
        var now = System.nanoTime();
        return account.work.dry(now).isEmpty()
                && account.requests.draw(requestCost, now).isEmpty();
    }

    /** What a request has drawn that will draw again. */
    void giveBack(Caller caller) {
        if (!caller.isOperator()) {
            accounts.get(caller.id()).requests.charge(-requestCost, System.nanoTime());
        }
    }

    /**
     * One request of somebody who has not signed in.
     *
     * @param signsIn whether it asks to
     * @throws Refusal TOO_MANY if there were too many from that address of late
     */
    void request(InetAddress address, boolean signsIn) {
        addresses
                .get(Addresses.network(address))
                .draw(signsIn ? openCost * rates.signIn() : openCost, System.nanoTime())
                .ifPresent(wait -> {
                    throw tooMany(wait);
                });
    }

    /**
     * One request of somebody who has not signed in, or whose credentials were wrong.
     *
     * @throws Refusal TOO_MANY if there were too many from that address of late
     */
    void stranger(HttpRequest<?> request) {
        var address = request.getRemoteAddress().getAddress();
        if (address != null) {
            request(address, request.getPath().startsWith("/login"));
        }
    }

    /** An account has caused this much work. */
    void worked(Caller caller, long nanos) {
        if (!caller.isOperator()) {
            accounts.get(caller.id()).work.charge((long) (nanos / rates.share()), System.nanoTime());
        }
    }

    /**
     * Begins the query that a request asks for; its work is charged when it is closed.
     *
     * @throws Refusal TOO_MANY if the account has too many under way
     */
    public Spending query(HttpRequest<?> request) {
        return query(Toll.caller(request));
    }

    Spending query(Optional<Caller> asking) {
        var began = System.nanoTime();
        if (asking.isEmpty() || asking.get().isOperator()) {
            return () -> {};
        }
        var caller = asking.get();
        var account = accounts.get(caller.id());
        if (account.underWay.incrementAndGet() > rates.atOnce()) {
            account.underWay.decrementAndGet();
            throw new Refusal(Problem.later(
                    Kind.TOO_MANY,
                    Text.of(
                            "您已有 %d 个查询在运行；请等其结束",
                            "%d queries of yours are running; wait for one to end", rates.atOnce()),
                    Duration.ofSeconds(1)));
        }
        return () -> {
            account.underWay.decrementAndGet();
            worked(caller, System.nanoTime() - began);
        };
    }

    /**
     * Begins a stream that lasts as long as its client likes; it is over when it is closed.
     *
     * @throws Refusal TOO_MANY if the account listens to too many
     */
    public Spending stream(HttpRequest<?> request) {
        var asking = Toll.caller(request);
        if (asking.isEmpty() || asking.get().isOperator()) {
            return () -> {};
        }
        // held by the stream itself: what is forgotten of idle accounts must not free its place
        var streams = accounts.get(asking.get().id()).streams;
        if (streams.incrementAndGet() > rates.streams()) {
            streams.decrementAndGet();
            throw new Refusal(Problem.later(
                    Kind.TOO_MANY,
                    Text.of(
                            "您已在收听 %d 个事件流；请先关闭一个",
                            "you listen to %d event streams already; close one first", rates.streams()),
                    STREAM_PAUSE));
        }
        var closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                streams.decrementAndGet();
            }
        };
    }

    private static Refusal tooMany(Duration wait) {
        return new Refusal(Problem.later(
                Kind.TOO_MANY,
                Text.of("请求过多；请在 %d 秒后再试", "too many requests; try again in %d seconds", seconds(wait)),
                wait));
    }

    private static Refusal tooMuchWork(Duration wait) {
        return new Refusal(Problem.later(
                Kind.TOO_MANY,
                Text.of(
                        "此前的请求占用了过多处理时间；请在 %d 秒后再试",
                        "the requests before took too much working time; try again in %d seconds", seconds(wait)),
                wait));
    }

    private static long seconds(Duration wait) {
        return Problem.wholeSeconds(wait);
    }

    /** A query under way. */
    @FunctionalInterface
    public interface Spending extends AutoCloseable {

        @Override
        void close();
    }

    /** What one account has left. */
    private static final class Account {

        private final Bucket requests;
        private final Bucket work;
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger streams = new AtomicInteger();

        Account(Rates rates, long now) {
            this.requests = new Bucket(SECOND / rates.requests() * rates.burst(), now);
            this.work = new Bucket((long) (rates.saved().toNanos() / rates.share()), now);
        }
    }
}
