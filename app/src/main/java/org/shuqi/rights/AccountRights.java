package org.shuqi.rights;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.access.Standing;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Trust;

/**
 * Who keeps accounts, what opens them, and appointments: security officers, each as far as they reach.
 *
 * <p>Whoever hands out a key to an account can be whoever the account is. So an officer has to reach every organisation in
 * which the account is appointed; and nobody appoints themselves, under whatever account.
 */
final class AccountRights {

    private static final Set<Role> OFFICER = Set.of(Role.SECURITY_OFFICER);
    private static final Set<Node> KEYS = Set.of(Trust.ApiKey, Trust.ClientCertificate);
    /** What an appointment is for. */
    private static final List<Node> BOUNDS = List.of(Org.organization, Dct.spatial);

    private final Caller caller;
    private final Graph registry;

    AccountRights(Caller caller, Graph registry) {
        this.caller = caller;
        this.registry = registry;
    }

    /** Whether records of the class are kept by security officers. */
    static boolean concern(Node type) {
        return type.equals(Trust.Account) || type.equals(Trust.Appointment) || KEYS.contains(type);
    }

    /** Whether the caller may write the record, as it stands in the registry. */
    boolean admit(Node record, Set<Node> types) {
        if (types.contains(Trust.Appointment)) {
            return reaches(record) && objects(record, Org.member).noneMatch(this::isCaller);
        }
        var accounts = types.contains(Trust.Account) ? Stream.of(record) : objects(record, Trust.ofAccount);
        return caller.is(Role.SECURITY_OFFICER)
                && accounts.allMatch(account -> appointments(account).allMatch(this::reaches));
    }

    private boolean isCaller(Node account) {
        return account.isURI()
                && (account.getURI().equals(caller.id())
                        || account.getURI().equals(caller.person())
                        || objects(account, Trust.actsFor).anyMatch(person -> person.getLiteralLexicalForm()
                                .equals(caller.person())));
    }

    private Stream<Node> appointments(Node account) {
        return registry.find(Node.ANY, Org.member, account).toList().stream()
                .map(triple -> triple.getSubject())
                .filter(appointment -> registry.contains(appointment, Rdf.type, Trust.Appointment));
    }

    private boolean reaches(Node appointment) {
        var bounds =
                BOUNDS.stream().flatMap(bound -> objects(appointment, bound)).toList();
        return bounds.isEmpty()
                ? caller.appointments().stream().anyMatch(held -> held.isEverywhere() && OFFICER.contains(held.role()))
                : bounds.stream().allMatch(bound -> Standing.of(bound, registry).isActedForBy(caller, OFFICER));
    }

    private Stream<Node> objects(Node subject, Node property) {
        return registry.find(subject, property, Node.ANY).toList().stream().map(triple -> triple.getObject());
    }
}
