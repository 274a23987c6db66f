package org.shuqi.review;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The findings of one review in a temporary file, a line each: what filters ask for, parted by tabs, and the finding as JSON.
 *
 * <p>Memory stays flat however many there are.
 */
final class Spool implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FORM = new TypeReference<>() {};
    private static final int CELLS = 4;

    private final Path file;
    private final long revision;
    private final Instant at;

    private Spool(Path file, long revision, Instant at) {
        this.file = file;
        this.revision = revision;
        this.at = at;
    }

    static Spool of(Reviews reviews, Instant at, long revision) {
        try {
            var file = Files.createTempFile("shuqi-review", ".tsv");
            file.toFile().deleteOnExit();
            try (var out = Files.newBufferedWriter(file)) {
                var scope = new Reviews.Scope(
                        EnumSet.noneOf(FindingKind.class), Optional.of(at.toString()), OptionalLong.of(revision));
                reviews.review(scope, finding -> write(finding, out));
            } catch (RuntimeException | Error failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
            return new Spool(file, revision, at);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(Finding finding, BufferedWriter out) {
        try {
            out.write(String.join(
                    "\t",
                    finding.kind().name(),
                    String.join(" ", finding.records()),
                    String.join(" ", finding.organizations()),
                    JSON.writeValueAsString(FindingForm.of(finding, Locale.CHINESE))));
            out.newLine();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    ReviewPages.Page page(ReviewPages.Filter filter, ReviewPages.Slice slice, Locale language) {
        var items = new ArrayList<Map<String, Object>>();
        var counts = new TreeMap<String, Long>();
        var total = 0L;
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split("\t", CELLS);
                if (passes(cells, filter)) {
                    if (total >= slice.offset() && items.size() < slice.limit()) {
                        items.add(form(cells[CELLS - 1], language));
                    }
                    total++;
                    counts.merge(FindingKind.valueOf(cells[0]).code(), 1L, Long::sum);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new ReviewPages.Page(revision, at, total, counts, List.copyOf(items));
    }

    private static Map<String, Object> form(String json, Locale language) throws JacksonException {
        var form = JSON.readValue(json, FORM);
        form.put("text", String.valueOf(form.get("en".equals(language.getLanguage()) ? "en" : "zh")));
        return form;
    }

    private static boolean passes(String[] cells, ReviewPages.Filter filter) {
        var kind = FindingKind.valueOf(cells[0]);
        return (filter.kinds().isEmpty() || filter.kinds().contains(kind))
                && (filter.severities().isEmpty() || filter.severities().contains(kind.severity()))
                && filter.agreement().filter(wanted -> !names(cells[1], wanted)).isEmpty()
                && filter.organization()
                        .filter(wanted -> !names(cells[2], wanted))
                        .isEmpty();
    }

    /** Whether one of the IRIs is the wanted one, or ends in it. */
    private static boolean names(String iris, String wanted) {
        return Arrays.stream(iris.split(" ")).anyMatch(iri -> iri.equals(wanted) || iri.endsWith("/" + wanted));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
