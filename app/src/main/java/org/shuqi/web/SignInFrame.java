package org.shuqi.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.shuqi.api.Tongue;
import org.shuqi.graph.Store;
import org.shuqi.login.Frame;
import org.shuqi.problem.Text;

/** Puts the pages of signing in, which stand on a lower floor, into the frame of all pages. */
@Singleton
final class SignInFrame implements Frame {

    private final Screens screens;
    private final Store store;

    SignInFrame(Screens screens, Store store) {
        this.screens = screens;
        this.store = store;
    }

    @Override
    public Locale language(HttpRequest<?> request) {
        return Tongue.of(request);
    }

    @Override
    public Name name(HttpRequest<?> request, Node thing) {
        try (var now = store.read()) {
            var said = Said.name(now.union(), thing, Tongue.of(request));
            return new Name(said.text(), said.language());
        }
    }

    @Override
    public MutableHttpResponse<byte[]> page(HttpRequest<?> request, HttpStatus status, Text title, String html) {
        return screens.page(request, status, "layout/plain.jte", new PlainPage(title, html));
    }
}
