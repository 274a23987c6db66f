package org.shuqi.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words: what is defined is what is used, and all of it is well described. */
class TermsTest {

    private static final Path ONTOLOGY = Path.of("..", "ontology");

    private static final List<Class<?>> OUTSIDE = List.of(
            Adms.class,
            Dcat.class,
            Dct.class,
            Dpv.class,
            Dqv.class,
            Eli.class,
            Foaf.class,
            Odrl.class,
            Org.class,
            Owl.class,
            Prov.class,
            Rdf.class,
            Rdfs.class,
            Report.class,
            Sh.class,
            Skos.class,
            Vs.class);

    private static final Graph RELEASE =
            union("shuqi.ttl", "terms", "schemes", "norms", "procedures", "templates", "rights");
    private static final Graph EXAMPLES = union("examples");
    private static final Graph IMPORTS = imports();

    @Test
    void everyConstantIsADefinedTermAndEveryTermAConstant() {
        var constants =
                Own.CLASSES.stream().flatMap(type -> constants(type).stream()).toList();

        assertThat(constants).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(constants)).isEqualTo(definedTerms());
    }

    @Test
    void everyConstantIsSpelledAsItsTerm() {
        Stream.concat(OUTSIDE.stream(), Own.CLASSES.stream()).forEach(type -> Arrays.stream(type.getFields())
                .filter(field -> field.getType() == Node.class)
                .forEach(field -> assertThat(value(field).getURI()).endsWith(field.getName())));
    }

    @Test
    void everyOutsideTermIsInThePinnedCopyOfItsVocabulary() {
        var terms = OUTSIDE.stream().flatMap(type -> constants(type).stream()).toList();

        assertThat(terms).hasSizeGreaterThan(200);
        assertThat(terms).filteredOn(term -> isUnknown(term, IMPORTS)).isEmpty();
    }

    @Test
    void whatTheReleaseAndTheAlignmentsSayOfOutsideTermsIsSaidOfTermsThatExist() {
        var spaces = OUTSIDE.stream().map(TermsTest::namespace).toList();
        var named = Stream.of(RELEASE, EXAMPLES, union("alignments"))
                .flatMap(graph -> graph.stream().flatMap(TermsTest::addresses))
                .filter(address -> spaces.stream().anyMatch(address::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(80);
        assertThat(named).filteredOn(term -> isUnknown(term, IMPORTS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theReleaseKeepsTheRule(String rule) {
        assertThat(faults(rule, RELEASE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleBites(String rule) {
        assertThat(faults(rule, union("hygiene/faults/" + rule + ".ttl"))).isNotEmpty();
    }

    @Test
    void everyTermIsInAnExampleAndEveryExampleUsesDefinedTermsOnly() {
        var used = EXAMPLES.stream()
                .flatMap(TermsTest::addresses)
                .filter(address -> address.startsWith(Sq.NS))
                .collect(Collectors.toCollection(TreeSet::new));
        used.addAll(termsOfQuery(ONTOLOGY.resolve("examples/permits.rq")));

        assertThat(used).isEqualTo(definedTerms());
    }

    @Test
    void everyCodeInAnExampleIsInItsList() {
        var codes = EXAMPLES.stream()
                .flatMap(TermsTest::addresses)
                .filter(address -> address.startsWith(Sq.CODE))
                .toList();

        assertThat(codes).hasSizeGreaterThan(100);
        assertThat(codes).filteredOn(code -> isUnknown(code, RELEASE)).isEmpty();
    }

    @Test
    void theWorkedExampleSaysOfSharedConceptsOnlyWhatTheListsSay() {
        var example = DatasetGraphFactory.create();
        RDFParser.source(ONTOLOGY.resolve("questions/worked-example/registry.trig"))
                .base("http://localhost:8080/id/")
                .parse(example);

        var said = example.stream()
                .filter(quad ->
                        quad.getSubject().isURI() && quad.getSubject().getURI().startsWith(Sq.CODE))
                .map(quad -> quad.asTriple())
                .toList();

        assertThat(said).hasSizeGreaterThan(30).allSatisfy(triple -> assertThat(RELEASE.contains(triple))
                .as(triple.toString())
                .isTrue());
        said.stream().map(Triple::getSubject).distinct().forEach(concept -> assertThat(
                        count(RELEASE, concept, Skos.broader))
                .as(concept.getURI())
                .isEqualTo(said.stream()
                        .filter(triple -> triple.subjectMatches(concept))
                        .filter(triple -> triple.predicateMatches(Skos.broader))
                        .count()));
    }

    static Stream<String> rules() throws IOException {
        try (var files = Files.list(ONTOLOGY.resolve("hygiene"))) {
            var rules = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".rq"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .sorted()
                    .toList();
            assertThat(rules).hasSizeGreaterThan(20);
            return rules.stream();
        }
    }

    private static List<String> faults(String rule, Graph graph) {
        try (var asking = QueryExecution.dataset(DatasetFactory.wrap(DatasetGraphFactory.wrap(graph)))
                .query(Files.readString(ONTOLOGY.resolve("hygiene/" + rule + ".rq")))
                .build()) {
            return ResultSetFormatter.toList(asking.execSelect()).stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> definedTerms() {
        return RELEASE.stream(Node.ANY, Rdfs.isDefinedBy, NodeFactory.createURI("https://w3id.org/shuqi/ns"))
                .map(triple -> triple.getSubject().getURI())
                .filter(address -> address.startsWith(Sq.NS))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> termsOfQuery(Path query) {
        try {
            return java.util.regex.Pattern.compile("\\bsq:(\\w+)")
                    .matcher(Files.readString(query))
                    .results()
                    .map(found -> Sq.NS + found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.getType() == Node.class && Modifier.isFinal(field.getModifiers()))
                .map(field -> value(field).getURI())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Node value(java.lang.reflect.Field constant) {
        try {
            return (Node) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    private static String namespace(Class<?> type) {
        try {
            return (String) type.getField("NS").get(null);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }

    private static boolean isUnknown(String term, Graph graph) {
        return !graph.contains(NodeFactory.createURI(term), Node.ANY, Node.ANY);
    }

    private static long count(Graph graph, Node subject, Node predicate) {
        return graph.stream(subject, predicate, Node.ANY).count();
    }

    private static Stream<String> addresses(Triple triple) {
        return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                .filter(Node::isURI)
                .map(Node::getURI);
    }

    private static Graph imports() {
        try (var folders = Files.list(ONTOLOGY.resolve("imports"))) {
            return union(folders.filter(Files::isDirectory)
                    .map(folder -> "imports/" + folder.getFileName())
                    .toArray(String[]::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Graph union(String... places) {
        var graph = GraphFactory.createDefaultGraph();
        for (var place : places) {
            try (var files = Files.walk(ONTOLOGY.resolve(place))) {
                files.filter(file -> file.toString().endsWith(".ttl"))
                        .forEach(file -> RDFDataMgr.read(graph, file.toUri().toString()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return graph;
    }
}
