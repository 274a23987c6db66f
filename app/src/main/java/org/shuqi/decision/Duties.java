package org.shuqi.decision;

import java.util.List;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Duty;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Terms;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/** What binds the recipient of what is permitted: by law, by the norms and by the grants relied on. */
final class Duties {

    private static final List<Answer.Duty> STATUTORY = List.of(
            duty(
                    Odrl.obtainConsent.getURI(),
                    "order-809-25",
                    "不得擅自扩大使用范围、改变用途或者提供给第三方；确需如此的，先取得提供方同意",
                    "do not widen the use, change the purpose or pass the data on without the provider's consent"),
            duty(
                    Sq.reportError.getURI(),
                    "order-809-26",
                    "发现数据不准确或者不完整的，提出校核申请",
                    "ask for correction when data are inaccurate or incomplete"),
            duty(
                    Odrl.delete.getURI(),
                    "order-809-27",
                    "使用目的已实现、无法实现或者不再必要时，按照提供方的要求处置数据",
                    "dispose of the data as the provider requires once the purpose is achieved, cannot be achieved or needs them no longer"),
            duty(
                    Sq.recordUsage.getURI(),
                    "order-809-29",
                    "记录使用场景、使用过程、应用成效、存储情况、销毁情况，至少保存三年",
                    "record scenario, process, effect, storage and destruction, and keep the records three years at least"));

    private final Index index;

    Duties(Index index) {
        this.index = index;
    }

    private static Answer.Duty duty(String action, String law, String zh, String en) {
        return new Answer.Duty(action, new Text(zh, en), Codes.law(law));
    }

    List<Answer.Duty> of(Verdict verdict) {
        var permits = verdict.rulings().stream()
                .map(Verdict.OnItem::ruling)
                .filter(ruling -> ruling.outcome() == Outcome.PERMIT)
                .toList();
        if (permits.isEmpty()) {
            return List.of();
        }
        var fromNorms = permits.stream()
                .flatMap(ruling -> ruling.norms().stream())
                .flatMap(norm -> norm.duties().stream().map(duty -> inWords(duty, index.iri(norm.iri()))));
        var fromGrants = permits.stream()
                .flatMap(ruling -> ruling.grants().stream())
                .flatMap(grant -> grant.duties().stream().map(duty -> inWords(duty, index.iri(grant.source()))));
        return Stream.of(fromNorms, fromGrants, STATUTORY.stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private Answer.Duty inWords(Duty duty, String source) {
        var action = index.iri(duty.action() == Terms.NONE ? duty.iri() : duty.action());
        var said = duty.said() ? duty.text() : new Names(index).of(action);
        return new Answer.Duty(action, said, source);
    }
}
