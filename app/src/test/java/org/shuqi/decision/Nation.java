package org.shuqi.decision;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.Release;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.decision.fact.Kept;
import org.shuqi.decision.fact.Sweeps;
import org.shuqi.generate.Generator;
import org.shuqi.graph.Delta;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** The index of an invented country, made from its statements without a store. */
public final class Nation {

    private static final String BASE = "http://localhost:8080/id/";
    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Generator generator;
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong items = new AtomicLong();
    private final DatasetGraph oneAgreement = DatasetGraphFactory.create();
    private Index index;

    private Nation(Generator generator) {
        this.generator = generator;
        this.index = Sweeps.streamed(this::stream, Release.into(DatasetGraphFactory.create()));
    }

    /** A country of that many datasets on top of the shipped release. */
    public static Nation of(long datasets) {
        return new Nation(Generator.of(datasets, 7, BASE));
    }

    private void stream(Consumer<Quad> each) {
        Release.into(DatasetGraphFactory.create()).find().forEachRemaining(each);
        generator.write(new StreamRDFBase() {

            private Node agreement = Node.ANY;

            @Override
            public void quad(Quad quad) {
                statements.incrementAndGet();
                if (quad.getPredicate().equals(Sq.dataItem)) {
                    items.incrementAndGet();
                }
                if (agreement == Node.ANY
                        && quad.getPredicate().equals(Rdf.type)
                        && quad.getObject().equals(Sq.SharingAgreement)) {
                    agreement = quad.getGraph();
                }
                if (quad.getGraph().equals(agreement)) {
                    oneAgreement.add(quad);
                }
                each.accept(quad);
            }
        });
    }

    public long statements() {
        return statements.get();
    }

    public long items() {
        return items.get();
    }

    public int terms() {
        return index.terms().size();
    }

    public void write(Path path) throws IOException {
        Kept.write(index, path);
    }

    /** Goes on with the index that is in the file. */
    public void read(Path path) throws IOException {
        index = Kept.read(path, 1);
    }

    /** Leaves the index to the collector. */
    public void forget() {
        index = Index.empty();
    }

    /** Takes a statement of an agreement out or puts it in again. */
    public void follow(boolean in) {
        var activation = oneAgreement.stream()
                .filter(quad -> quad.getPredicate().equals(Sq.validUntil))
                .findFirst();
        var changed = activation.orElseThrow();
        if (in) {
            oneAgreement.add(changed);
        } else {
            oneAgreement.delete(changed);
        }
        var delta = in ? new Delta(List.of(), List.of(changed)) : new Delta(List.of(changed), List.of());
        index = new IndexDerivation(ZONE).next(index, oneAgreement, 2, delta);
        oneAgreement.add(changed);
    }

    /** Questions one after the other. */
    public Asking asking() {
        return new Asking(index, generator);
    }

    /** Puts the questions of the generator to the engine. */
    public static final class Asking {

        private final Index index;
        private final Jurisdiction jurisdiction;
        private final Lookup lookup;
        private final java.util.Iterator<QuestionForm> forms;

        private Asking(Index index, Generator generator) {
            this.index = index;
            this.jurisdiction = Engine.jurisdiction(index, BASE, Optional.empty());
            this.lookup = new Lookup(index, BASE, ZONE);
            this.forms = generator.questions(3);
        }

        /** A question not asked yet. */
        public QuestionForm next() {
            return forms.next();
        }

        /** Outcome, stage and grants, from the IRIs. */
        public Object decide(QuestionForm form) {
            return Rule.decide(index, jurisdiction, lookup.question(form, NOON));
        }

        /** What the recipient of the question may receive for its purpose: the total, and the first hundred. */
        public Object datasets(QuestionForm form) {
            return firstPage(lists().datasets(listing(form, form.recipient(), "")));
        }

        /** Who may receive the dataset of the question for its purpose: the total, and the first hundred. */
        public Object recipients(QuestionForm form) {
            return firstPage(lists().recipients(listing(form, "", form.dataset())));
        }

        private Lists lists() {
            var edition = new Edition(index, jurisdiction, lookup, BASE);
            return new SortedLists(revision -> edition, Clock.fixed(NOON, ZONE));
        }

        private static ListForm listing(QuestionForm form, String recipient, String dataset) {
            return ListForm.of(new QuestionForm(
                    recipient,
                    dataset,
                    List.of(),
                    form.purpose(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty()));
        }

        private static Object firstPage(Rows<Lists.Entry> rows) {
            return List.of(rows.total(), rows.page(0, 100).toList());
        }

        /** The whole answer. */
        public Object explain(QuestionForm form) {
            return new Explainer(index, jurisdiction).answer(lookup.question(form, NOON));
        }
    }
}
