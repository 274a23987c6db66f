package org.shuqi.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;

/**
 * Turns the content of a foreign file into records that the shapes can check.
 *
 * <p>A mapping says in our words what the file says in its own, and nothing else: what the file does not say is left
 * out, so that the shapes can name it as missing.
 */
@FunctionalInterface
public interface Mapping {

    /**
     * Reads the file and hands on what it says; triples outside a named graph are routed as those of any other file.
     *
     * @param baseIri start of every IRI that the mapping makes
     * @return what could not be carried over, one remark for each thing, in the order of the file
     * @throws org.shuqi.problem.Refusal MALFORMED if the file is not of this format
     */
    List<Remark> read(InputStream in, String baseIri, Consumer<Quad> to) throws IOException;
}
