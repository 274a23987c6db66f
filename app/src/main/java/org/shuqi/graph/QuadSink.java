package org.shuqi.graph;

import org.apache.jena.sparql.core.Quad;

/** Takes a change quad by quad. */
interface QuadSink {

    void removed(Quad quad);

    void added(Quad quad);
}
