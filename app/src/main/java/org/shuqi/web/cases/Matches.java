package org.shuqi.web.cases;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shuqi.supervision.Supervision;
import org.shuqi.supervision.ThreeLists;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;

/** What may meet a demand, or which demands a responsibility may meet, with the points of the match. */
@Singleton
final class Matches {

    private static final int MOST = 10;

    private final Office office;
    private final Supervision supervision;

    Matches(Office office, Supervision supervision) {
        this.office = office;
        this.supervision = supervision;
    }

    List<Crumb> of(String id, Look look) {
        var entry = office.records().iri(org.shuqi.record.RecordKind.LISTS, id);
        if (look.isA(entry, Sq.NegativeListEntry)) {
            return List.of();
        }
        var question = new ThreeLists.Question(Optional.empty(), Optional.empty(), OptionalLong.empty());
        return supervision.lists().matches(id, question).rows().stream()
                .limit(MOST)
                .map(match -> new Crumb(
                        new Said(
                                look.view().t("cases.lists.match", look.view().t(match.name()), match.score()),
                                Drafts.language(look.view().t(match.name()))),
                        look.link(match.entry()).address()))
                .filter(link -> !link.address().isEmpty())
                .toList();
    }
}
