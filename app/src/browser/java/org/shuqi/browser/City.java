package org.shuqi.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.Demo;
import org.shuqi.TestCallers;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.account.Passwords;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Foaf;

/** The demo city behind a server on a free port; nobody gets in without signing in. */
final class City implements AutoCloseable {

    private final ApiServer api;

    private City(ApiServer api) {
        this.api = api;
    }

    static City open(Path data) {
        return open(data, Map.of());
    }

    /** The same with settings of its own. */
    static City open(Path data, Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of(
                "shuqi.open-on-loopback",
                false,
                Monday.SWITCH,
                "yes",
                // all these people share an address, and look faster than people do
                "shuqi.rates.open-requests",
                10_000,
                "shuqi.rates.open-burst",
                100_000,
                "shuqi.rates.requests",
                10_000,
                "shuqi.rates.burst",
                100_000));
        all.putAll(settings);
        var city = new City(ApiServer.with(data, all));
        try {
            city.fill();
        } catch (Refusal refused) {
            city.close();
            throw new IllegalStateException(refused.problem().toString(), refused);
        }
        return city;
    }

    private void fill() {
        var changes = api.bean(Changes.class);
        var quads = new ArrayList<Quad>();
        Demo.dataset().find().forEachRemaining(quads::add);
        changes.apply(new Change("demo", OptionalLong.empty(), now -> new Delta(List.of(), quads)), Caller.operator());
        var people = new ArrayList<Quad>();
        for (var person : Person.values()) {
            TestCallers.records(person.id(), person.appointments().toArray(Appointment[]::new)).stream()
                    .map(quad -> quad.getPredicate().equals(Foaf.name) ? shown(quad, person) : quad)
                    .forEach(people::add);
        }
        TestCallers.apply(changes, people);
        var passwords = api.bean(Passwords.class);
        for (var person : Person.values()) {
            passwords.choose(TestCallers.account(person.id()), Person.PASSWORD);
        }
    }

    private static Quad shown(Quad quad, Person person) {
        Node name = NodeFactory.createLiteralString(person.shown());
        return new Quad(quad.getGraph(), quad.getSubject(), quad.getPredicate(), name);
    }

    /** Where it answers; no slash at the end. */
    String origin() {
        return api.uri("").toString();
    }

    ApiServer api() {
        return api;
    }

    @Override
    public void close() {
        api.close();
    }
}
