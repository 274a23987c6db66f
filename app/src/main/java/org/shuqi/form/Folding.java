package org.shuqi.form;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * Shows a record to a form in plainer statements than it is kept in, and turns what was filled in back. What was left as it
 * was shown has to come back as it was kept.
 */
public interface Folding {

    /** Nothing is shown otherwise than it is kept. */
    Folding NONE = new Folding() {
        @Override
        public Graph open(Node record, Graph kept) {
            return kept;
        }

        @Override
        public Graph close(Node record, Graph filled, Graph kept) {
            return filled;
        }
    };

    /** What the form is filled in with, of what the record says; the graph that is given is not changed. */
    Graph open(Node record, Graph kept);

    /**
     * What the record is to say.
     *
     * @param filled what was filled in, in the plain statements; may be changed
     * @param kept what the record said before
     */
    Graph close(Node record, Graph filled, Graph kept);
}
