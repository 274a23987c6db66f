package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import org.shuqi.decision.fact.Item;

/** The items of a hearing by what is known of them: those of one sort, of which nobody speaks by name, stand alike. */
final class Docket {

    private final Hearing hearing;
    private final List<Matter> matters = new ArrayList<>(4);

    Docket(Hearing hearing) {
        this.hearing = hearing;
    }

    /** One matter for all items that stand alike, in the order of the first of each. */
    static List<Matter> matters(Hearing hearing, List<Item> items) {
        var docket = new Docket(hearing);
        items.forEach(docket::place);
        return docket.matters;
    }

    /** The matter of the item, or of another one of which the same is known. */
    Matter matter(Item item) {
        return matters.get(place(item));
    }

    Matter at(int place) {
        return matters.get(place);
    }

    /** The place of that matter among those that differ; the next free one if there was none. */
    int place(Item item) {
        for (var place = 0; place < matters.size(); place++) {
            var first = matters.get(place).item();
            if (first.traits() == item.traits() && hearing.isAlike(item, first)) {
                return place;
            }
        }
        matters.add(new Matter(hearing, item));
        return matters.size() - 1;
    }
}
