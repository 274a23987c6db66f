package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Adms;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** What people call the things that the registry holds, and back. For one snapshot and one thread. */
final class Directory {

    private static final List<Node> NAMES = List.of(Skos.prefLabel, Skos.altLabel, Dct.title);
    private static final List<Node> NUMBERS = List.of(Dct.identifier, Org.identifier, Adms.identifier);

    /** Lists whose words are also taken, translated by their mappings. */
    private static final Map<String, String> NEIGHBOURS =
            Map.of("sharing-method", "sharing-method-practice", "level", "level-zhejiang");

    private final Graph union;
    private final String base;
    private final Map<Node, String> minted = new HashMap<>();
    private final Columns columns = Columns.PUBLISHED;
    private final Map<String, Map<String, Node>> lists = new HashMap<>();
    private final Map<String, Optional<Node>> found = new HashMap<>();
    private final Map<String, Node> local = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private Map<String, Node> laws = Map.of();

    Directory(Graph union, String base) {
        this.union = union;
        this.base = base;
    }

    /** A thing of the file itself, which other rows may name. */
    void add(Form form, String name, Node iri) {
        local.putIfAbsent(form + " " + Fold.key(name), iri);
    }

    /** An entry that the file brings: other rows may name it by its code before it is there. */
    void expect(String code) {
        add(Form.ENTRY, code, dataset(code).orElseGet(() -> freshDataset(code)));
    }

    /** The IRI of an entry that is new. The slash of a resource code stays, as in the address of a record. */
    Node freshDataset(String code) {
        var path = java.util.Arrays.stream(code.split("/")).map(Fold::slug).toList();
        return NodeFactory.createURI(base + "dataset/" + String.join("/", path));
    }

    Optional<Node> local(Form form, String name) {
        return Optional.ofNullable(local.get(form + " " + Fold.key(name)));
    }

    /** The value of a code list that is meant. */
    Optional<Node> code(String list, String text) {
        var values = values(list);
        return Optional.ofNullable(values.get(Fold.key(text)))
                .or(() -> columns.spelling(list, text).map(code -> Sq.code(list, code)))
                .or(() -> iri(text).filter(values::containsValue));
    }

    /** The values of a list in words, for a message. */
    String choices(String list) {
        var words = new ArrayList<String>();
        union.find(Node.ANY, Skos.inScheme, Sq.scheme(list)).forEachRemaining(triple -> {
            var label = literal(triple.getSubject(), Skos.prefLabel, "zh");
            label.ifPresent(words::add);
        });
        words.sort(java.util.Comparator.naturalOrder());
        return String.join("、", words.stream().limit(12).toList()) + (words.size() > 12 ? "…" : "");
    }

    Optional<Node> organization(String text) {
        return remembered("org ", text, Set.of(Org.FormalOrganization, Org.Organization));
    }

    Optional<Node> collection(String text) {
        return remembered("collection ", text, Set.of(Odrl.PartyCollection));
    }

    Optional<Node> system(String text) {
        return local(Form.SYSTEM, text)
                .or(() -> remembered("system ", text, Set.of(Sq.InformationSystem)))
                .or(() -> Optional.of(mintedSystem(text)));
    }

    /** What a system is called that only a cell names so far. */
    Optional<String> mintedName(Node system) {
        return Optional.ofNullable(minted.get(system));
    }

    private Node mintedSystem(String name) {
        var iri = NodeFactory.createURI(base + "system/" + Fold.slug(name));
        minted.putIfAbsent(iri, name);
        return iri;
    }

    Optional<Node> dataset(String text) {
        return local(Form.ENTRY, text).or(() -> found.computeIfAbsent("dataset " + text, key -> entry(text)));
    }

    /** By its code alone: entries are many, and are not named by their titles. */
    private Optional<Node> entry(String code) {
        var things = new TreeSet<String>();
        var types = Set.copyOf(RecordKind.DATASETS.types());
        union.find(Node.ANY, Dct.identifier, NodeFactory.createLiteralString(code))
                .forEachRemaining(triple -> {
                    if (is(triple.getSubject(), types)) {
                        things.add(triple.getSubject().toString());
                    }
                });
        return things.size() == 1
                ? Optional.of(NodeFactory.createURI(things.first()))
                : iri(code).filter(node -> is(node, types));
    }

    Optional<Node> law(String text) {
        if (laws.isEmpty()) {
            laws = laws();
        }
        return Optional.ofNullable(laws.get(Fold.name(text)))
                .or(() -> iri(text).filter(node -> union.contains(node, Rdf.type, Sq.LegalBasis)));
    }

    /** The codes that an organisation carries. */
    Set<String> numbers(Node organization) {
        var numbers = new TreeSet<String>();
        NUMBERS.forEach(property -> union.find(organization, property, Node.ANY)
                .filterKeep(triple -> triple.getObject().isLiteral())
                .forEachRemaining(triple -> numbers.add(triple.getObject().getLiteralLexicalForm())));
        return numbers;
    }

    Graph union() {
        return union;
    }

