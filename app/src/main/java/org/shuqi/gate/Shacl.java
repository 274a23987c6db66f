package org.shuqi.gate;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The SHACL terms the gate reads by itself, and the few of its own. */
final class Shacl {

    static final String NS = "http://www.w3.org/ns/shacl#";
    /** Where the shapes are named. */
    static final String SHAPES = "https://w3id.org/shuqi/shapes#";

    static final Node path = sh("path");
    static final Node property = sh("property");
    static final Node node = sh("node");
    static final Node not = sh("not");
    static final Node and = sh("and");
    static final Node or = sh("or");
    static final Node xone = sh("xone");
    static final Node klass = sh("class");
    static final Node closed = sh("closed");
    static final Node qualifiedValueShape = sh("qualifiedValueShape");
    static final Node qualifiedMaxCount = sh("qualifiedMaxCount");
    static final Node sparql = sh("sparql");
    static final Node select = sh("select");
    static final Node prefixes = sh("prefixes");
    static final Node declare = sh("declare");
    static final Node prefix = sh("prefix");
    static final Node namespace = sh("namespace");
    static final Node targetObjectsOf = sh("targetObjectsOf");
    static final Node message = sh("message");
    static final Node severity = sh("severity");
    static final Node uniqueLang = sh("UniqueLangConstraintComponent");

    /** A path from the focus node whose values a SPARQL constraint looks at. */
    static final Node dependsOn = NodeFactory.createURI(SHAPES + "dependsOn");

    /** Constraints that compare the values with those of another property of the same node. */
    static final Set<Node> pairs = terms("equals", "disjoint", "lessThan", "lessThanOrEquals");

    /** Everything that may be said about a shape; a shape with another SHACL term is refused when it is read. */
    static final Set<Node> understood = Stream.concat(
                    pairs.stream(),
                    terms("path property node not and or xone class closed ignoredProperties qualifiedValueShape"
                                    + " qualifiedMinCount qualifiedMaxCount sparql targetClass targetNode targetSubjectsOf"
                                    + " targetObjectsOf message severity name description order group deactivated"
                                    + " defaultValue minCount maxCount datatype nodeKind in hasValue pattern flags"
                                    + " minLength maxLength uniqueLang languageIn minInclusive maxInclusive"
                                    + " minExclusive maxExclusive")
                            .stream())
            .collect(Collectors.toUnmodifiableSet());

    private Shacl() {}

    static Node sh(String name) {
        return NodeFactory.createURI(NS + name);
    }

    private static Set<Node> terms(String... names) {
        return Stream.of(names)
                .flatMap(words -> Stream.of(words.split(" ")))
                .map(Shacl::sh)
                .collect(Collectors.toUnmodifiableSet());
    }
}
