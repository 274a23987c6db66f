package org.shuqi.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Odrl;

/**
 * One row of a life cycle.
 *
 * @param iri the step
 * @param code its name within the life cycle
 * @param label its name for people
 * @param from the statuses in which it can be taken
 * @param to the status it leads to
 * @param parties who may take it, as concepts of the code list {@code acting-party}
 * @param roles in which roles; any if empty
 * @param contents what it needs and brings
 * @param effects what it writes
 * @param others steps that another person must have taken
 * @param basis the articles it rests on
 */
record Step(
        Node iri,
        String code,
        Text label,
        Set<Node> from,
        Node to,
        Set<Node> parties,
        Set<Node> roles,
        Contents contents,
        Effects effects,
        Set<Node> others,
        List<Node> basis) {

    Step {
        from = Set.copyOf(from);
        parties = Set.copyOf(parties);
        roles = Set.copyOf(roles);
        others = Set.copyOf(others);
        basis = List.copyOf(basis);
    }

    /**
     * What has to be there.
     *
     * @param needs properties that the record must have afterwards
     * @param takes further properties that may be given with the step
     * @param needsNote whether a note must be given
     * @param noteProperty where the note goes besides the step itself
     * @param conditions what must hold of the registry afterwards
     */
    record Contents(
            Set<Node> needs,
            Set<Node> takes,
            boolean needsNote,
            Optional<Node> noteProperty,
            List<Condition> conditions) {
        Contents {
            needs = Set.copyOf(needs);
            takes = Set.copyOf(takes);
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * What the step writes into the record.
     *
     * @param stamps properties that get the instant
     * @param clears properties that lose their values
     * @param sets values to write
     * @param opens parts to add
     * @param closes parts to end
     * @param endsPredecessor whether the agreement that this one replaces ends
     * @param joining whether who takes the step becomes a recipient, or is one no longer
     */
    record Effects(
            Set<Node> stamps,
            Set<Node> clears,
            List<Setting> sets,
            List<Part> opens,
            List<Part> closes,
            boolean endsPredecessor,
            Optional<Joining.Way> joining) {
        Effects {
            stamps = Set.copyOf(stamps);
            clears = Set.copyOf(clears);
            sets = List.copyOf(sets);
            opens = List.copyOf(opens);
            closes = List.copyOf(closes);
        }
    }

    /** A value: fixed, or copied from another property of the record. */
    record Setting(Node property, Optional<Node> value, Optional<Node> copiedFrom) {}

    /**
     * A part that a step adds to the record, or ends.
     *
     * @param property from the record to the part
     * @param type its class
     * @param stamps properties that get the instant
     * @param party property that gets the party, if any does
     * @param note property that gets the note, if any does
     * @param copies properties taken over from the record
     * @param takes properties given with the step that belong to the part, not to the record
     * @param sets fixed values
     * @param onlyIf condition without which the part is not added
     */
    record Part(
            Node property,
            Node type,
            Set<Node> stamps,
            Optional<Node> party,
            Optional<Node> note,
            Set<Node> copies,
            Set<Node> takes,
            List<Setting> sets,
            Optional<Condition> onlyIf) {
        Part {
            stamps = Set.copyOf(stamps);
            copies = Set.copyOf(copies);
            takes = Set.copyOf(takes);
            sets = List.copyOf(sets);
        }
    }

    /** The properties of the record that the step may change. */
    Set<Node> mayChange() {
        var all = new java.util.HashSet<Node>();
        all.addAll(contents.needs());
        all.addAll(contents.takes());
        contents.noteProperty().ifPresent(all::add);
        all.addAll(effects.stamps());
        all.addAll(effects.clears());
        effects.sets().forEach(setting -> all.add(setting.property()));
        effects.opens().forEach(part -> all.add(part.property()));
        effects.closes().forEach(part -> all.add(part.property()));
        effects.joining().ifPresent(way -> all.add(Odrl.permission));
        return all;
    }
}
