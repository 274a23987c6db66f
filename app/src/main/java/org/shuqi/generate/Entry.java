package org.shuqi.generate;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A catalogue entry: a data set with all that decides who may have it.
 *
 * @param number its number
 * @param iri its IRI
 * @param code resource code
 * @param publisher who publishes it
 * @param matter what it describes
 * @param title Chinese title
 * @param attribute how it is shared
 * @param items its data items
 * @param theme its theme
 * @param scope who is offered it; empty unless conditional
 * @param purposes what it is offered for; empty unless conditional
 * @param methods how it is offered
 * @param issued day of publication, {@link Day#NEVER} if unpublished
 * @param withdrawn day of withdrawal, {@link Day#NEVER} if it stands
 */
record Entry(
        long number,
        Node iri,
        String code,
        Organisation publisher,
        Matter matter,
        String title,
        Attribute attribute,
        List<ItemKind> items,
        Node theme,
        List<Node> scope,
        List<Node> purposes,
        List<Node> methods,
        int issued,
        int withdrawn) {

    /** How an entry is shared. */
    enum Attribute {
        UNCONDITIONAL,
        CONDITIONAL,
        NOT_SHARED,
        /** Not shared on a basis that no longer suffices: entries from before the present law. */
        NOT_SHARED_LEGACY
    }

    Node item(ItemKind kind) {
        return Terms.iri(iri.getURI() + "/item/" + kind.name());
    }

    boolean hasPersonalData() {
        return items.stream().anyMatch(ItemKind::personal);
    }

    boolean isPublishedOn(int day) {
        return issued != Day.NEVER && issued <= day && (withdrawn == Day.NEVER || day < withdrawn);
    }
}
