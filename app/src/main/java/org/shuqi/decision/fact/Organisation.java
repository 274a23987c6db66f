package org.shuqi.decision.fact;

import java.util.List;
import org.shuqi.problem.Text;

/**
 * A party, or a collection of parties.
 *
 * @param iri who
 * @param real whether it is an organisation; a party collection is not
 * @param kinds kinds of organisation; exactly one if the record is sound
 * @param above the organisations directly above
 * @param collections the party collections it is directly part of
 * @param clearances levels it may hold; at most one if the record is sound
 * @param codes credit code and other identifiers
 * @param name name in both languages
 */
public record Organisation(
        int iri, boolean real, Ids kinds, Ids above, Ids collections, Ids clearances, List<String> codes, Text name)
        implements Fact {}
