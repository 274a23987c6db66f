package org.shuqi.generate;

import static org.shuqi.generate.Grant.State.DRAFT;
import static org.shuqi.generate.Grant.State.EXPIRED;
import static org.shuqi.generate.Grant.State.IN_FORCE;
import static org.shuqi.generate.Grant.State.REFUSED;
import static org.shuqi.generate.Grant.State.SUSPENDED;
import static org.shuqi.generate.Grant.State.TERMINATED;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;

/** Every agreement and every request of one generated registry, worked out when asked for. */
final class Grants {

    private static final int TRIES = 12;

    private final World world;

    Grants(World world) {
        this.world = world;
    }

    Grant agreement(long number) {
        var dice = world.dice("agreement", number);
        var entry = drawn(dice, Entry.Attribute.CONDITIONAL);
        var entries = withNeighbours(entry, dice);
        var state = agreementState(dice.below(100));
        int from = from(state, dice);
        int until = state == EXPIRED ? dice.between(from + 60, Day.TODAY - 10) : Day.TODAY + dice.between(120, 1000);
        var code = "A-G" + (number + 1);
        return new Grant(
                number,
                world.iri("agreement/" + code),
                code,
                entries,
                entries.size() > 1 || dice.percent(45) ? List.of() : some(entry.items(), dice),
                recipients(entry.publisher(), dice),
                purposes(entry, dice),
                dice.percent(60) ? List.of() : List.of(Terms.VERIFY, Terms.QUERY),
                from,
                until,
                state,
                dice.between(Day.TODAY - 60, Day.TODAY - 5));
    }

    Grant request(long number) {
        var dice = world.dice("request", number);
        var entry = drawn(dice, dice.percent(80) ? Entry.Attribute.CONDITIONAL : Entry.Attribute.UNCONDITIONAL);
        var state = requestState(dice.below(100));
        int from = from(state, dice);
        int until = state == EXPIRED ? dice.between(from + 60, Day.TODAY - 10) : Day.TODAY + dice.between(60, 700);
        var code = "R-G" + (number + 1);
        return new Grant(
                number,
                world.iri("request/" + code),
                code,
                List.of(entry),
                dice.percent(60) ? List.of() : some(entry.items(), dice),
                List.of(world.neighbour(entry.publisher(), dice)),
                List.of(dice.oneOf(entry.purposes().isEmpty() ? Terms.PURPOSES : entry.purposes())),
                List.of(),
                from,
                until,
                state,
                Day.NEVER);
    }

    /** A published entry, of the wanted attribute if a few draws find one. */
    Entry drawn(Dice dice, Entry.Attribute wanted) {
        var entry = world.entry(dice.below(world.size().datasets()));
        for (int tries = 0; tries < TRIES; tries++) {
            if (entry.attribute() == wanted && entry.isPublishedOn(Day.TODAY)) {
                return entry;
            }
            entry = world.entry(dice.below(world.size().datasets()));
        }
        return entry;
    }

    private List<Entry> withNeighbours(Entry entry, Dice dice) {
        var entries = new ArrayList<Entry>(List.of(entry));
        long after = world.afterLastEntry(entry.publisher());
        for (int more = dice.percent(20) ? dice.between(1, 4) : 0; more > 0; more--) {
            long next = entry.number() + entries.size();
            if (next < after) {
                entries.add(world.entry(next));
            }
        }
        return List.copyOf(entries);
    }

    /** Mostly a neighbour; now and then a court, a party organ, the department above or below. */
    private List<Organisation> recipients(Organisation provider, Dice dice) {
        int draw = dice.below(100);
        int government = provider.place().index();
        if (draw < 6) {
            return List.of(world.organisation(Bureau.PARTY_COMMITTEE, government));
        }
        if (draw < 10 && provider.bureau() != Bureau.COURT) {
            return List.of(world.organisation(Bureau.COURT, government));
        }
        if (draw < 20 && government > 0) {
            return List.of(
                    world.organisation(provider.bureau(), provider.place().parent()));
        }
        var first = world.neighbour(provider, dice);
        var second = world.neighbour(provider, dice);
        return draw < 85 || first.equals(second) ? List.of(first) : List.of(first, second);
    }

    private static List<Node> purposes(Entry entry, Dice dice) {
        var offered = entry.purposes().isEmpty() ? Terms.PURPOSES : entry.purposes();
        return dice.percent(10) ? List.of() : List.of(dice.oneOf(offered));
    }

    private static List<ItemKind> some(List<ItemKind> items, Dice dice) {
        var chosen = new ArrayList<ItemKind>();
        for (var item : items) {
            if (dice.percent(60)) {
                chosen.add(item);
            }
        }
        return chosen.isEmpty() ? List.of(items.get(0)) : List.copyOf(chosen);
    }

    private static Grant.State agreementState(int draw) {
        if (draw < 72) {
            return IN_FORCE;
        }
        if (draw < 78) {
            return SUSPENDED;
        }
        return draw < 84 ? TERMINATED : draw < 92 ? EXPIRED : DRAFT;
    }

    private static Grant.State requestState(int draw) {
        if (draw < 65) {
            return IN_FORCE;
        }
        return draw < 75 ? EXPIRED : draw < 88 ? REFUSED : DRAFT;
    }

    private static int from(Grant.State state, Dice dice) {
        int latest = state == EXPIRED ? Day.TODAY - 120 : Day.TODAY - 70;
        return dice.between(Day.of(2025, 8, 1), latest);
    }
}
