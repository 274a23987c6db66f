package org.shuqi.proposal;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;

/**
 * A working copy, or what has become of it.
 *
 * @param id its name
 * @param iri its IRI
 * @param title what people call it
 * @param publisher the organisation that proposes; none if the record lacks it
 * @param status code of its status
 * @param version the version it was published as, if it was
 * @param edits what it changes, term by term
 * @param tag the revision that last changed it
 */
public record Proposal(
        String id,
        Node iri,
        Text title,
        Optional<Node> publisher,
        String status,
        Optional<String> version,
        List<TermDiff> edits,
        long tag) {

    public Proposal {
        edits = List.copyOf(edits);
    }

    /** Whether it may still be edited. */
    public boolean isDraft() {
        return status.equals("draft");
    }

    /** Whether it may still be published. */
    public boolean isOpen() {
        return isDraft() || status.equals("submitted");
    }

    /**
     * What is changed of one term or shape.
     *
     * @param term which
     * @param label what people call it, as proposed
     * @param isNew whether there was none before
     * @param isShape whether it is a shape
     * @param lines what is taken out, put in, and stays around it
     * @param stale whether what holds now is no longer what the edit starts from
     * @param rivals names of other working copies that change it too
     */
    public record TermDiff(
            Node term,
            Text label,
            boolean isNew,
            boolean isShape,
            List<Line> lines,
            boolean stale,
            List<String> rivals) {

        public TermDiff {
            lines = List.copyOf(lines);
            rivals = List.copyOf(rivals);
        }
    }

    /**
     * A line of a difference.
     *
     * @param change whether it is taken out, put in, or stays
     * @param text the line, in Turtle
     */
    public record Line(Change change, String text) {}

    /** What happens to a line. */
    public enum Change {
        REMOVED("-"),
        ADDED("+"),
        SAME(" ");

        private final String sign;

        Change(String sign) {
            this.sign = sign;
        }

        /** As differences are written everywhere. */
        public String sign() {
            return sign;
        }
    }
}
