package org.shuqi.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.Demo;
import org.shuqi.TestCallers;
import org.shuqi.access.Caller;
import org.shuqi.account.Passwords;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.graph.Delta;

/** The demo city behind real HTTP, with its {@link People}; nothing is open without signing in. */
public final class City implements AutoCloseable {

    private final ApiServer server;
    private final Map<String, String> keys = new HashMap<>();

    private City(ApiServer server) {
        this.server = server;
        for (var name : People.names()) {
            keys.put(name, TestCallers.key(server.bean(Changes.class), name, People.appointment(name)));
        }
    }

    /** Starts it in the folder. */
    public static City in(Path data) {
        return in(data, Map.of());
    }

    /** The same with settings of its own. */
    public static City in(Path data, Map<String, Object> settings) {
        var all = new HashMap<String, Object>(
                Map.of("shuqi.base-iri", Demo.BASE, "shuqi.open-on-loopback", false, "shuqi.search.at-start", "true"));
        all.putAll(settings);
        var server = ApiServer.with(data, all);
        var quads = new ArrayList<Quad>();
        Demo.dataset().find().forEachRemaining(quads::add);
        server.bean(Changes.class)
                .apply(
                        new Change("demo city", OptionalLong.empty(), now -> new Delta(List.of(), quads)),
                        Caller.operator());
        proposal(server);
        return new City(server);
    }

    /** Gives everybody this password, to sign in with on a browser. */
    public City withPassword(String password) {
        var passwords = server.bean(Passwords.class);
        People.names().forEach(name -> passwords.choose(TestCallers.account(name), password));
        return this;
    }

    /** A working copy of the words that an editor has begun. */
    private static void proposal(ApiServer server) {
        var editor = new Caller("editor", "editor", java.util.Set.of(People.appointment("editor")));
        org.shuqi.access.Acting.as(editor, () -> {
            var proposals = server.bean(org.shuqi.proposal.Proposals.class);
            var term = org.shuqi.vocabulary.Sq.code("sharing-attribute", "conditional");
            var id = proposals.open(
                    new org.shuqi.problem.Text("统一有条件共享的叫法", "One name for conditional sharing"), "nc-data", editor);
            proposals.put(
                    id,
                    term,
                    proposals.text(java.util.Optional.of(id), term).replace("有条件共享\"@zh", "依条件共享\"@zh"),
                    OptionalLong.empty(),
                    editor);
        });
    }

    public ApiServer server() {
        return server;
    }

    /** What somebody signs in with, as a program does. */
    public String key(String who) {
        return keys.get(who);
    }

    /** A page as somebody sees it; headers are names and values by turns, a browser's unless they say otherwise. */
    public ApiServer.Reply page(String path, String who, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (!all.contains("Accept")) {
            all.addAll(List.of("Accept", "text/html,application/xhtml+xml"));
        }
        if (!who.equals(People.NOBODY)) {
            all.addAll(List.of("Authorization", keys.get(who)));
        }
        return server.get(path, all.toArray(String[]::new));
    }

    /** Sends a form as somebody; fields are names and values by turns. */
    public ApiServer.Reply post(String path, String who, String... fields) {
        var body = new StringBuilder();
        for (var at = 0; at < fields.length; at += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(encoded(fields[at]))
                    .append('=')
                    .append(encoded(fields[at + 1]));
        }
        return server.post(
                path,
                body.toString(),
                "Accept",
                "text/html,application/xhtml+xml",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                keys.get(who));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
