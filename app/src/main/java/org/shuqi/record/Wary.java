package org.shuqi.record;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Refuses what is well-formed RDF and yet made to deceive, or cannot be stored as it was meant. */
final class Wary extends StreamRDFWrapper {

    /** Schemes that name things; none of them makes a browser run something or opens a file of this machine. */
    private static final Set<String> SCHEMES =
            Set.of("http", "https", "urn", "mailto", "tel", "did", "tag", "info", "ftp", "geo", "doi");

    /** Longest value, in characters; the longest law is a tenth of it. */
    private static final int LONGEST_TEXT = 1_000_000;

    private final String noBase;
    private final Strict faults;

    /** Tells the faults it finds to the handler too, for some parsers hand on no more than their message. */
    Wary(StreamRDF to, String noBase, Strict faults) {
        super(to);
        this.noBase = noBase;
        this.faults = faults;
    }

    @Override
    public void triple(Triple triple) {
        told(() -> check(triple));
        try {
            super.triple(triple);
        } catch (RuntimeException failed) {
            throw Taker.failed(failed);
        }
    }

    @Override
    public void quad(Quad quad) {
        told(() -> check(quad));
        try {
            super.quad(quad);
        } catch (RuntimeException failed) {
            throw Taker.failed(failed);
        }
    }

    private void told(Runnable check) {
        try {
            check.run();
        } catch (Refusal refused) {
            throw faults.found(refused);
        }
    }

    private void check(Triple triple) {
        check(triple.getSubject(), triple);
        check(triple.getPredicate(), triple);
        check(triple.getObject(), triple);
    }

    private void check(Quad quad) {
        if (quad.getGraph() != null && quad.getGraph().isBlank()) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "命名图 `_:%s` 没有 IRI；请给图起名",
                    "the named graph `_:%s` has no IRI; give it a name",
                    quad.getGraph().getBlankNodeLabel());
        }
        if (quad.getGraph() != null) {
            check(quad.getGraph(), quad.asTriple());
        }
        check(quad.asTriple());
    }

    private void check(Node node, Triple where) {
        if (node.isURI()) {
            checkIri(node.getURI());
        } else if (node.isLiteral()) {
            checkText(node.getLiteralLexicalForm(), where);
        } else if (node.isTripleTerm()) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "不接受以三元组为值（%s）；请改用普通资源",
                    "a triple as a value is not accepted (%s); use a resource of its own",
                    where.getPredicate());
        }
    }

    private void checkIri(String iri) {
        if (iri.startsWith(noBase)) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "相对 IRI `%s` 没有基准；请写完整的 IRI",
                    "the relative IRI `%s` has no base; write it in full",
                    iri.substring(noBase.length()));
        }
        var colon = iri.indexOf(':');
        if (colon < 1 || !SCHEMES.contains(iri.substring(0, colon).toLowerCase(Locale.ROOT))) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "不接受 IRI `%s` 的方案；请用 http、https 或 urn",
                    "the scheme of the IRI `%s` is not accepted; use http, https or urn",
                    iri);
        }
        if (hasDotSegment(iri) || (!isPlain(iri) && hides(iri))) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "IRI `%s` 含有易混淆的写法；请用 NFC 规范形式，且不含不可见字符和 /../",
                    "the IRI `%s` can be mistaken for another; write it in NFC, without invisible characters and /../",
                    iri);
        }
    }

    private static void checkText(String text, Triple where) {
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.of(
                    Kind.TOO_LARGE,
                    "`%s` 的值超过 %d 个字符；请改为链接到文件",
                    "the value of `%s` has more than %d characters; link to a file instead",
                    where.getPredicate(),
                    LONGEST_TEXT);
        }
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c >= 0x7F && isForbidden(text, i)) {
                throw Refusal.of(
                        Kind.MALFORMED,
                        "`%s` 的值含控制字符或不可见字符 U+%04X；请删去",
                        "the value of `%s` has the control or invisible character U+%04X; take it out",
                        where.getPredicate(),
                        (int) c);
            }
        }
    }

    /** Control characters, marks that turn the direction of reading, spaces of no width, and halves of a pair. */
    private static boolean isForbidden(String text, int at) {
        var c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return Character.isISOControl(c)
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200B'
                || c == '\u2060'
                || c == '\uFEFF';
    }

    private static boolean hasDotSegment(String iri) {
        return iri.contains("/../") || iri.contains("/./") || iri.endsWith("/..") || iri.endsWith("/.");
    }

    private static boolean isPlain(String iri) {
        return iri.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static boolean hides(String iri) {
        return !Normalizer.isNormalized(iri, Normalizer.Form.NFC)
                || iri.codePoints().map(Character::getType).anyMatch(Wary::isInvisible);
    }

    private static boolean isInvisible(int type) {
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** Whoever takes what was read has failed, not the reading. */
    static final class Taker extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final RuntimeException failure;

        private Taker(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }

        static RuntimeException failed(RuntimeException failure) {
            return failure instanceof Refusal ? failure : new Taker(failure);
        }

        RuntimeException failure() {
            return failure;
        }
    }
}
