package org.shuqi.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The requests under way: connects the client's connection with the query that runs for it, so that both end together. */
final class Tickets {

    static final String HEADER = "Shuqi-Ticket";

    private final ConcurrentMap<String, Ticket> open = new ConcurrentHashMap<>();

    Ticket issue() {
        var ticket = new Ticket(UUID.randomUUID().toString());
        open.put(ticket.number, ticket);
        return ticket;
    }

    Optional<Ticket> find(@Nullable String number) {
        return number == null ? Optional.empty() : Optional.ofNullable(open.get(number));
    }

    static Ticket of(HttpServletRequest request) {
        return (Ticket) request.getAttribute(HEADER);
    }

    int count() {
        return open.size();
    }

    final class Ticket {

        private final String number;
        private boolean cancelled;
        private Runnable cancellation = () -> {};
        private Runnable after = () -> {};

        private Ticket(String number) {
            this.number = number;
        }

        String number() {
            return number;
        }

        /** Makes the ticket known to whoever handles the request. */
        void belongTo(HttpServletRequest request) {
            request.setAttribute(HEADER, this);
        }

        /** How to stop what runs; stopped at once if the client has gone already. */
        synchronized void stoppedBy(Runnable stop) {
            cancellation = stop;
            if (cancelled) {
                stop.run();
            }
        }

        /** What to do when the request is over. */
        synchronized void afterwards(Runnable what) {
            after = what;
        }

        /** The request is over. */
        void close() {
            open.remove(number);
            synchronized (this) {
                cancellation = () -> {};
                after.run();
            }
        }

        /** The client has gone: what runs for it is stopped. */
        void cancel() {
            open.remove(number);
            synchronized (this) {
                cancelled = true;
                cancellation.run();
                cancellation = () -> {};
            }
        }
    }
}
