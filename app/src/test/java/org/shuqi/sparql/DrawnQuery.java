package org.shuqi.sparql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Queries of every form, drawn at random around the terms of a registry; none whose answer SPARQL leaves open. */
final class DrawnQuery {

    private static final List<String> VARIABLES = List.of("?a", "?b", "?c");

    private final Random random;
    private final List<Quad> quads;

    DrawnQuery(Random random, List<Quad> quads) {
        this.random = random;
        this.quads = quads;
    }

    String draw() {
        var from = random.nextInt(6) == 0 ? from() : "";
        return switch (random.nextInt(8)) {
            case 0 -> "ASK " + from + "{ " + group(2) + " }";
            case 1 -> "SELECT (COUNT(*) AS ?n) " + from + "{ " + group(2) + " }";
            case 2 ->
                "SELECT ?a (COUNT(DISTINCT ?b) AS ?n) (MIN(STR(?c)) AS ?m) " + from + "{ " + group(2)
                        + " } GROUP BY ?a";
            case 3 ->
                "CONSTRUCT { ?a <urn:said> ?b . ?b <urn:of> ?c } " + (from.isEmpty() ? "" : from) + "WHERE { "
                        + group(2) + " }";
            case 4 -> "DESCRIBE " + (random.nextBoolean() ? subject() : "?a " + from + "{ " + group(1) + " }");
            case 5 -> "SELECT DISTINCT ?g " + from + "{ GRAPH ?g { " + group(1) + " } }";
            default -> "SELECT * " + from + "{ " + group(2) + " }";
        };
    }

    private String from() {
        var clauses = new LinkedHashSet<String>();
        for (var each = 1 + random.nextInt(3); each > 0; each--) {
            clauses.add((random.nextBoolean() ? "FROM " : "FROM NAMED ") + graph() + " ");
        }
        return String.join("", clauses);
    }

    private String group(int depth) {
        var text = new StringBuilder(pattern());
        for (var each = random.nextInt(2); each > 0; each--) {
            text.append(' ').append(depth == 0 ? pattern() : part(depth - 1));
        }
        return text.toString();
    }

    private String part(int depth) {
        return switch (random.nextInt(12)) {
            case 0 -> "OPTIONAL { " + group(depth) + " }";
            case 1 -> "{ " + group(depth) + " } UNION { " + group(depth) + " }";
            case 2 -> "MINUS { " + group(depth) + " }";
            case 3 -> "FILTER NOT EXISTS { " + group(depth) + " }";
            case 4 -> "FILTER EXISTS { GRAPH ?any { " + pattern() + " } }";
            case 5 -> "GRAPH " + (random.nextBoolean() ? graph() : "?g") + " { " + group(depth) + " }";
            case 6 -> "{ SELECT ?a (COUNT(*) AS ?k" + random.nextInt(1000) + ") { " + group(depth) + " } GROUP BY ?a }";
            case 7 -> "VALUES " + variable() + " { " + subject() + " " + subject() + " }";
            case 8 -> "FILTER (BOUND(" + variable() + ") || isIRI(" + variable() + "))";
            default -> pattern();
        };
    }

    /** Every pattern is about ?a or about something named, so that rows are joined more often than multiplied. */
    private String pattern() {
        var quad = any();
        var subject = random.nextInt(3) == 0 ? text(quad.getSubject()) : "?a";
        var object = random.nextInt(3) == 0 ? text(quad.getObject()) : variable();
        return random.nextInt(4) == 0 && !object.startsWith("\"")
                ? object + " " + path(quad) + " " + subject + " ."
                : subject + " " + path(quad) + " " + object + " .";
    }

    private String path(Quad quad) {
        var one = text(quad.getPredicate());
        var other = text(any().getPredicate());
        return switch (random.nextInt(12)) {
            case 0 -> "?p" + random.nextInt(2);
            case 1 -> one + "+";
            case 2 -> "(" + one + "|" + other + ")*";
            case 3 -> "!" + one;
            case 4 -> "!(" + one + "|^" + other + ")";
            case 5 -> one + "/" + other;
            case 6 -> "^" + one;
            case 7 -> "(" + one + "/^" + other + ")?";
            default -> one;
        };
    }

    private String graph() {
        return text(any().getGraph());
    }

    private String subject() {
        return text(any().getSubject());
    }

    private String variable() {
        return VARIABLES.get(random.nextInt(VARIABLES.size()));
    }

    private Quad any() {
        return quads.get(random.nextInt(quads.size()));
    }

    private static String text(Node node) {
        return node.isURI() ? "<" + node.getURI() + ">" : "\"" + node.getLiteralLexicalForm() + "\"";
    }
}
