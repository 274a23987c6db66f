package org.shuqi.browser;

import java.util.ArrayList;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.Demo;
import org.shuqi.TestCallers;
import org.shuqi.change.Changes;
import org.shuqi.web.City;

/** Requests of the tax bureau to the civil affairs bureau, put into the registry as if they had come earlier. */
final class Requests {

    private static final String TRIG =
            """
            @prefix sq: <https://w3id.org/shuqi/ns#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix odrl: <http://www.w3.org/ns/odrl/2/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @base <%s> .
            <graph/request/%s> {
              <request/%2$s> a sq:SharingRequest ; dct:identifier "%2$s" ; dct:title "税务局申请%2$s"@zh ; sq:requester <organization/nc-tax> ;
                  sq:usageBasis "税收征管职责"@zh ; sq:usageScenario "个人所得税专项附加扣除核验"@zh ; sq:usageScope "纳税服务科"@zh ;
                  sq:sharingMethod <https://w3id.org/shuqi/code/sharing-method/query> ; sq:usageUntil "2027-05-01T00:00:00+08:00"^^xsd:dateTime ;
                  sq:submittedAt "2026-05-18T09:00:00+08:00"^^xsd:dateTime ; sq:receivedAt "%3$s"^^xsd:dateTime ;
                  %4$s
                  sq:approval <request/%2$s#head> ; odrl:permission <request/%2$s#p1> .
              <request/%2$s#head> a sq:Approval ; sq:approvalRole <https://w3id.org/shuqi/code/approval-role/sharing-office-head> ;
                  sq:approved true ; sq:approvedAt "2026-05-18T09:00:00+08:00"^^xsd:dateTime .
              <request/%2$s#p1> a odrl:Permission ; odrl:assigner <organization/nc-civil> ; odrl:assignee <organization/nc-tax> ;
                  odrl:action sq:receive ; odrl:target <dataset/%5$s> ; odrl:constraint <request/%2$s#c1> .
              <request/%2$s#c1> a odrl:Constraint ; odrl:leftOperand odrl:purpose ; odrl:operator odrl:isAnyOf ;
                  odrl:rightOperand <https://w3id.org/shuqi/code/purpose/tax-enforcement> .
            }
            """;

    private Requests() {}

    /** One that was received on a day of May and waits for an answer. */
    static void waiting(City city, String number, int dayOfMay) {
        file(city, number, dayOfMay, "", "nc-marriages");
    }

    /** One that was granted last week. */
    static void granted(City city, String number) {
        file(
                city,
                number,
                26,
                """
                sq:repliedAt "2026-05-28T10:00:00+08:00"^^xsd:dateTime ; sq:consented true ;
                sq:validFrom "2026-05-28T10:00:00+08:00"^^xsd:dateTime ; sq:validUntil "2027-05-01T00:00:00+08:00"^^xsd:dateTime ;
                """,
                "nc-low-income");
    }

    /** One that was refused last week. */
    static void refused(City city, String number) {
        file(
                city,
                number,
                26,
                """
                sq:repliedAt "2026-05-28T10:00:00+08:00"^^xsd:dateTime ; sq:consented false ;
                sq:refusalGround <https://w3id.org/shuqi/code/refusal-ground/g4> ; sq:refusalReason "用途不在目录列明的使用用途之内"@zh ;
                """,
                "nc-low-income");
    }

    private static void file(City city, String number, int day, String reply, String dataset) {
        var received = "2026-05-%02dT10:00:00+08:00".formatted(day);
        var graph = DatasetGraphFactory.create();
        RDFParser.fromString(TRIG.formatted(Demo.BASE, number, received, reply, dataset), Lang.TRIG)
                .parse(graph);
        var quads = new ArrayList<Quad>();
        graph.find().forEachRemaining(quads::add);
        TestCallers.apply(city.server().bean(Changes.class), quads);
    }
}
