package org.shuqi.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Proposing;
import org.shuqi.vocabulary.Signing;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;
import org.shuqi.vocabulary.Trust;

/**
 * The kinds of record that can be listed, read and written by themselves.
 *
 * <p>A record is an IRI with one of the kind's classes. A new one gets the IRI {@code {base}{segment}/{id}} and lives in
 * the named graph {@code {base}graph/{segment}/{id}}, except a dataset, which lives in the graph of its catalogue.
 */
public enum RecordKind {
    ORGANIZATIONS("organizations", "organization", Org.FormalOrganization, Org.Organization, Odrl.PartyCollection),
    CATALOGS("catalogs", "catalog", Dcat.Catalog),
    DATASETS("datasets", "dataset", Dcat.Dataset),
    LEGAL_BASES("legal-bases", "law", Sq.LegalBasis),
    NORMS(
            "norms",
            "norm",
            Sq.Prohibition,
            Sq.Mandate,
            Sq.Requirement,
            Sq.ReturnFlow,
            Sq.SuspensionOrder,
            Sq.OnwardConsent),
    ASSESSMENTS("assessments", "assessment", Sq.Assessment),
    AGREEMENTS("agreements", "agreement", Sq.SharingAgreement, Sq.ProcurementContract),
    REQUESTS("requests", "request", Sq.SharingRequest),
    CORRECTIONS("corrections", "case", Sq.CorrectionRequest),
    DISPUTES("disputes", "case", Sq.Dispute),
    LISTS("lists", "list", Sq.DemandListEntry, Sq.ResponsibilityListEntry, Sq.NegativeListEntry),
    FILINGS("filings", "filing", Sq.ChangeFiling),
    DESIGNATIONS("designations", "designation", Sq.SourceDesignation),
    DISPOSALS("disposals", "disposal", Sq.Disposal),
    USAGE_RECORDS("usage-records", "usage", Sq.UsageRecord),
    FINDINGS("findings", "finding", Sq.Finding),
    INCIDENTS("incidents", "incident", Sq.Incident),
    COMPLAINTS("complaints", "complaint", Sq.Complaint),
    FULFILMENTS("fulfilments", "fulfilment", Sq.DutyFulfilment),
    BREACHES("breaches", "breach", Sq.Breach),
    PROFILES("profiles", "profile", Sq.JurisdictionProfile),
    CALENDARS("calendars", "calendar", Sq.WorkingCalendar),
    WEBHOOKS("webhooks", "webhook", Sq.Webhook),
    ACCOUNTS("accounts", "account", Trust.Account),
    APPOINTMENTS("appointments", "appointment", Trust.Appointment),
    KEYS("keys", "key", Trust.ApiKey),
    CERTIFICATES("certificates", "certificate", Trust.ClientCertificate),
    PUBLIC_KEYS("public-keys", "public-key", Signing.PublicKey),
    PROPOSALS("proposals", "proposal", Proposing.Proposal),
    /** Written by the service itself when somebody asks for a decision to be kept, and never changed. */
    RECEIPTS("receipts", "receipt", Sq.DecisionReceipt);

    /** What a reader would call the record. */
    static final List<Node> LABELS = List.of(Skos.prefLabel, Dct.title, Skos.altLabel);

    private final String path;
    private final String segment;
    private final List<Node> types;

    RecordKind(String path, String segment, Node... types) {
        this.path = path;
        this.segment = segment;
        this.types = List.of(types);
    }

    /** The kind under {@code /api/v1/{path}}. */
    public static Optional<RecordKind> at(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    /** The kind that one of these classes belongs to. */
    public static Optional<RecordKind> of(Set<Node> types) {
        return Arrays.stream(values())
                .filter(kind -> kind.types.stream().anyMatch(types::contains))
                .findFirst();
    }

    /** Last segment of the address under {@code /api/v1/}. */
    public String path() {
        return path;
    }

    /** First segment of the IRI after the base IRI. */
    public String segment() {
        return segment;
    }

    /** The classes, the one for a new record without a type first. */
    public List<Node> types() {
        return types;
    }

    /** Whether people may write records of the kind. */
    boolean isWrittenByPeople() {
        return this != RECEIPTS;
    }

    /** The class that a record gets if it names none; empty if the caller has to choose. */
    Optional<Node> soleType() {
        return this == NORMS || this == LISTS ? Optional.empty() : Optional.of(types.get(0));
    }
}
