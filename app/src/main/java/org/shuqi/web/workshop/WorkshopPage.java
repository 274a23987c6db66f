package org.shuqi.web.workshop;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.form.FormView;

/**
 * The workshop.
 *
 * @param shapes names of the shapes to begin with
 * @param chosen the one begun with; empty text for none
 * @param shape the shape as written
 * @param data the data as written
 * @param faults what is wrong with what was written
 * @param report what the shape says of the data, once it was asked
 * @param live what it would say of the records there are, once it was asked
 * @param previews the form that the shape would draw, in each language; none if it draws none
 */
public record WorkshopPage(
        List<String> shapes,
        String chosen,
        String shape,
        String data,
        List<Fault> faults,
        Optional<Report> report,
        Optional<Live> live,
        List<Preview> previews) {

    /**
     * The form in one language.
     *
     * @param view in that language
     * @param form with nothing filled in
     */
    public record Preview(View view, FormView form) {}

    /**
     * What the shape says of the data.
     *
     * @param nodes how many nodes it is about
     * @param findings what it found
     */
    public record Report(long nodes, List<Finding> findings) {}

    /**
     * One finding, in both languages.
     *
     * @param severity violation, warning or info
     * @param focus the node
     * @param path the property
     * @param value the value at fault
     * @param zh what a Chinese clerk is told
     * @param en what an English reader is told
     */
    public record Finding(String severity, String focus, String path, String value, Said zh, Said en) {}

    /**
     * What the shape would say of the records there are, as far as the reader may read them.
     *
     * @param records how many it would be about
     * @param failing how many of them would break it
     * @param warned how many it would warn about
     * @param first the first that would break it
     */
    public record Live(long records, long failing, long warned, List<Finding> first) {}
}
