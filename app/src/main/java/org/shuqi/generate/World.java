package org.shuqi.generate;

import static org.shuqi.generate.Entry.Attribute.CONDITIONAL;
import static org.shuqi.generate.Entry.Attribute.NOT_SHARED;
import static org.shuqi.generate.Entry.Attribute.NOT_SHARED_LEGACY;
import static org.shuqi.generate.Entry.Attribute.UNCONDITIONAL;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * Every organisation and every catalogue entry of one generated registry, worked out when asked for.
 *
 * <p>Governments are numbered country, provinces, cities, counties; each has one organisation of each kind. The entries
 * of one department are numbered in a row, and so are those of one government.
 */
final class World {

    private final Size size;
    private final long seed;
    private final String base;
    private final Bureau[] byWeight;
    private final int[] weightBefore;
    private final Place[] places;

    World(Size size, long seed, String base) {
        this.size = size;
        this.seed = seed;
        this.base = base;
        this.weightBefore = new int[size.kinds() + 1];
        var slots = new ArrayList<Bureau>();
        for (int kind = 0; kind < size.kinds(); kind++) {
            var bureau = Bureau.values()[kind];
            for (int share = 0; share < bureau.weight(); share++) {
                slots.add(bureau);
            }
            weightBefore[kind + 1] = slots.size();
        }
        this.byWeight = slots.toArray(new Bureau[0]);
        this.places = new Place[size.governments()];
        for (int government = 0; government < places.length; government++) {
            places[government] = place(government, size);
        }
    }

    Size size() {
        return size;
    }

    Dice dice(String what, long number) {
        return Dice.of(seed, what, number);
    }

    /** An IRI under the base. */
    Node iri(String path) {
        return Terms.iri(base + path);
    }

    Node graph(String path) {
        return Terms.iri(base + "graph/" + path);
    }

    Place place(int government) {
        return places[government];
    }

    private static Place place(int government, Size size) {
        if (government == 0) {
            return new Place(0, 0, "示例国", "99000000", 0);
        }
        int province = government - 1;
        if (province < size.provinces()) {
            return new Place(government, 1, Place.invent(province) + "省", code(province + 1, 0, 0), 0);
        }
        int city = province - size.provinces();
        if (city < size.cities()) {
            int above = city % size.provinces();
            var code = code(above + 1, city / size.provinces() + 1, 0);
            return new Place(government, 2, Place.invent(province) + "市", code, 1 + above);
        }
        int county = city - size.cities();
        int above = county % size.cities();
        var code = code(above % size.provinces() + 1, above / size.provinces() + 1, county / size.cities() + 1);
        return new Place(government, 3, Place.invent(province) + "县", code, 1 + size.provinces() + above);
    }

    private static String code(int province, int city, int county) {
        return "99%02d%02d%02d".formatted(province, city, county);
    }

    Node division(Place place) {
        return iri("division/" + place.code());
    }

    Organisation organisation(int number) {
        var bureau = Bureau.values()[number % size.kinds()];
        var place = place(number / size.kinds());
        return new Organisation(number, iri("organization/" + slug(bureau, place)), bureau, place);
    }

    Organisation organisation(Bureau bureau, int government) {
        return organisation(government * size.kinds() + bureau.ordinal());
    }

    private static String slug(Bureau bureau, Place place) {
        return place.code() + "-" + bureau.slug();
    }

    /** The number of the first entry of a department; equal to that of the next one if it has none. */
    long firstEntry(Organisation department) {
        int government = department.place().index();
        long first = firstOf(government);
        long block = firstOf(government + 1) - first;
        return first + ceil(weightBefore[department.bureau().ordinal()] * block, byWeight.length);
    }

    /** The number after that of the last entry of a department. */
    long afterLastEntry(Organisation department) {
        int government = department.place().index();
        long first = firstOf(government);
        long block = firstOf(government + 1) - first;
        return first + ceil(weightBefore[department.bureau().ordinal() + 1] * block, byWeight.length);
    }

    private long firstOf(int government) {
        return ceil(government * size.datasets(), size.governments());
    }

    private static long ceil(long number, long by) {
        return (number + by - 1) / by;
    }

    Entry entry(long number) {
        int government = (int) (number * size.governments() / size.datasets());
        long first = firstOf(government);
        long block = firstOf(government + 1) - first;
        var bureau = byWeight[(int) ((number - first) * byWeight.length / block)];
        var publisher = organisation(bureau, government);
        return entry(number, publisher, number - firstEntry(publisher));
    }

    /** The entry of a publisher by its place in the publisher's catalogue. */
    Entry entry(long number, Organisation publisher, long inCatalogue) {
        var dice = dice("entry", number);
        var attribute = attribute(dice.below(1000));
        var matter = matter(attribute, dice);
        var code = code(publisher, inCatalogue + 1);
        var iri = iri("dataset/" + code.replace('/', '-'));
        var conditional = attribute == CONDITIONAL;
        var issued = issued(attribute, dice);
        return new Entry(
                number,
                iri,
                code,
                publisher,
                matter,
                title(publisher.bureau(), matter, inCatalogue),
                attribute,
                items(matter, attribute, dice),
                theme(publisher, matter, conditional, dice),
                conditional ? scope(publisher, dice) : List.of(),
                conditional ? purposes(dice) : List.of(),
                methods(matter, dice),
                issued,
                issued != Day.NEVER && dice.percent(2)
                        ? dice.between(Day.of(2026, 1, 1), Day.of(2026, 12, 1))
                        : Day.NEVER);
    }

