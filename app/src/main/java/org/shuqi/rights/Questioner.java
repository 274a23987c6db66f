package org.shuqi.rights;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;

/**
 * About whom somebody may ask, and which records may be named to them; for one request, on whatever threads.
 *
 * <p>About an organisation that one is appointed in, or that lies below it, one may ask: what it receives and what it
 * provides. About others only with a role that is there for it and reaches them.
 */
public final class Questioner {

    private static final Set<Role> ASKING =
            Set.of(Role.AUTHORITY_REVIEWER, Role.AUDITOR, Role.REGISTRAR, Role.PLATFORM_OPERATOR, Role.SYSTEM_CLIENT);

    private final Caller caller;
    private final Rights rights;
    private final Store whole;
    private final OptionalLong knownAt;
    private final Map<String, Boolean> concerned = new ConcurrentHashMap<>();
    private final Map<String, Boolean> hidden = new ConcurrentHashMap<>();

    Questioner(Caller caller, Rights rights, Store whole, OptionalLong knownAt) {
        this.caller = caller;
        this.rights = rights;
        this.whole = whole;
        this.knownAt = knownAt;
    }

    /** Whether they may ask what the recipient receives from one of the providers. */
    public boolean mayAsk(String recipient, Collection<String> providers) {
        return isConcerned(recipient) || providers.stream().anyMatch(this::isConcerned);
    }

    private boolean isConcerned(String organization) {
        var known = concerned.get(organization);
        if (known == null) {
            known = reaches(NodeFactory.createURI(organization));
            concerned.put(organization, known);
        }
        return known;
    }

    private boolean reaches(Node organization) {
        try (var now = whole.read()) {
            return caller.appointments().stream()
                    .filter(Questioner::asks)
                    .anyMatch(appointment -> rights.reaches(appointment, organization, now));
        }
    }

    private static boolean asks(Appointment appointment) {
        return appointment.organization().isPresent() || ASKING.contains(appointment.role());
    }

    /** Those of the IRIs that stand for something which they may not read. */
    public Set<String> hidden(Collection<String> iris) {
        var open = new HashSet<>(iris);
        open.removeAll(hidden.keySet());
        if (!open.isEmpty()) {
            look(open);
        }
        var found = new HashSet<String>();
        iris.stream().filter(iri -> hidden.getOrDefault(iri, true)).forEach(found::add);
        return found;
    }

    /** Whether they may ask about the dataset by its name: its entry is readable, or it is not itself guarded. */
    public boolean mayName(String dataset) {
        var now = whole.revision();
        var naming = new Rights.Naming(caller, dataset, knownAt.orElse(now), now);
        return rights.found(naming).orElseGet(() -> finds(naming));
    }

    private boolean finds(Rights.Naming naming) {
        try (var then = knownAt.isPresent() ? whole.readAt(knownAt.getAsLong()) : whole.read();
                var now = whole.read()) {
            var node = NodeFactory.createURI(naming.dataset());
            var may = hidden(Set.of(naming.dataset())).isEmpty()
                    || (!rights.isGuarded(node, caller, then) && !rights.isGuarded(node, caller, now));
            // a commit in between has made it the answer of another revision
            if (then.revision() == naming.then() && now.revision() == naming.now()) {
                rights.keep(naming, may);
            }
            return may;
        }
    }

    private void look(Set<String> iris) {
        try (var then = knownAt.isPresent() ? whole.readAt(knownAt.getAsLong()) : whole.read();
                var now = whole.read()) {
            var seen = then.seenBy(rights.sight(caller, then)).seenBy(rights.sight(caller, now));
            iris.forEach(iri -> hidden.put(iri, isHidden(iri, then, seen)));
        }
    }

    /** What nobody describes is no record, and may be named. */
    private static boolean isHidden(String iri, Snapshot whole, Snapshot seen) {
        var node = NodeFactory.createURI(iri);
        return whole.union().contains(node, Node.ANY, Node.ANY) && !seen.union().contains(node, Node.ANY, Node.ANY);
    }
}
