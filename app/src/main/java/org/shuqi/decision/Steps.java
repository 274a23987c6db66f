package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Profile;
import org.shuqi.problem.Text;

/** The things one may do, in words; the route and the nearest permit say them alike. */
final class Steps {

    private Steps() {}

    static Answer.Step fileRequest(
            Profile.Limit reply, Profile.Limit delivery, Optional<String> provider, List<String> subject) {
        var zh = reply.more() == 0
                ? "向提供方提出共享申请：%1$d 个工作日内答复，同意后 %3$d 个工作日内提供（《政务数据共享条例》第二十条至第二十二条）"
                : "向提供方提出共享申请：%1$d 个工作日内答复，经批准可以延长不超过 %2$d 个工作日，同意后 %3$d 个工作日内提供（《政务数据共享条例》第二十条至第二十二条）";
        var en = reply.more() == 0
                ? "file a request with the provider: reply within %1$d working day(s), delivery within %3$d after consent (Order 809 Art 20 to 22)"
                : "file a request with the provider: reply within %1$d working day(s), %2$d more if extended, delivery within %3$d after consent (Order 809 Art 20 to 22)";
        return new Answer.Step(
                "file-request", Text.of(zh, en, reply.days(), reply.more(), delivery.days()), provider, subject);
    }

    static Answer.Step signAgreement(Optional<String> provider, List<String> subject) {
        return new Answer.Step(
                "sign-agreement",
                new Text("与提供方签订数据共享协议", "sign a sharing agreement with the provider"),
                provider,
                subject);
    }

    static Answer.Step fileAssessment(Text type, List<String> subject) {
        return new Answer.Step(
                "file-assessment",
                new Text("完成并登记有效的" + type.zh(), "complete and register a valid " + type.en()),
                Optional.empty(),
                subject);
    }

    static Answer.Step chooseSource(Text name, String source, List<String> subject) {
        return new Answer.Step(
                "choose-source",
                new Text("改向数源部门 " + name.zh() + " 提出", "turn to the source, " + name.en()),
                Optional.of(source),
                subject);
    }
}