    /** A resource code: 3 for a department's own data, the kind of department, and the number in its catalogue. */
    private static String code(Organisation publisher, long number) {
        return 3
                + Integer.toString(100 + publisher.bureau().ordinal()).substring(1)
                + "001G"
                + publisher.place().code()
                + '/'
                + Long.toString(1_000_000 + number).substring(1);
    }

    private static Entry.Attribute attribute(int draw) {
        if (draw < 550) {
            return UNCONDITIONAL;
        }
        return draw < 950 ? CONDITIONAL : draw < 980 ? NOT_SHARED : NOT_SHARED_LEGACY;
    }

    private static Matter matter(Entry.Attribute attribute, Dice dice) {
        int draw = dice.below(100);
        return switch (attribute) {
            case UNCONDITIONAL -> draw < 8 ? Matter.PERSON : draw < 50 ? Matter.ENTERPRISE : Matter.THING;
            case CONDITIONAL -> draw < 70 ? Matter.PERSON : draw < 92 ? Matter.ENTERPRISE : Matter.THING;
            case NOT_SHARED, NOT_SHARED_LEGACY -> draw < 50 ? Matter.PERSON : Matter.ENTERPRISE;
        };
    }

    private static int issued(Entry.Attribute attribute, Dice dice) {
        if (attribute == NOT_SHARED_LEGACY) {
            return dice.between(Day.of(2019, 1, 1), Day.of(2025, 7, 1));
        }
        return dice.percent(1) ? Day.NEVER : dice.between(Day.of(2024, 1, 1), Day.of(2026, 3, 1));
    }

    private static String title(Bureau bureau, Matter matter, long number) {
        int small = (int) number;
        var round = small / 20 == 0 ? "" : "（" + (small / 20 + 1) + "）";
        return bureau.subject(matter, small) + matter.aspect(small / 2) + "信息" + round;
    }

    private static List<ItemKind> items(Matter matter, Entry.Attribute attribute, Dice dice) {
        var all = matter.items();
        int wanted = 3 + dice.below(4) + dice.below(6);
        var chosen = new ArrayList<ItemKind>(wanted);
        for (int i = 0; i < all.size(); i++) {
            var item = all.get(i);
            boolean drawn = dice.below(all.size() - i) < wanted - chosen.size();
            boolean rare = item.nature() == ItemKind.RARE && !dice.percent(2);
            boolean tooMuch = item.sensitive() && attribute == UNCONDITIONAL;
            if (drawn && !rare && !tooMuch) {
                chosen.add(item);
            }
        }
        return chosen.isEmpty() ? List.of(all.get(0)) : List.copyOf(chosen);
    }

    private static Node theme(Organisation publisher, Matter matter, boolean conditional, Dice dice) {
        var bureau = publisher.bureau();
        if (bureau == Bureau.STATISTICS && matter != Matter.THING) {
            return Terms.MICRODATA;
        }
        if (conditional && publisher.place().level() < 2 && dice.percent(30)) {
            return Terms.VERTICAL;
        }
        if (matter == Matter.THING || dice.percent(60)) {
            return bureau.theme();
        }
        return matter == Matter.PERSON ? Terms.POPULATION : Terms.ENTERPRISE;
    }

    private List<Node> scope(Organisation publisher, Dice dice) {
        int draw = dice.below(100);
        if (draw < 40) {
            return List.of(Terms.DEPARTMENTS);
        }
        if (draw < 60) {
            return List.of(frontDesk(publisher.place()));
        }
        var named = new ArrayList<Node>();
        for (int i = dice.between(1, 6); i > 0; i--) {
            var neighbour = neighbour(publisher, dice).iri();
            if (!named.contains(neighbour)) {
                named.add(neighbour);
            }
        }
        return List.copyOf(named);
    }

    /** Another organisation of the same government that the national rules know. */
    Organisation neighbour(Organisation self, Dice dice) {
        while (true) {
            var other = organisation(self.place().index() * size.kinds() + 1 + dice.below(size.kinds() - 1));
            if (other.bureau().isNational() && other.index() != self.index()) {
                return other;
            }
        }
    }

    /** The collection of a government's agencies that serve people at a counter. */
    Node frontDesk(Place place) {
        return iri("organization/" + place.code() + "-front-desk");
    }

    private static List<Node> purposes(Dice dice) {
        var first = dice.oneOf(Terms.PURPOSES);
        var second = dice.oneOf(Terms.PURPOSES);
        return first.equals(second) ? List.of(first) : List.of(first, second);
    }

    private static List<Node> methods(Matter matter, Dice dice) {
        if (matter == Matter.THING) {
            return dice.percent(50) ? List.of(Terms.QUERY, Terms.BATCH, Terms.FILE) : List.of(Terms.FILE, Terms.QUERY);
        }
        return dice.percent(50) ? List.of(Terms.VERIFY, Terms.QUERY) : List.of(Terms.VERIFY, Terms.QUERY, Terms.BATCH);
    }
}
