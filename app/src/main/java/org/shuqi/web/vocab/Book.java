package org.shuqi.web.vocab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.standard.InForce;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Release;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Vs;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.vocab.BookPage.Chapter;
import org.shuqi.web.vocab.BookPage.Issue;
import org.shuqi.web.vocab.BookPage.Line;

/** Writes the whole vocabulary down, term by term. */
final class Book {

    /** Lists with more codes than this are registers of their own, such as all divisions of a country. */
    private static final int LONGEST_LIST = 120;

    private final Lexicon lexicon;
    private final InForce held;
    private final View view;

    Book(Lexicon lexicon, InForce held, View view) {
        this.lexicon = lexicon;
        this.held = held;
        this.view = view;
    }

    BookPage page() {
        var chapters = new ArrayList<Chapter>();
        chapters.add(new Chapter(
                "classes", "classes", new Said(view.t("vocab.classes"), view.lang()), lines(lexicon.classes())));
        lexicon.byTopic()
                .forEach((topic, properties) -> chapters.add(new Chapter(
                        "p-" + topic,
                        "properties",
                        new Said(view.t("vocab.topic." + topic), view.lang()),
                        lines(properties.stream()))));
        lexicon.schemes().forEach(scheme -> {
            var codes = lexicon.subjects(Skos.inScheme, scheme)
                    .filter(Node::isURI)
                    .distinct()
                    .toList();
            chapters.add(new Chapter(
                    "l-" + Lexicon.code(scheme),
                    "lists",
                    lexicon.name(scheme),
                    codes.size() > LONGEST_LIST ? lines(Stream.of(scheme)) : lines(codes.stream())));
        });
        return new BookPage(held.number(), chapters, versions());
    }

    private List<Line> lines(Stream<Node> terms) {
        return terms.sorted(java.util.Comparator.comparing(Lexicon::code))
                .map(this::line)
                .toList();
    }

    private Line line(Node term) {
        return new Line(
                Lexicon.address(term),
                Lexicon.code(term),
                term.getURI(),
                words(term, "zh"),
                words(term, "en"),
                lexicon.objects(term, Vs.term_status)
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .findFirst()
                        .orElse(""),
                lexicon.objects(term, Dct.isReplacedBy)
                        .filter(Node::isURI)
                        .map(Lexicon::code)
                        .findFirst()
                        .orElse(""));
    }

    private BookPage.Words words(Node term, String language) {
        return new BookPage.Words(
                text(term, Skos.prefLabel, language),
                Stream.of(Skos.definition, Dct.description)
                        .map(property -> text(term, property, language))
                        .filter(said -> !said.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private String text(Node term, Node property, String language) {
        return lexicon.objects(term, property)
                .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }

    private List<Issue> versions() {
        var versions = new ArrayList<Issue>();
        held.versions()
                .forEach(version -> versions.add(
                        0,
                        new Issue(
                                version.number(),
                                version.issued().replaceFirst("T.*", ""),
                                "/changes/" + version.proposal().getURI().replaceAll(".*/", ""),
                                version.edits().stream()
                                        .map(edit -> Lexicon.code(edit.term()))
                                        .toList())));
        versions.add(new Issue(Release.VERSION, "", "", List.of()));
        return versions;
    }
}
