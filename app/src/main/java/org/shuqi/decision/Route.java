package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Profile;
import org.shuqi.problem.Text;

/** The lawful way on from apply or negotiate: what to file, with whom, and how long it may take. */
final class Route {

    private static final int S7_ATTRIBUTE = 7;

    private final Verdict verdict;
    private final Hearing hearing;
    private final Index index;
    private final Jurisdiction jurisdiction;

    Route(Verdict verdict) {
        this.verdict = verdict;
        this.hearing = verdict.hearing();
        this.index = verdict.index();
        this.jurisdiction = hearing.jurisdiction();
    }

    List<Answer.Step> steps() {
        if (!isOpen(verdict.outcome())) {
            return List.of();
        }
        var provider = hearing.provider().map(party -> index.iri(party.iri()));
        return verdict.rulings().stream()
                .filter(one -> isOpen(one.outcome()))
                .map(Verdict.OnItem::ruling)
                .flatMap(ruling -> Stream.concat(ruling.findings().stream(), furtherOn(ruling)))
                .flatMap(finding -> steps(finding, provider, hearing.question()))
                .distinct()
                .toList();
    }

    private static boolean isOpen(Outcome outcome) {
        return outcome == Outcome.APPLY || outcome == Outcome.NEGOTIATE;
    }

    /** What will be wanted once a grant is there, so that nobody files twice. */
    private static Stream<Finding> furtherOn(Ruling ruling) {
        return ruling.outcome() == Outcome.APPLY && ruling.stage() == S7_ATTRIBUTE
                ? S8Requirements.unmet(ruling.matter()).stream()
                        .filter(finding -> finding.because() != Because.NO_SPECIAL_APPROVAL)
                : Stream.empty();
    }

    private Stream<Answer.Step> steps(Finding finding, Optional<String> provider, Question question) {
        var entry = List.of(index.iri(question.dataset().iri()));
        return switch (finding.because()) {
            case REPLY_NEEDED -> Stream.of(request(jurisdiction.unconditionalReply(), provider, entry));
            case NOT_YET_GRANTED, NO_REQUEST -> Stream.of(request(jurisdiction.conditionalReply(), provider, entry));
            case AGREEMENT_NEEDED, NO_AGREEMENT -> Stream.of(Steps.signAgreement(provider, entry));
            case NO_ASSESSMENT ->
                Stream.of(Steps.fileAssessment(
                        new Names(index).of(finding.about().get(0)),
                        List.of(finding.about().get(0), entry.get(0))));
            case CLEARANCE_TOO_LOW -> Stream.of(clearance(question));
            case NOT_DE_IDENTIFIED -> Stream.of(deIdentify(provider, entry));
            case NOT_THE_SOURCE ->
                Stream.of(Steps.chooseSource(
                        new Names(index).of(finding.about().get(2)),
                        finding.about().get(2),
                        entry));
            case NO_CLEAR_SOURCE -> Stream.of(settleTheSource(entry));
            default -> Stream.of(negotiate(provider, entry), dispute(entry));
        };
    }

    private Answer.Step request(Profile.Limit reply, Optional<String> provider, List<String> entry) {
        return Steps.fileRequest(reply, jurisdiction.delivery(), provider, entry);
    }

    private Answer.Step clearance(Question question) {
        return new Answer.Step(
                "obtain-clearance",
                new Text("由主管部门确认接收方的安全等级", "have the recipient's clearance settled by the competent authority"),
                Optional.empty(),
                List.of(index.iri(question.recipient())));
    }

    private static Answer.Step deIdentify(Optional<String> provider, List<String> entry) {
        return new Answer.Step(
                "de-identify",
                new Text("改为核验，或者与提供方约定脱敏规则", "verify instead, or agree on masking with the provider"),
                provider,
                entry);
    }

    private static Answer.Step settleTheSource(List<String> entry) {
        return new Answer.Step(
                "settle-source",
                new Text(
                        "请同级政务数据共享主管部门明确数源部门（《政务数据共享条例》第十九条）",
                        "ask the sharing authority of the same level to designate the source (Order 809 Art 19)"),
                Optional.empty(),
                entry);
    }

    private static Answer.Step negotiate(Optional<String> provider, List<String> entry) {
        return new Answer.Step(
                "negotiate",
                new Text("与提供方协商（《政务数据共享条例》第二十八条）", "negotiate with the provider (Order 809 Art 28)"),
                provider,
                entry);
    }

    private static Answer.Step dispute(List<String> entry) {
        return new Answer.Step(
                "raise-dispute",
                new Text(
                        "协商不成的，报同级主管部门协调，跨层级、跨地域的报共同上级主管部门；仍不成的，由本级人民政府决定（《政务数据共享条例》第二十八条）",
                        "if that fails, ask the sharing authority of the same level (across levels or regions the common superior) to coordinate, then its government to decide (Order 809 Art 28)"),
                Optional.empty(),
                entry);
    }
}
