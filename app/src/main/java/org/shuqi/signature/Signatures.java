package org.shuqi.signature;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.change.Guard;
import org.shuqi.graph.Store;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Sq;

/** What the parties of an agreement sign, and whether their signatures hold. */
public final class Signatures {

    private final Store store;
    private final Records records;
    private final ZoneId zone;
    private final Authorities authorities;

    private Signatures(Store store, Records records, ZoneId zone, Authorities authorities) {
        this.store = store;
        this.records = records;
        this.zone = zone;
        this.authorities = authorities;
    }

    /** Over one registry. */
    public static Signatures over(Store store, Records records, ZoneId zone) {
        return new Signatures(store, records, zone, Authorities.unnamed());
    }

    /** The same, which knows the time-stamping authorities that the operator trusts. */
    public Signatures knowing(Stamping stamping) {
        return new Signatures(store, records, zone, stamping.authorities());
    }

    /** What lets no digital signature in that does not hold. */
    public static Guard guard(Clock clock, ZoneId zone) {
        return new SignatureGuard(clock, zone);
    }

    /**
     * What is signed.
     *
     * @param agreement its IRI
     * @param text the bytes to be signed: canonical N-Quads in UTF-8
     * @param revision the revision that was read
     */
    public record Canonical(String agreement, byte[] text, long revision) {

        public Canonical {
            text = text.clone();
        }

        @Override
        public byte[] text() {
            return text.clone();
        }
    }

    /**
     * The bytes that the parties of an agreement sign.
     *
     * @throws org.shuqi.problem.Refusal UNKNOWN if there is no such agreement, LIMIT if it cannot be made canonical
     */
    public Canonical canonical(String id) {
        var record = records.read(RecordKind.AGREEMENTS, id);
        var text = CanonicalForm.of(SignedPart.of(record.iri(), record.description()));
        return new Canonical(record.iri().getURI(), text, record.revision());
    }

    /**
     * Whether the signatures under an agreement hold, in the order of their names.
     *
     * @throws org.shuqi.problem.Refusal UNKNOWN if there is no such agreement
     */
    public List<Validity> validity(String id) {
        var record = records.read(RecordKind.AGREEMENTS, id);
        try (var now = store.read()) {
            var description = record.description();
            var examination = new Examination(now.union(), description, zone, authorities);
            return description.find(record.iri(), Sq.signature, Node.ANY).mapWith(Triple::getObject).toList().stream()
                    .sorted(java.util.Comparator.comparing(Node::toString))
                    .map(signature ->
                            examination.of(signature, () -> CanonicalForm.of(SignedPart.of(record.iri(), description))))
                    .toList();
        }
    }
}
