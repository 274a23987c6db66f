package org.shuqi.sparql;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Lets in only what comes through the public port, which alone knows the secret, and bounds every response. */
final class Doorkeeper implements Filter {

    static final String HEADER = "Shuqi-Inner-Secret";

    private final byte[] secret;
    private final long mostBytes;
    private final Tickets tickets;

    Doorkeeper(String secret, long mostBytes, Tickets tickets) {
        this.secret = secret.getBytes(StandardCharsets.US_ASCII);
        this.mostBytes = mostBytes;
        this.tickets = tickets;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        var given = http.getHeader(HEADER);
        if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.US_ASCII), secret)) {
            answer.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var ticket = tickets.find(http.getHeader(Tickets.HEADER));
        if (ticket.isEmpty()) {
            // the client has gone already
            answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        ticket.get().belongTo(http);
        var bounded = new BoundedResponse(answer, mostBytes);
        bounded.belongTo(http);
        try {
            chain.doFilter(request, bounded);
            bounded.finish();
        } finally {
            ticket.get().close();
        }
    }
}
