package org.shuqi.generate;

/** Every mandate, return flow, prohibition and suspension of one generated registry, worked out when asked for. */
final class Norms {

    private static final int TRIES = 12;

    private final World world;
    private final Grants grants;

    Norms(World world, Grants grants) {
        this.world = world;
        this.grants = grants;
    }

    /**
     * What goes from an entry's publisher to a recipient.
     *
     * @param name the norm's part of its IRI
     * @param entry the entry
     * @param recipient who receives
     */
    record Flow(String name, Entry entry, Organisation recipient) {}

    int prohibitions() {
        return (int) Math.max(3, Math.min(20_000, world.size().datasets() / 400));
    }

    Entry prohibited(int number) {
        return grants.drawn(world.dice("prohibited", number), Entry.Attribute.CONDITIONAL);
    }

    /** What a department must give the social security office of its own government. */
    Flow mandate(int number) {
        var dice = world.dice("mandate", number);
        var wanted = number % 4 == 3 ? Entry.Attribute.NOT_SHARED_LEGACY : Entry.Attribute.CONDITIONAL;
        var entry = grants.drawn(dice, wanted);
        var recipient = world.organisation(
                Bureau.SOCIAL_SECURITY, entry.publisher().place().index());
        return new Flow("mandate-" + (number + 1), entry, recipient);
    }

    /** What a national or provincial department gives back to the one below about that one's own region. */
    Flow returnFlow(int number) {
        var dice = world.dice("return", number);
        int government = 1 + dice.below(world.size().governments() - 1);
        int above = world.place(government).parent();
        var publisher = publishing(above, dice);
        long first = world.firstEntry(publisher);
        var entry = world.entry(first + dice.below(world.afterLastEntry(publisher) - first));
        return new Flow("return-" + (number + 1), entry, world.organisation(publisher.bureau(), government));
    }

    /** A recipient that may receive nothing from the publisher of the entry for a while. */
    Flow suspension(int number) {
        var dice = world.dice("suspension", number);
        var entry = grants.drawn(dice, Entry.Attribute.UNCONDITIONAL);
        return new Flow("suspension-" + (number + 1), entry, world.neighbour(entry.publisher(), dice));
    }

    private Organisation publishing(int government, Dice dice) {
        for (int tries = 0; tries < TRIES; tries++) {
            var bureau = Bureau.values()[1 + dice.below(world.size().kinds() - 1)];
            var organisation = world.organisation(bureau, government);
            if (bureau.isNational() && world.firstEntry(organisation) < world.afterLastEntry(organisation)) {
                return organisation;
            }
        }
        return world.entry(0).publisher();
    }
}