    /** What to write for a thing so that the column reads it as this very thing: the words of people if they will do. */
    String label(Column column, Node node) {
        return labels.computeIfAbsent(column.kind() + column.list() + " " + node, key -> labelled(column, node));
    }

    private String labelled(Column column, Node node) {
        var values = new Values(this);
        var words = new ArrayList<String>();
        for (var language : List.of("zh", "en", "")) {
            NAMES.forEach(property -> literal(node, property, language).ifPresent(words::add));
        }
        NUMBERS.forEach(property -> literal(node, property, "").ifPresent(words::add));
        if (column.kind() == Content.DATASET || column.kind() == Content.ASSET) {
            java.util.Collections.reverse(words);
        }
        return words.stream()
                .filter(word -> !word.matches("(?s).*[；;\\n].*"))
                .filter(word -> values.one(column, word).filter(node::equals).isPresent())
                .findFirst()
                .orElse(node.toString());
    }

    private Map<String, Node> values(String list) {
        return lists.computeIfAbsent(list, wanted -> {
            var values = new LinkedHashMap<String, Node>();
            fill(values, wanted);
            Optional.ofNullable(NEIGHBOURS.get(wanted)).ifPresent(neighbour -> fill(values, neighbour));
            return values;
        });
    }

    private void fill(Map<String, Node> values, String list) {
        union.find(Node.ANY, Skos.inScheme, Sq.scheme(list)).toList().forEach(triple -> {
            var value = triple.getSubject();
            var meant = list.equals("sharing-method-practice") ? mapped(value) : value;
            List.of(Skos.notation, Skos.prefLabel, Skos.altLabel)
                    .forEach(property -> union.find(value, property, Node.ANY)
                            .forEachRemaining(named -> values.putIfAbsent(
                                    Fold.key(named.getObject().getLiteralLexicalForm()), meant)));
        });
    }

    private Node mapped(Node practice) {
        for (var mapping : List.of(Skos.exactMatch, Skos.broadMatch)) {
            var target = union.find(practice, mapping, Node.ANY).nextOptional();
            if (target.isPresent()) {
                return target.get().getObject();
            }
        }
        return practice;
    }

    private Optional<Node> remembered(String kind, String text, Set<Node> types) {
        return found.computeIfAbsent(kind + text, key -> find(text, types));
    }

    /** One and only one thing of the classes with this name or number; else its IRI, whole or its end. */
    private Optional<Node> find(String text, Set<Node> types) {
        var things = new TreeSet<String>();
        for (var spelling : spellings(text)) {
            for (var language : List.of("zh", "en", "")) {
                var literal = NodeFactory.createLiteralLang(spelling, language);
                for (var property : language.isEmpty() ? allNames() : NAMES) {
                    union.find(Node.ANY, property, literal).forEachRemaining(triple -> {
                        if (is(triple.getSubject(), types)) {
                            things.add(triple.getSubject().toString());
                        }
                    });
                }
            }
        }
        if (things.size() == 1) {
            return Optional.of(NodeFactory.createURI(things.first()));
        }
        return things.isEmpty() ? iri(text).filter(node -> is(node, types)) : Optional.empty();
    }

    private static List<Node> allNames() {
        var all = new ArrayList<>(NUMBERS);
        all.addAll(NAMES);
        return all;
    }

    /** As written, in half width, and with the brackets of Chinese print. */
    private static Set<String> spellings(String text) {
        var half = Fold.half(text);
        return new java.util.LinkedHashSet<>(
                List.of(text, half, half.replace('(', '（').replace(')', '）')));
    }

    private boolean is(Node node, Set<Node> types) {
        return node.isURI() && types.stream().anyMatch(type -> union.contains(node, Rdf.type, type));
    }

    private static Optional<Node> iri(String text) {
        return text.matches("(https?://|urn:)[^\\s<>\"{}|\\\\^`]+")
                ? Optional.of(NodeFactory.createURI(text))
                : Optional.empty();
    }

    private Optional<String> literal(Node subject, Node property, String language) {
        return union.find(subject, property, Node.ANY).toList().stream()
                .map(triple -> triple.getObject())
                .filter(Node::isLiteral)
                .filter(literal -> literal.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }

    private Map<String, Node> laws() {
        var all = new HashMap<String, Node>();
        var twice = new java.util.HashSet<String>();
        union.find(Node.ANY, Rdf.type, Sq.LegalBasis).toList().forEach(triple -> {
            var law = triple.getSubject();
            List.of(Dct.title, Skos.prefLabel, Sq.documentNumber)
                    .forEach(property -> union.find(law, property, Node.ANY).forEachRemaining(named -> {
                        var whole = Fold.name(named.getObject().getLiteralLexicalForm());
                        for (var name : new TreeSet<>(List.of(whole, whole.replaceFirst("^中华人民共和国", "")))) {
                            var before = all.putIfAbsent(name, law);
                            if (before != null && !before.equals(law)) {
                                twice.add(name);
                            }
                        }
                    }));
        });
        twice.forEach(all::remove);
        return all;
    }
}
