package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.GrantList;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Party;
import org.shuqi.decision.fact.Traits;

/** Finds the grants from a provider to a recipient: among those over the data or, if they are fewer, all of the recipient's. */
final class Grants {

    /** So few grants over the data are gone through without looking whether the recipient has fewer. */
    private static final int FEW = 32;

    private final Hearing hearing;
    private final Index index;
    private final Party giver;
    private final Party recipient;
    private final List<Grant> found = new ArrayList<>(0);

    Grants(Hearing hearing, Party giver) {
        this.hearing = hearing;
        this.index = hearing.index();
        this.giver = giver;
        this.recipient = hearing.recipient();
    }

    /** Those on file, with what the hearing supposes in their place or beside them. */
    List<Grant> relevant() {
        var over = overTheData();
        if (!over.isEmpty()) {
            var size = size(over);
            addAll(size <= FEW ? over : fewer(over, size));
        }
        return hearing.supposed().grants().isEmpty() ? found : with(found, hearing.supposed());
    }

    /** Those of the hearing, with others supposed than it supposes. */
    List<Grant> with(Supposed supposed) {
        return with(hearing.grants(), supposed);
    }

    private List<Grant> with(List<Grant> known, Supposed supposed) {
        var all = new ArrayList<Grant>(known.size() + supposed.grants().size());
        for (var grant : known) {
            if (!supposed.replaces(grant)) {
                all.add(grant);
            }
        }
        for (var grant : supposed.grants()) {
            if (isBetween(grant)) {
                all.add(grant);
            }
        }
        return all;
    }

    private List<List<Grant>> fewer(List<List<Grant>> over, int size) {
        var received = new ArrayList<List<Grant>>(2);
        gather(received, recipient.all());
        return size(received) < size ? received : over;
    }

    private static int size(List<List<Grant>> lists) {
        var size = 0;
        for (var list : lists) {
            size += list.size();
        }
        return size;
    }

    private List<List<Grant>> overTheData() {
        var over = new ArrayList<List<Grant>>(0);
        gather(over, hearing.dataset().iri());
        gatherOver(over, hearing.themes());
        gatherOver(over, hearing.catalogues());
        var items = hearing.question().items();
        for (var place = 0; place < items.size(); place++) {
            gather(over, items.get(place).iri());
            var traits = items.get(place).traits();
            if (place == 0 || traits != items.get(place - 1).traits()) {
                gatherOver(over, traits);
            }
        }
        return over;
    }

    private void gatherOver(List<List<Grant>> over, Traits traits) {
        gatherOver(over, traits.levels());
        gatherOver(over, index.lineOfConcepts(traits.classes()).all());
    }

    private void gatherOver(List<List<Grant>> over, Ids assets) {
        for (var place = 0; place < assets.size(); place++) {
            gather(over, assets.at(place));
        }
    }

    private void gather(List<List<Grant>> over, int asset) {
        var grants = index.grantsOn(asset);
        if (!grants.isEmpty()) {
            over.add(grants);
        }
    }

    private void gather(List<List<Grant>> received, Ids parties) {
        for (var place = 0; place < parties.size(); place++) {
            var grants = index.grantsTo(parties.at(place));
            if (!grants.isEmpty()) {
                received.add(grants);
            }
        }
    }

    private void addAll(List<List<Grant>> lists) {
        for (var list : lists) {
            for (var place = 0; place < list.size(); place++) {
                if (list instanceof GrantList over && !over.mayBeFor(place, recipient.all())) {
                    continue;
                }
                var grant = list.get(place);
                if (isBetween(grant) && !found.contains(grant)) {
                    found.add(grant);
                }
            }
        }
    }

    private boolean isBetween(Grant grant) {
        return grant.usable()
                && giver.isAmong(grant.assigners(), false)
                && recipient.isAmong(grant.reach().assignees(), grant.subordinates());
    }
}
