package org.shuqi.gate;

import com.ibm.icu.text.SpoofChecker;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Two rules that no SHACL shape can say: no text hides characters or turns the direction of reading, and no name is
 * spelled so that it looks like another one.
 *
 * <p>Source: Unicode Technical Standard 39, Unicode Security Mechanisms, sections 4 and 5. A word in two alphabets is
 * refused only if what is foreign in it looks like Latin: {@code μg} and {@code β-胡萝卜素} are honest.
 */
final class Spelling {

    /** The names of the rules in findings; their words are with the shapes. */
    static final Node TEXT = NodeFactory.createURI(Shacl.SHAPES + "PlainText");

    static final Node NAME = NodeFactory.createURI(Shacl.SHAPES + "HonestName");

    private static final Set<Node> NAMES = Set.of(
            DCTerms.title.asNode(),
            SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(),
            RDFS.label.asNode(),
            NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"));

    /** Alphabets with letters that cannot be told from Latin ones. */
    private static final Set<UnicodeScript> LIKE_LATIN = Set.of(
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.COPTIC,
            UnicodeScript.LISU);

    private Spelling() {}

    /** What is wrong with the spelling of this triple. */
    static Stream<Finding> check(Triple triple) {
        return Stream.of(
                        triple.getSubject().isURI() && hides(triple.getSubject().getURI())
                                ? Optional.of(finding(triple, triple.getSubject(), TEXT))
                                : Optional.<Finding>empty(),
                        check(triple, triple.getObject()))
                .flatMap(Optional::stream);
    }

    private static Optional<Finding> check(Triple triple, Node object) {
        if (object.isURI()) {
            return hides(object.getURI()) ? Optional.of(finding(triple, object, TEXT)) : Optional.empty();
        }
        if (!object.isLiteral()) {
            return Optional.empty();
        }
        var text = object.getLiteralLexicalForm();
        if (isAscii(text)) {
            return isPrintable(text) ? Optional.empty() : Optional.of(finding(triple, object, TEXT));
        }
        if (deceives(text)) {
            return Optional.of(finding(triple, object, TEXT));
        }
        return NAMES.contains(triple.getPredicate()) && !isHonest(text)
                ? Optional.of(finding(triple, object, NAME))
                : Optional.empty();
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(String ascii) {
        return ascii.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r');
    }

    private static boolean hides(String iri) {
        return !isAscii(iri)
                && (!Normalizer.isNormalized(iri, Normalizer.Form.NFC)
                        || iri.codePoints().map(Character::getType).anyMatch(Spelling::isInvisible));
    }

    private static boolean isInvisible(int type) {
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** Control characters, marks that turn the direction of reading, spaces of no width, tags, halves of a pair. */
    private static boolean deceives(String text) {
        return text.codePoints().anyMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
            case Character.SURROGATE -> true;
            case Character.FORMAT ->
                c >= 0x202A && c <= 0x202E
                        || c >= 0x2060 && c <= 0x206F
                        || c == 0x200B
                        || c == 0xFEFF
                        || c >= 0xE0000 && c <= 0xE0FFF;
            default -> false;
        });
    }

    private static boolean isHonest(String name) {
        return Normalizer.isNormalized(name, Normalizer.Form.NFC)
                && name.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT && !joins(c))
                && (name.codePoints().noneMatch(Spelling::isLikeLatin)
                        || Stream.of(name.split("[^\\p{L}\\p{M}\\p{N}]+")).noneMatch(Spelling::looksLatin));
    }

    /** Arabic and Indic scripts are not written right without these two. */
    private static boolean joins(int character) {
        return character == 0x200C || character == 0x200D;
    }

    private static boolean isLikeLatin(int character) {
        return LIKE_LATIN.contains(UnicodeScript.of(character));
    }

    /** Whether a word has both Latin and other letters, and all of it looks Latin. */
    private static boolean looksLatin(String word) {
        return word.codePoints().anyMatch(Spelling::isLikeLatin)
                && word.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN)
                && Checker.ONE.getSkeleton(word).codePoints().noneMatch(Spelling::isLikeLatin);
    }

    private static Finding finding(Triple triple, Node value, Node rule) {
        return new Finding(
                triple.getSubject(),
                Optional.of(new P_Link(triple.getPredicate())),
                Optional.of(value),
                rule,
                Optional.empty(),
                Shacl.sh("Violation"));
    }

    /** Reads its tables when the first name needs them, which hardly any does. */
    private static final class Checker {
        static final SpoofChecker ONE = new SpoofChecker.Builder().build();
    }
}
