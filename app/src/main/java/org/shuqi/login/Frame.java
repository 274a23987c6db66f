package org.shuqi.login;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;

/** What the pages of this room stand in. The room of the pages, which is above this one, gives it. */
public interface Frame {

    /**
     * A name as the reader is to see it.
     *
     * @param language its language tag; empty for a code
     */
    record Name(String text, String language) {}

    /** The language of the reader. */
    Locale language(HttpRequest<?> request);

    /** What the registry calls something. */
    Name name(HttpRequest<?> request, Node thing);

    /**
     * A whole page.
     *
     * @param html what stands below the heading, with everything in it escaped
     */
    MutableHttpResponse<byte[]> page(HttpRequest<?> request, HttpStatus status, Text title, String html);
}
