package org.shuqi.web.cases;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Prov;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Said;

/** What each side of a dispute says: the one in the dispute, the other in its answer to the request that it is about. */
final class Positions {

    private final Look look;

    Positions(Look look) {
        this.look = look;
    }

    List<CasePage.Side> of(Node dispute) {
        var sides = new ArrayList<CasePage.Side>();
        var position = look.all(dispute, Dct.description).isEmpty()
                ? List.<Said>of()
                : look.said(dispute, Dct.description).stream().toList();
        var requests = look.all(dispute, Prov.wasDerivedFrom);
        for (var request : requests) {
            var asked = new ArrayList<Said>(position);
            look.said(request, Sq.usageBasis).ifPresent(asked::add);
            look.said(request, Sq.usageScenario).ifPresent(asked::add);
            look.said(request, Sq.necessity).ifPresent(asked::add);
            sides.add(new CasePage.Side(look.word("cases.side.requester"), look.links(request, Sq.requester), asked));
            var answered = new ArrayList<Said>();
            look.all(request, Sq.refusalGround).forEach(ground -> answered.add(look.name(ground)));
            look.said(request, Sq.refusalReason).ifPresent(answered::add);
            sides.add(new CasePage.Side(
                    look.word("cases.side.provider"),
                    CaseDesk.providers(look, request).stream().map(look::link).toList(),
                    answered));
        }
        if (requests.isEmpty() && !position.isEmpty()) {
            sides.add(new CasePage.Side(
                    look.word("cases.side.position"),
                    look.links(dispute, Sq.disputant).stream().limit(1).toList(),
                    position));
        }
        return sides;
    }
}
