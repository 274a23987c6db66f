package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Shuqi's own terms, spelled exactly as in {@code ontology/terms/}, where each is defined. */
public final class Sq {

    /** The namespace. */
    public static final String NS = "https://w3id.org/shuqi/ns#";
    /** Where the code lists live: {@code CODE + scheme + "/" + code}. */
    public static final String CODE = "https://w3id.org/shuqi/code/";
    // time.ttl
    public static final Node validFrom = term("validFrom");
    public static final Node validUntil = term("validUntil");
    // organization.ttl
    public static final Node organType = term("organType");
    public static final Node adminLevel = term("adminLevel");
    public static final Node verticalType = term("verticalType");
    public static final Node sectorSuperior = term("sectorSuperior");
    public static final Node authorityFor = term("authorityFor");
    public static final Node sharingOffice = term("sharingOffice");
    public static final Node clearance = term("clearance");
    public static final Node publicDuty = term("publicDuty");
    public static final Node PublicDuty = term("PublicDuty");
    public static final Node approvalRole = term("approvalRole");
    // catalog.ttl
    public static final Node codeList = term("codeList");
    public static final Node sharingAttribute = term("sharingAttribute");
    public static final Node sharingScope = term("sharingScope");
    public static final Node sharingPurpose = term("sharingPurpose");
    public static final Node sharingMethod = term("sharingMethod");
    public static final Node sharingCondition = term("sharingCondition");
    public static final Node nonShareReason = term("nonShareReason");
    public static final Node openAttribute = term("openAttribute");
    public static final Node openCondition = term("openCondition");
    public static final Node securityLevel = term("securityLevel");
    public static final Node resourceAttribute = term("resourceAttribute");
    public static final Node sourceDepartment = term("sourceDepartment");
    public static final Node sourceSystem = term("sourceSystem");
    public static final Node InformationSystem = term("InformationSystem");
    public static final Node entryStatus = term("entryStatus");
    public static final Node withdrawnAt = term("withdrawnAt");
    public static final Node changeOccurredAt = term("changeOccurredAt");
    public static final Node stateSecret = term("stateSecret");
    public static final Node workSecret = term("workSecret");
    // item.ttl
    public static final Node DataItem = term("DataItem");
    public static final Node dataItem = term("dataItem");
    public static final Node fieldName = term("fieldName");
    public static final Node dataType = term("dataType");
    public static final Node fieldLength = term("fieldLength");
    public static final Node primaryKey = term("primaryKey");
    public static final Node required = term("required");
    public static final Node valueList = term("valueList");
    public static final Node dataElement = term("dataElement");
    public static final Node personalData = term("personalData");
    public static final Node sensitivePersonalData = term("sensitivePersonalData");
    public static final Node personalDataCategory = term("personalDataCategory");
    public static final Node maskingRule = term("maskingRule");
    public static final Node MaskingRule = term("MaskingRule");
    public static final Node maskedItem = term("maskedItem");
    public static final Node maskingTechnique = term("maskingTechnique");
    public static final Node maskingStart = term("maskingStart");
    public static final Node maskingLength = term("maskingLength");
    // basis.ttl
    public static final Node LegalBasis = term("LegalBasis");
    public static final Node legalBasis = term("legalBasis");
    public static final Node legalRank = term("legalRank");
    public static final Node legalEffect = term("legalEffect");
    public static final Node article = term("article");
    public static final Node documentNumber = term("documentNumber");
    public static final Node rank = term("rank");
    // norm.ttl
    public static final Node Norm = term("Norm");
    public static final Node Mandate = term("Mandate");
    public static final Node Prohibition = term("Prohibition");
    public static final Node Requirement = term("Requirement");
    public static final Node ReturnFlow = term("ReturnFlow");
    public static final Node SuspensionOrder = term("SuspensionOrder");
    public static final Node OnwardConsent = term("OnwardConsent");
    public static final Node providerScope = term("providerScope");
    public static final Node assetScope = term("assetScope");
    public static final Node recipientScope = term("recipientScope");
    public static final Node purposeScope = term("purposeScope");
    public static final Node methodScope = term("methodScope");
    public static final Node exceptPurpose = term("exceptPurpose");
    public static final Node exceptRecipient = term("exceptRecipient");
    public static final Node overrides = term("overrides");
    public static final Node requires = term("requires");
    public static final Node region = term("region");
    public static final Node thirdParty = term("thirdParty");
    public static final Node includesSubordinates = term("includesSubordinates");
    public static final Node suspensionCause = term("suspensionCause");
    public static final Node issuedBy = term("issuedBy");
    public static final Node waivedByMandate = term("waivedByMandate");
    public static final Node rectifyBy = term("rectifyBy");
    public static final Node liftedAt = term("liftedAt");
    // profile.ttl
    public static final Node JurisdictionProfile = term("JurisdictionProfile");
    public static final Node jurisdiction = term("jurisdiction");
    public static final Node extendsProfile = term("extendsProfile");
    public static final Node defaultClearance = term("defaultClearance");
    public static final Node unconditionalNeedsReply = term("unconditionalNeedsReply");
    public static final Node acceptsLocalNegativeList = term("acceptsLocalNegativeList");
    public static final Node defaultAllow = term("defaultAllow");
    public static final Node forbidsOnwardProvision = term("forbidsOnwardProvision");
    public static final Node supplementRestartsClock = term("supplementRestartsClock");
    public static final Node minimumNonShareRank = term("minimumNonShareRank");
    public static final Node partyStateRegulationStandsAs = term("partyStateRegulationStandsAs");
    public static final Node deadline = term("deadline");
    public static final Node Deadline = term("Deadline");
    public static final Node clock = term("clock");
    public static final Node workingDays = term("workingDays");
    public static final Node extensionDays = term("extensionDays");
    public static final Node extensionApprover = term("extensionApprover");
    public static final Node retentionYears = term("retentionYears");
    // duty.ttl
    public static final Node versionKind = term("versionKind");
    public static final Node formerParty = term("formerParty");
    public static final Node newParty = term("newParty");
    public static final Node dueDate = term("dueDate");
    public static final Node dueEvery = term("dueEvery");
    public static final Node dueWithin = term("dueWithin");
    public static final Node dueAfterEnd = term("dueAfterEnd");
    public static final Node DutyFulfilment = term("DutyFulfilment");
    public static final Node ofDuty = term("ofDuty");
    public static final Node fulfilledBy = term("fulfilledBy");
    public static final Node fulfilledAt = term("fulfilledAt");
    public static final Node Breach = term("Breach");
    public static final Node AgreementTemplate = term("AgreementTemplate");
    public static final Node templateDuty = term("templateDuty");
    public static final Node reviewAfter = term("reviewAfter");
    public static final Node joins = term("joins");
    public static final Node leaves = term("leaves");
    // agreement.ttl
    public static final Node SharingAgreement = term("SharingAgreement");
    public static final Node ProcurementContract = term("ProcurementContract");
    public static final Node agreementStatus = term("agreementStatus");
    public static final Node agreementType = term("agreementType");
    public static final Node activatedAt = term("activatedAt");
    public static final Node suspension = term("suspension");
    public static final Node Suspension = term("Suspension");
    public static final Node terminatedAt = term("terminatedAt");
    public static final Node endCause = term("endCause");
    public static final Node leadParty = term("leadParty");
    public static final Node objective = term("objective");
    public static final Node principle = term("principle");
    public static final Node processingDescription = term("processingDescription");
    public static final Node usageRestriction = term("usageRestriction");
    public static final Node onwardRecipient = term("onwardRecipient");
    public static final Node processor = term("processor");
    public static final Node securityMeasure = term("securityMeasure");
    public static final Node qualityDuty = term("qualityDuty");
    public static final Node storagePeriod = term("storagePeriod");
    public static final Node disposalMethod = term("disposalMethod");
    public static final Node recordKeeping = term("recordKeeping");
    public static final Node assessmentSummary = term("assessmentSummary");
    public static final Node fee = term("fee");
    public static final Node changeClause = term("changeClause");
    public static final Node disputeClause = term("disputeClause");
    public static final Node publicity = term("publicity");
    public static final Node signature = term("signature");
    public static final Node Signature = term("Signature");
    public static final Node signatory = term("signatory");
    public static final Node signedAt = term("signedAt");
    public static final Node reviewDate = term("reviewDate");
    public static final Node expectedBenefit = term("expectedBenefit");
    public static final Node impetus = term("impetus");
    public static final Node dataSubjectClass = term("dataSubjectClass");
    public static final Node receive = term("receive");
    public static final Node redistribute = term("redistribute");
    public static final Node transferAbroad = term("transferAbroad");
    public static final Node recordUsage = term("recordUsage");
    public static final Node reportError = term("reportError");
    public static final Node reportIncident = term("reportIncident");
    public static final Node protectData = term("protectData");
    public static final Node method = term("method");
    // request.ttl
    public static final Node SharingRequest = term("SharingRequest");
    public static final Node requestStatus = term("requestStatus");
    public static final Node requester = term("requester");
    public static final Node usageBasis = term("usageBasis");
    public static final Node usageScenario = term("usageScenario");
    public static final Node usageScope = term("usageScope");
    public static final Node usageUntil = term("usageUntil");
    public static final Node necessity = term("necessity");
    public static final Node expectedVolume = term("expectedVolume");
    public static final Node receivingSystem = term("receivingSystem");
    public static final Node submittedAt = term("submittedAt");
    public static final Node receivedAt = term("receivedAt");
    public static final Node repliedAt = term("repliedAt");
    public static final Node consented = term("consented");
    public static final Node refusalGround = term("refusalGround");
    public static final Node refusalReason = term("refusalReason");
    public static final Node deliveredAt = term("deliveredAt");
    public static final Node extension = term("extension");
    public static final Node Extension = term("Extension");
    public static final Node supplementNotice = term("supplementNotice");
    public static final Node SupplementNotice = term("SupplementNotice");
    public static final Node missingMaterial = term("missingMaterial");
    public static final Node notifiedAt = term("notifiedAt");
    public static final Node suppliedAt = term("suppliedAt");
    public static final Node approval = term("approval");
    public static final Node Approval = term("Approval");
    public static final Node approvedBy = term("approvedBy");
    public static final Node approvedAt = term("approvedAt");
    public static final Node approved = term("approved");
    public static final Node opinion = term("opinion");
    // list.ttl
    public static final Node ListEntry = term("ListEntry");
    public static final Node DemandListEntry = term("DemandListEntry");
    public static final Node ResponsibilityListEntry = term("ResponsibilityListEntry");
    public static final Node NegativeListEntry = term("NegativeListEntry");
    public static final Node listedBy = term("listedBy");
    public static final Node reviewedBy = term("reviewedBy");
    public static final Node matchedBy = term("matchedBy");
    // assessment.ttl
    public static final Node Assessment = term("Assessment");
    public static final Node passed = term("passed");
    public static final Node destination = term("destination");
    public static final Node assessedAt = term("assessedAt");
    public static final Node fileHash = term("fileHash");
    public static final Node assessor = term("assessor");
    // case.ttl
    public static final Node SourceDesignation = term("SourceDesignation");
    public static final Node collector = term("collector");
    public static final Node decidedBy = term("decidedBy");
    public static final Node decidedAt = term("decidedAt");
    public static final Node decisionText = term("decisionText");
    public static final Node UsageRecord = term("UsageRecord");
    public static final Node underGrant = term("underGrant");
    public static final Node usageProcess = term("usageProcess");
    public static final Node usageEffect = term("usageEffect");
    public static final Node storageStatus = term("storageStatus");
    public static final Node disposalStatus = term("disposalStatus");
    public static final Node usageCount = term("usageCount");
    public static final Node recordedAt = term("recordedAt");
    public static final Node CorrectionRequest = term("CorrectionRequest");
    public static final Node caseStatus = term("caseStatus");
    public static final Node respondent = term("respondent");
    public static final Node recordKey = term("recordKey");
    public static final Node observedValue = term("observedValue");
    public static final Node expectedValue = term("expectedValue");
    public static final Node feedback = term("feedback");
    public static final Node ObjectionMark = term("ObjectionMark");
    public static final Node Dispute = term("Dispute");
    public static final Node disputant = term("disputant");
    public static final Node disputeLevel = term("disputeLevel");
    public static final Node about = term("about");
    public static final Node ChangeFiling = term("ChangeFiling");
    public static final Node changeKind = term("changeKind");
    public static final Node consultedAt = term("consultedAt");
    public static final Node filedAt = term("filedAt");
    public static final Node filingNumber = term("filingNumber");
    public static final Node Disposal = term("Disposal");
    public static final Node disposedAt = term("disposedAt");
    public static final Node disposalInstruction = term("disposalInstruction");
    public static final Node Incident = term("Incident");
    public static final Node occurredAt = term("occurredAt");
    public static final Node reportedAt = term("reportedAt");
    public static final Node remedialAction = term("remedialAction");
    public static final Node Complaint = term("Complaint");
    public static final Node Finding = term("Finding");
    public static final Node violationCode = term("violationCode");
    public static final Node responsibleParty = term("responsibleParty");
    // clock.ttl
    public static final Node WorkingCalendar = term("WorkingCalendar");
    public static final Node calendarYear = term("calendarYear");
    public static final Node holidaySpan = term("holidaySpan");
    public static final Node HolidaySpan = term("HolidaySpan");
    public static final Node firstDay = term("firstDay");
    public static final Node lastDay = term("lastDay");
    public static final Node makeUpDay = term("makeUpDay");
    public static final Node ClockRule = term("ClockRule");
    public static final Node appliesTo = term("appliesTo");
    public static final Node startedBy = term("startedBy");
    public static final Node startedElseBy = term("startedElseBy");
    public static final Node stoppedBy = term("stoppedBy");
    public static final Node stoppedByRole = term("stoppedByRole");
    public static final Node dueBy = term("dueBy");
    public static final Node yearsFrom = term("yearsFrom");
    public static final Node onlyWhen = term("onlyWhen");
    public static final Node responsibleAs = term("responsibleAs");
    public static final Node pausedBySupplement = term("pausedBySupplement");
    public static final Node extensionNeedsNotice = term("extensionNeedsNotice");
    public static final Node lapses = term("lapses");
    public static final Node voidIn = term("voidIn");
    public static final Node dueOn = term("dueOn");
    public static final Node DueNotice = term("DueNotice");
    public static final Node Webhook = term("Webhook");
    public static final Node callback = term("callback");
    public static final Node secretName = term("secretName");
    public static final Node eventType = term("eventType");
    // decision.ttl
    public static final Node Decision = term("Decision");
    public static final Node ItemDecision = term("ItemDecision");
    public static final Node Reason = term("Reason");
    public static final Node recipient = term("recipient");
    public static final Node dataset = term("dataset");
    public static final Node purpose = term("purpose");
    public static final Node provider = term("provider");
    public static final Node item = term("item");
    public static final Node askedAt = term("askedAt");
    public static final Node outcome = term("outcome");
    public static final Node stage = term("stage");
    public static final Node itemDecision = term("itemDecision");
    public static final Node reason = term("reason");
    public static final Node rule = term("rule");
    public static final Node grant = term("grant");
    public static final Node revision = term("revision");
    public static final Node permits = term("permits");
    public static final Node decide = term("decide");
    public static final Node DecisionReceipt = term("DecisionReceipt");
    public static final Node question = term("question");
    public static final Node answer = term("answer");
    public static final Node answerHash = term("answerHash");
    public static final Node logHash = term("logHash");
    public static final Node askedBy = term("askedBy");
    // procedure.ttl
    public static final Node LifeCycle = term("LifeCycle");
    public static final Node Step = term("Step");
    public static final Node StepTaken = term("StepTaken");
    public static final Node StepCondition = term("StepCondition");
    public static final Node PartTemplate = term("PartTemplate");
    public static final Node Setting = term("Setting");
    public static final Node ofClass = term("ofClass");
    public static final Node statusProperty = term("statusProperty");
    public static final Node initialStatus = term("initialStatus");
    public static final Node editableIn = term("editableIn");
    public static final Node impliedWhen = term("impliedWhen");
    public static final Node step = term("step");
    public static final Node fromStatus = term("fromStatus");
    public static final Node toStatus = term("toStatus");
    public static final Node actingParty = term("actingParty");
    public static final Node needs = term("needs");
    public static final Node needsNote = term("needsNote");
    public static final Node condition = term("condition");
    public static final Node ask = term("ask");
    public static final Node select = term("select");
    public static final Node stamps = term("stamps");
    public static final Node clears = term("clears");
    public static final Node sets = term("sets");
    public static final Node ofProperty = term("ofProperty");
    public static final Node fixedValue = term("fixedValue");
    public static final Node copiedFrom = term("copiedFrom");
    public static final Node opens = term("opens");
    public static final Node closes = term("closes");
    public static final Node partClass = term("partClass");
    public static final Node partyProperty = term("partyProperty");
    public static final Node takes = term("takes");
    public static final Node noteProperty = term("noteProperty");
    public static final Node copies = term("copies");
    public static final Node onlyIf = term("onlyIf");
    public static final Node otherPersonThan = term("otherPersonThan");
    public static final Node endsPredecessor = term("endsPredecessor");
    public static final Node stepTaken = term("stepTaken");
    public static final Node takenStep = term("takenStep");
    public static final Node takenBy = term("takenBy");
    public static final Node takenAt = term("takenAt");
    public static final Node person = term("person");
    public static final Node note = term("note");
    public static final Node objectionFreezes = term("objectionFreezes");
    public static final Node objectionMark = term("objectionMark");
    public static final Node objectionFreeze = term("objectionFreeze");
    // procurement.ttl
    public static final Node procurementMode = term("procurementMode");
    public static final Node supplier = term("supplier");
    public static final Node contractPrice = term("contractPrice");
    public static final Node mayReshare = term("mayReshare");
    public static final Node reportWithin = term("reportWithin");
    // supervision.ttl
    public static final Node violatedSince = term("violatedSince");
    public static final Node joinedAt = term("joinedAt");

    private Sq() {}

    /** The concept of a code list: {@code code("level", "core")}. */
    public static Node code(String scheme, String code) {
        return NodeFactory.createURI(CODE + scheme + "/" + code);
    }

    /** The concept scheme itself: {@code scheme("level")}. */
    public static Node scheme(String scheme) {
        return NodeFactory.createURI(CODE + scheme);
    }

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
