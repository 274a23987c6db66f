package org.shuqi.record;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Reads RDF that somebody else wrote: every door that takes in RDF takes it in here, with one set of rules.
 *
 * <p>Strict: relative IRIs without a base, ill-typed literals, control characters and undefined JSON-LD keys are
 * refused, with line and column where the syntax has them. Closed: no context, entity or file is ever fetched. Bounded:
 * nesting is limited to {@link Depth#DEEPEST} levels, and parsing runs on a thread of its own, so that an overflow of its
 * stack harms nobody.
 */
public final class Intake {

    /** Stands in for the missing base of a JSON-LD document, which would otherwise drop relative IRIs silently. */
    private static final String NO_BASE = "https://no-base.invalid/";

    private static final long STACK_BYTES = 16L << 20;

    private final Lang lang;
    private final Optional<String> base;

    private final Optional<UUID> seed;

    private Intake(Lang lang, Optional<String> base, Optional<UUID> seed) {
        this.lang = lang;
        this.base = base;
        this.seed = seed;
    }

    /**
     * For documents in one syntax.
     *
     * @param base what relative IRIs are resolved against; empty to refuse them
     */
    public static Intake of(Lang lang, Optional<String> base) {
        return new Intake(lang, base, Optional.empty());
    }

    /**
     * The quads of a small document; triples outside a named graph stand in the default graph.
     *
     * @param base what relative IRIs are resolved against; empty to refuse them
     * @throws Refusal MALFORMED, with the place of the first fault
     */
    public static List<Quad> quads(byte[] document, Lang lang, Optional<String> base) {
        var found = new ArrayList<Quad>();
        of(lang, base).read(new ByteArrayInputStream(document), new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                found.add(new Quad(Quad.defaultGraphIRI, triple));
            }

            @Override
            public void quad(Quad quad) {
                found.add(quad.isDefaultGraph() ? new Quad(Quad.defaultGraphIRI, quad.asTriple()) : quad);
            }
        });
        return found;
    }

    /**
     * The same, with blank nodes that are named after the seed and their order: the same document read again then has
     * the same blank nodes, so that loading it twice adds nothing.
     */
    public Intake labelled(UUID labels) {
        return new Intake(lang, base, Optional.of(labels));
    }

    /**
     * Reads a document of any size and hands on what it says, on another thread; returns when that thread is done.
     *
     * @throws Refusal MALFORMED, with the place of the first fault; what was handed on before it must be thrown away
     */
    public void read(InputStream in, StreamRDF to) {
        var failure = new Throwable[1];
        var thread = new Thread(null, () -> parse(in, to), "shuqi-intake", STACK_BYTES);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((parser, thrown) -> failure[0] = thrown);
        thread.start();
        await(thread);
        if (failure[0] != null) {
            throw refusal(failure[0]);
        }
    }

    private void parse(InputStream in, StreamRDF to) {
        try {
            var guarded =
                    RDFLanguages.sameLang(lang, Lang.RDFXML) ? Prolog.withoutDoctype(in) : Depth.of(new Utf8(in), lang);
            var faults = new Strict();
            var parser = RDFParser.source(guarded)
                    .forceLang(lang)
                    .strict(true)
                    .checking(true)
                    .errorHandler(faults);
            seed.map(LabelToNode::createScopeByDocumentHash).ifPresent(parser::labelToNode);
            if (isJsonLd()) {
                var options = new JsonLdOptions(new ShippedContexts());
                options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
                parser.base(base.orElse(NO_BASE)).set(LangJSONLD11.JSONLD_OPTIONS, options);
            } else {
                parser.resolver(resolver());
            }
            parser.parse(new Wary(to, NO_BASE, faults));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Leaves out the byte order mark that some editors write before UTF-8. */
    private static InputStream withoutMark(InputStream in) throws IOException {
        var again = new PushbackInputStream(in, 3);
        var head = again.readNBytes(3);
        if (head.length < 3 || head[0] != (byte) 0xEF || head[1] != (byte) 0xBB || head[2] != (byte) 0xBF) {
            again.unread(head);
        }
        return again;
    }

    private boolean isJsonLd() {
        return RDFLanguages.sameLang(lang, Lang.JSONLD) || RDFLanguages.sameLang(lang, Lang.JSONLD11);
    }

    private IRIxResolver resolver() {
        var resolver = IRIxResolver.create();
        return base.map(resolver::base)
                .orElseGet(resolver::noBase)
                .resolve(true)
                .allowRelative(false)
                .build();
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Kind.OVERLOADED, "读取被中断；请重试", "reading was interrupted; try again");
        }
    }

    private static RuntimeException refusal(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return refusal;
        }
        if (thrown instanceof StackOverflowError) {
            return Depth.tooDeep();
        }
        if (thrown instanceof RiotException || thrown instanceof RuntimeIOException) {
            return cause(thrown, Refusal.class)
                    .map(RuntimeException.class::cast)
                    .or(() -> cause(thrown, Wary.Taker.class).map(Wary.Taker::failure))
                    .or(() -> cause(thrown, IOException.class).map(Intake::unreadable))
                    .or(() -> cause(thrown, JsonLdError.class).map(Intake::wrongJsonLd))
                    .orElseGet(() -> malformed(thrown.getMessage()));
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        // the parser tripped over the document, for instance over a per cent sign in a message of its own
        return cause(thrown, Wary.Taker.class)
                .map(Wary.Taker::failure)
                .orElseGet(() -> Refusal.of(
                        Kind.MALFORMED,
                        "内容与其格式不符；请检查后重试",
                        "the content is not what its format asks for; check it and try again"));
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> wanted) {
        for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
            if (wanted.isInstance(at)) {
                return Optional.of(wanted.cast(at));
            }
        }
        return Optional.empty();
    }

    private static Refusal wrongJsonLd(JsonLdError error) {
        return switch (error.getCode()) {
            case LOADING_DOCUMENT_FAILED, LOADING_REMOTE_CONTEXT_FAILED ->
                Refusal.of(
                        Kind.MALFORMED,
                        "不会去取外部的 @context；请把上下文写在文件内",
                        "an outside @context is not fetched; write the context into the document");
            default -> malformed(error.getMessage());
        };
    }

    private static Refusal unreadable(IOException e) {
        return Refusal.of(
                Kind.MALFORMED,
                "内容不完整或已损坏：%s；请重新取得文件",
                "the content is cut off or damaged: %s; get the file again",
                String.valueOf(e.getMessage()));
    }

    private static Refusal malformed(@Nullable String message) {
        var complaint = Complaint.of(message == null ? "?" : message);
        return Refusal.of(
                Kind.MALFORMED,
                "内容无法解析：%1$s；请改正后重试",
                "this cannot be read: %2$s; correct it and try again",
                complaint.zh(),
                complaint.en());
    }
}
