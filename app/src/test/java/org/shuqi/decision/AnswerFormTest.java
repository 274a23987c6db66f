package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shuqi.Release;
import org.shuqi.WorkedExample;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;

/** The one JSON form of an answer. */
class AnswerFormTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Index INDEX = new IndexDerivation(ZONE).build(Release.into(WorkedExample.dataset()), 7);

    private static Map<String, Object> form(int question, Locale language) {
        var line = WorkedExample.questions().get(question - 1);
        var answer = Engine.answer(INDEX, line.form(), WorkedExample.BASE, ZONE, Optional.empty(), Clock.systemUTC());
        return AnswerForm.of(answer, language);
    }

    @Test
    void aPermitNamesItsGrantDutiesAndEnd() {
        var form = form(9, Locale.ENGLISH);

        assertThat(form)
                .containsEntry("outcome", "permit")
                .containsEntry("stage", "S10")
                .containsEntry("grants", List.of(WorkedExample.BASE + "agreement/A-2026-001"))
                .containsEntry("validUntil", "2026-12-31T16:00:00Z")
                .containsEntry("revision", 7L)
                .containsEntry("nearest", List.of())
                .containsEntry("route", List.of());
        assertThat(form.get("duties").toString())
                .contains("办结后30日内删除", "order-809-25", "order-809-26", "order-809-27", "order-809-29");
    }

    @Test
    void aPartPermitNamesThePartAndHowToGetTheRest() {
        var population = WorkedExample.dataset("population") + "/item/";

        var form = form(8, Locale.ENGLISH);

        assertThat(form).containsEntry("permitted", List.of(population + "id-number", population + "name"));
        assertThat(form.get("route").toString())
                .contains("file-request", "reply within 10 working day(s), 10 more if extended, delivery within 20")
                .contains("sign-agreement");
        assertThat(form.get("nearest").toString()).contains("drop-items", population + "fingerprint");
    }

    @Test
    void theLanguageIsTheCallers() {
        assertThat(form(27, Locale.CHINESE).get("reasons").toString()).contains("text=禁止提供：统计调查资料不得对外提供");
        assertThat(form(27, Locale.ENGLISH).get("reasons").toString()).contains("text=providing it is prohibited: ");
    }

    @Test
    void everyReasonNamesARuleAndItsLaw() {
        assertThat(form(27, Locale.ENGLISH).get("reasons").toString())
                .contains("stage=S4", "rule=" + WorkedExample.BASE + "norm/survey-secrecy", "law/statistics-28");
    }
}
