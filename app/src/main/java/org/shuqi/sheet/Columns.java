package org.shuqi.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Dpv;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** The published tables of columns, of further spellings of values, and of formats: files, so that they can be read and corrected. */
final class Columns {

    private static final Map<String, String> PREFIXES =
            Map.of("sq", Sq.NS, "dct", Dct.NS, "dcat", Dcat.NS, "skos", Skos.NS, "odrl", Odrl.NS, "dpv", Dpv.NS);

    /** The one set of tables there is. */
    static final Columns PUBLISHED = new Columns();

    private final Map<Form, List<Column>> columns = new LinkedHashMap<>();
    private final Map<Form, Map<String, Headed>> headed = new HashMap<>();
    private final Map<String, Map<String, String>> spellings = new HashMap<>();
    private final Map<String, FormatClass> formats = new LinkedHashMap<>();

    private Columns() {
        rows("columns.csv").forEach(row -> {
            var column = column(row);
            columns.computeIfAbsent(column.form(), form -> new ArrayList<>()).add(column);
        });
        rows("values.csv").forEach(row -> spellings
                .computeIfAbsent(row.get("list"), list -> new HashMap<>())
                .put(Fold.key(row.get("written")), row.get("code")));
        rows("formats.csv")
                .forEach(row -> formats.put(
                        row.get("class"), new FormatClass(words(row.get("methods")), words(row.get("formats")))));
        columns.forEach((form, all) -> headed.put(form, headed(all)));
    }

    /**
     * A column that a header means.
     *
     * @param rank 0 if it is the header itself, more for an alias further on
     */
    record Headed(Column column, int rank) {}

    /** By everything that may stand above a column; where two may, the one for which it ranks higher, then the first. */
    private static Map<String, Headed> headed(List<Column> columns) {
        var headed = new HashMap<String, Headed>();
        for (var column : columns) {
            var names = new ArrayList<>(
                    List.of(column.header().zh(), column.header().en()));
            names.addAll(column.aliases());
            for (var at = 0; at < names.size(); at++) {
                var rank = Math.max(0, at - 1);
                headed.merge(
                        Fold.header(names.get(at)),
                        new Headed(column, rank),
                        (before, now) -> now.rank() < before.rank() ? now : before);
            }
        }
        headed.remove("");
        return headed;
    }

    /** The column of a form that a header means, folded by {@link Fold#header}. */
    Optional<Headed> headed(Form form, String folded) {
        return Optional.ofNullable(headed.getOrDefault(form, Map.of()).get(folded));
    }

    /**
     * What goes with one class of formats.
     *
     * @param methods the sharing methods
     * @param formats the formats; {@code *} for any
     */
    record FormatClass(List<String> methods, List<String> formats) {}

    /** The columns of a form, in the order of its template. */
    List<Column> of(Form form) {
        return columns.getOrDefault(form, List.of());
    }

    Column of(Form form, String key) {
        return of(form).stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(form + " has no column " + key));
    }

    /** The code that a value means by one of the further spellings. */
    Optional<String> spelling(String list, String written) {
        return Optional.ofNullable(spellings.getOrDefault(list, Map.of()).get(Fold.key(written)));
    }

    Optional<FormatClass> formats(String code) {
        return Optional.ofNullable(formats.get(code));
    }

    private static Column column(CSVRecord row) {
        var property = row.get("property");
        return new Column(
                Form.named(row.get("form")),
                row.get("key"),
                row.get("part"),
                property.isEmpty() ? Optional.empty() : Optional.of(node(property)),
                Content.named(row.get("kind")),
                row.get("list"),
                row.get("need").equals("yes"),
                row.get("many").equals("yes"),
                new Text(row.get("zh"), row.get("en")),
                words(row.get("aliases")));
    }

    private static Node node(String prefixed) {
        var parts = prefixed.split(":", 2);
        return NodeFactory.createURI(Objects.requireNonNull(PREFIXES.get(parts[0]), prefixed) + parts[1]);
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    private static List<CSVRecord> rows(String name) {
        var path = "ontology/sheets/" + name;
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = Objects.requireNonNull(Columns.class.getClassLoader().getResourceAsStream(path), path);
                var parser = format.parse(new InputStreamReader(in, UTF_8))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
