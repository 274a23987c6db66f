package org.shuqi.generate;

import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Writes legal bases and norms. The laws are real and cited by article; whom the norms name is invented. */
final class NormsRdf {

    private final World world;
    private final Norms norms;
    private final Quads everywhere;

    NormsRdf(World world, Norms norms, Quads everywhere) {
        this.world = world;
        this.norms = norms;
        this.everywhere = everywhere;
    }

    void write() {
        writeLaws(everywhere.in(world.graph("laws")));
        var quads = everywhere.in(world.graph("norms"));
        writeSurveySecrecy(quads);
        for (int number = 0; number < norms.prohibitions(); number++) {
            writeProhibition(quads, number);
        }
        for (int number = 0; number < world.size().mandates(); number++) {
            writeMandate(quads, norms.mandate(number));
        }
        for (int number = 0; number < world.size().returnFlows(); number++) {
            writeReturnFlow(quads, norms.returnFlow(number));
        }
        for (int number = 0; number < world.size().provinces(); number++) {
            writeRequirement(quads, number);
        }
        for (int number = 0; number < world.size().suspensionOrders(); number++) {
            writeSuspension(quads, number);
        }
    }

    private void writeLaws(Quads quads) {
        writeLaw(quads, "statistics-28", "统计法 第二十八条", "law", Day.of(2024, 9, 13));
        writeLaw(quads, "social-insurance-57", "社会保险法 第五十七条", "law", Day.of(2015, 1, 1));
        writeLaw(quads, "order-809-24", "政务数据共享条例 第二十四条", "administrative-regulation", Day.of(2025, 8, 1));
        writeLaw(quads, "example-regulation", "示例：行政法规（虚构）", "administrative-regulation", Day.of(2020, 1, 1));
        writeLaw(quads, "internal-rule", "示例：部门内部规定（虚构）", "normative-document", Day.of(2019, 1, 1));
    }

    private void writeLaw(Quads quads, String code, String title, String rank, int from) {
        var iri = world.iri("law/" + code);
        quads.a(iri, Sq.LegalBasis);
        quads.add(iri, Dct.title, Terms.zh(title));
        quads.add(iri, Sq.legalRank, Sq.code("legal-rank", rank));
        quads.add(iri, Sq.validFrom, Day.date(from));
    }

    private Node norm(Quads quads, String name, Node type, String law) {
        var iri = world.iri("norm/" + name);
        quads.a(iri, type);
        quads.add(iri, Sq.legalBasis, world.iri("law/" + law));
        return iri;
    }

    private void writeSurveySecrecy(Quads quads) {
        var iri = norm(quads, "survey-secrecy", Sq.Prohibition, "statistics-28");
        quads.add(iri, Skos.prefLabel, Terms.zh("统计调查资料不得用于统计以外的目的"));
        quads.add(iri, Sq.assetScope, Terms.MICRODATA);
        quads.add(iri, Sq.exceptPurpose, Terms.STATISTICS);
        quads.add(iri, Sq.validFrom, Day.date(Day.of(2024, 9, 13)));
    }

    /** Every third is a local list without a sufficient basis, which does not bind. */
    private void writeProhibition(Quads quads, int number) {
        var entry = norms.prohibited(number);
        var law = number % 3 == 2 ? "internal-rule" : "example-regulation";
        var iri = norm(quads, "negative-list-" + (number + 1), Sq.Prohibition, law);
        quads.add(iri, Skos.prefLabel, Terms.zh("负面清单：" + entry.title()));
        quads.add(iri, Sq.assetScope, entry.iri());
        var excepted = world.neighbour(entry.publisher(), world.dice("excepted", number));
        quads.add(iri, Sq.exceptRecipient, excepted.iri());
        quads.add(iri, Sq.validFrom, Day.date(Day.of(2025, 9, 1)));
    }

    private void writeMandate(Quads quads, Norms.Flow flow) {
        var iri = norm(quads, flow.name(), Sq.Mandate, "social-insurance-57");
        quads.add(iri, Skos.prefLabel, Terms.zh("应当提供：" + flow.entry().title()));
        quads.add(iri, Sq.providerScope, flow.entry().publisher().iri());
        quads.add(iri, Sq.assetScope, flow.entry().iri());
        quads.add(iri, Sq.recipientScope, flow.recipient().iri());
        quads.add(iri, Sq.purposeScope, Terms.SOCIAL_INSURANCE);
        quads.add(iri, Sq.validFrom, Day.date(Day.of(2015, 1, 1)));
    }

    private void writeReturnFlow(Quads quads, Norms.Flow flow) {
        var iri = norm(quads, flow.name(), Sq.ReturnFlow, "order-809-24");
        quads.add(iri, Skos.prefLabel, Terms.zh("数据回流：" + flow.entry().title()));
        quads.add(iri, Sq.providerScope, flow.entry().publisher().iri());
        quads.add(iri, Sq.assetScope, flow.entry().iri());
        quads.add(iri, Sq.recipientScope, flow.recipient().iri());
        quads.add(iri, Sq.region, world.division(flow.recipient().place()));
        quads.add(iri, Sq.validFrom, Day.date(Day.of(2025, 8, 1)));
    }

    private void writeRequirement(Quads quads, int province) {
        var police = world.organisation(Bureau.POLICE, province + 1);
        if (world.firstEntry(police) == world.afterLastEntry(police)) {
            return;
        }
        var place = police.place().code();
        var iri = norm(quads, "bulk-" + place, Sq.Requirement, "example-regulation");
        quads.add(iri, Skos.prefLabel, Terms.zh("批量提供须去标识化"));
        quads.add(
                iri,
                Sq.assetScope,
                world.iri("catalog/" + place + "-" + police.bureau().slug()));
        quads.add(iri, Sq.methodScope, Terms.BATCH);
        quads.add(iri, Sq.requires, Sq.code("evidence", "de-identification"));
        quads.add(iri, Sq.validFrom, Day.date(Day.of(2025, 8, 1)));
    }

    private void writeSuspension(Quads quads, int number) {
        var order = norms.suspension(number);
        var iri = world.iri("norm/suspension-" + (number + 1));
        quads.a(iri, Sq.SuspensionOrder);
        quads.add(iri, Skos.prefLabel, Terms.zh("超范围使用，暂停共享"));
        quads.add(iri, Sq.recipientScope, order.recipient().iri());
        quads.add(iri, Sq.providerScope, order.entry().publisher().iri());
        quads.add(iri, Sq.validFrom, Day.start(Day.TODAY - 30));
        quads.add(iri, Sq.validUntil, Day.start(Day.TODAY + 90));
    }
}
