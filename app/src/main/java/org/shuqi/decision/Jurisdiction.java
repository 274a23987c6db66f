package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Profile;

/**
 * What holds in the jurisdiction of the registry: its profile, and for what that leaves open the profiles it extends.
 *
 * @param iri of the profile
 * @param clearances clearance of an organisation without one
 * @param unconditionalNeedsReply whether unconditional data wait for an answered request
 * @param acceptsLocalNegativeList whether a basis below a State Council decision can forbid
 * @param forbidsOnward whether data may never be passed on
 * @param unconditionalReply time limit for the answer to a request for unconditional data
 * @param conditionalReply time limit for the answer to a request for conditional data
 * @param delivery time limit for delivery after consent
 */
record Jurisdiction(
        String iri,
        Ids clearances,
        boolean unconditionalNeedsReply,
        boolean acceptsLocalNegativeList,
        boolean forbidsOnward,
        Profile.Limit unconditionalReply,
        Profile.Limit conditionalReply,
        Profile.Limit delivery) {

    /** Order 809 Art 21 and 22, in working days. */
    private static final Profile.Limit REPLY = new Profile.Limit(1, 0);

    private static final Profile.Limit CONDITIONAL_REPLY = new Profile.Limit(10, 10);
    private static final Profile.Limit DELIVERY = new Profile.Limit(20, 0);

    static Jurisdiction of(Index index, String iri) {
        var line = line(index, index.id(iri));
        return new Jurisdiction(
                iri,
                first(line, profile -> Optional.of(profile.defaultClearances()).filter(some -> !some.isEmpty()))
                        .orElse(Ids.NONE),
                first(line, Profile::unconditionalNeedsReply).orElse(false),
                first(line, Profile::acceptsLocalNegativeList).orElse(false),
                first(line, Profile::forbidsOnward).orElse(false),
                limit(line, "unconditional-reply", REPLY),
                limit(line, "conditional-reply", CONDITIONAL_REPLY),
                limit(line, "delivery", DELIVERY));
    }

    /** The profile and all that it extends, nearest first. */
    private static List<Profile> line(Index index, int start) {
        var line = new ArrayList<>(index.profile(start).stream().toList());
        for (var next = 0; next < line.size(); next++) {
            line.get(next).parents().map(index::iri).stream()
                    .sorted()
                    .flatMap(parent -> index.profile(index.id(parent)).stream())
                    .filter(parent -> !line.contains(parent))
                    .forEach(line::add);
        }
        return line;
    }

    private static <T> Optional<T> first(List<Profile> line, Function<Profile, Optional<T>> part) {
        return line.stream().flatMap(profile -> part.apply(profile).stream()).findFirst();
    }

    private static Profile.Limit limit(List<Profile> line, String clock, Profile.Limit fallback) {
        return line.stream()
                .flatMap(profile -> Stream.ofNullable(profile.deadlines().get(clock)))
                .findFirst()
                .orElse(fallback);
    }
}
