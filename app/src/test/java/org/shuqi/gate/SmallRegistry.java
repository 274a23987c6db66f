package org.shuqi.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/** Grows a small random registry that conforms, as quads. */
final class SmallRegistry {

    private static final String PREFIXES =
            """
            PREFIX : <http://localhost:8080/id/>
            PREFIX sq: <https://w3id.org/shuqi/ns#>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX kind: <https://w3id.org/shuqi/code/organ-type/>
            PREFIX level: <https://w3id.org/shuqi/code/level/>
            PREFIX attr: <https://w3id.org/shuqi/code/sharing-attribute/>
            PREFIX method: <https://w3id.org/shuqi/code/sharing-method/>
            PREFIX rank: <https://w3id.org/shuqi/code/legal-rank/>
            PREFIX purpose: <https://w3id.org/shuqi/code/purpose/>
            PREFIX theme: <https://w3id.org/shuqi/code/theme/>
            PREFIX need: <https://w3id.org/shuqi/code/evidence/>
            PREFIX role: <https://w3id.org/shuqi/code/approval-role/>
            PREFIX div: <https://w3id.org/shuqi/code/division/>
            PREFIX fmt: <https://w3id.org/shuqi/code/format/>
            PREFIX freq: <https://w3id.org/shuqi/code/update-frequency/>
            """;

    private static final String CODES =
            """
            GRAPH :codes {
              kind:government-department a skos:Concept ; skos:prefLabel "政府部门"@zh .
              kind:enterprise a skos:Concept ; skos:prefLabel "企业"@zh .
              level:general-1 a skos:Concept ; skos:prefLabel "1级"@zh ; sq:rank 1 .
              level:general-3 a skos:Concept ; skos:prefLabel "3级"@zh ; sq:rank 3 .
              level:important a skos:Concept ; skos:prefLabel "重要"@zh ; sq:rank 5 .
              rank:law a skos:Concept ; skos:prefLabel "法律"@zh ; sq:rank 7 .
              rank:normative-document a skos:Concept ; skos:prefLabel "规范性文件"@zh ; sq:rank 2 .
              purpose:service a skos:Concept ; skos:prefLabel "政务服务"@zh .
              purpose:housing a skos:Concept ; skos:prefLabel "公积金"@zh ; skos:broader purpose:service .
              theme:population a skos:Concept ; skos:prefLabel "人口"@zh .
              theme:children a skos:Concept ; skos:prefLabel "儿童"@zh ; skos:broader theme:population .
              need:agreement a skos:Concept ; skos:prefLabel "协议"@zh .
              need:secrecy-assessment a skos:Concept ; skos:prefLabel "保密评估"@zh .
              need:impact-assessment a skos:Concept ; skos:prefLabel "影响评估"@zh .
              div:150000 a skos:Concept ; skos:prefLabel "自治区"@zh .
              div:150600 a skos:Concept ; skos:prefLabel "市"@zh ; skos:broader div:150000 .
              fmt:database a skos:Concept ; skos:prefLabel "数据库"@zh .
              freq:daily a skos:Concept ; skos:prefLabel "每日"@zh .
              :own-term rdfs:subClassOf :other-term .
            }
            GRAPH :laws {
              :law a sq:LegalBasis ; dct:title "法"@zh ; sq:legalRank rank:law ; sq:validFrom "2010-01-01"^^xsd:date .
              :notice a sq:LegalBasis ; dct:title "通知"@zh ; sq:legalRank rank:normative-document .
            }
            GRAPH :parties { :desks a odrl:PartyCollection ; skos:prefLabel "窗口"@zh }
            """;

    private final Random random;
    private final StringBuilder text = new StringBuilder(PREFIXES).append(CODES);
    private final List<String> organizations = new ArrayList<>();
    private final List<String> datasets = new ArrayList<>();
    private final List<String> items = new ArrayList<>();

    private SmallRegistry(Random random) {
        this.random = random;
    }

    /** The quads of a registry that conforms. */
    static List<Quad> grown(Random random) {
        var registry = new SmallRegistry(random);
        registry.grow();
        var data = DatasetGraphFactory.create();
        RDFParser.fromString(registry.text.toString(), Lang.TRIG).parse(data);
        return Iter.toList(data.find());
    }

    private void grow() {
        for (int i = 0, n = 3 + random.nextInt(3); i < n; i++) {
            organization(i);
        }
        for (int i = 0, n = 2 + random.nextInt(4); i < n; i++) {
            dataset(i);
        }
        say(
                "GRAPH :catalog { :catalog a dcat:Catalog ; dct:publisher %s ; dcat:dataset %s }",
                any(organizations), list(datasets));
        for (int i = 0, n = 1 + random.nextInt(3); i < n; i++) {
            agreement(i);
        }
        norms();
    }

    private void organization(int i) {
        var parent = organizations.isEmpty() ? "" : "; org:subOrganizationOf " + any(organizations);
        say(
                "GRAPH :o%1$d { :o%1$d a org:FormalOrganization ; skos:prefLabel \"单位%1$d\"@zh ; sq:organType kind:government-department"
                        + " ; dct:spatial div:150600 ; sq:clearance level:general-3 ; odrl:partOf :desks %2$s }",
                i, parent);
        organizations.add(":o" + i);
    }

    private void dataset(int i) {
        var attribute = List.of(
                        "sq:sharingAttribute attr:unconditional",
                        "sq:sharingAttribute attr:conditional ; sq:sharingScope :desks , %s ; sq:sharingPurpose purpose:housing"
                                .formatted(any(organizations)),
                        "sq:sharingAttribute attr:not-shared ; sq:nonShareReason \"理由\"@zh ; sq:legalBasis :law")
                .get(random.nextInt(3));
        var own = new ArrayList<String>();
        for (int k = 0, n = 1 + random.nextInt(2); k < n; k++) {
            var item = ":d%d-i%d".formatted(i, k);
            say(
                    "GRAPH :d%d { %s a sq:DataItem ; dct:title \"项\"@zh ; sq:securityLevel %s ; sq:personalData %s }",
                    i, item, random.nextBoolean() ? "level:general-1" : "level:general-3", random.nextBoolean());
            own.add(item);
        }
        say(
                "GRAPH :d%1$d { :d%1$d a dcat:Dataset ; dct:identifier \"307001/00000%1$d\" ; dct:title \"条目\"@zh ; dct:description \"说明\"@zh ;"
                        + " dct:publisher %2$s ; dcat:theme theme:children ; dct:format fmt:database ; dct:accrualPeriodicity freq:daily ;"
                        + " sq:securityLevel level:general-3 ; dct:issued \"%3$s-09-01\"^^xsd:date ; sq:sharingMethod method:query ; %4$s ; sq:dataItem %5$s }",
                i, any(organizations), random.nextBoolean() ? "2025" : "2019", attribute, list(own));
        datasets.add(":d" + i);
        items.addAll(own);
    }

    private void agreement(int i) {
        say(
                "GRAPH :a%1$d { :a%1$d a sq:SharingAgreement ; dct:identifier \"A-%1$d\" ; dct:title \"协议\"@zh ;"
                        + " sq:activatedAt \"2026-01-01T09:00:00+08:00\"^^xsd:dateTime ; sq:validFrom \"2026-01-01\"^^xsd:date ; sq:validUntil \"2027-01-01\"^^xsd:date ;"
                        + " odrl:permission :a%1$d-p ; sq:suspension [ sq:validFrom \"2026-02-01\"^^xsd:date ; sq:validUntil \"2026-03-01\"^^xsd:date ] ."
                        + " :a%1$d-p a odrl:Permission ; odrl:assigner %2$s ; odrl:assignee %3$s ; odrl:target %4$s , %5$s ; odrl:action sq:receive ; odrl:constraint :a%1$d-c ."
                        + " :a%1$d-c a odrl:Constraint ; odrl:leftOperand odrl:purpose ; odrl:operator odrl:isAnyOf ; odrl:rightOperand purpose:housing }",
                i, any(organizations), any(organizations), any(datasets), any(items));
    }

    private void norms() {
        say(
                "GRAPH :norms { :ban a sq:Prohibition ; sq:assetScope %s , theme:population ; sq:recipientScope %s ; sq:exceptPurpose purpose:service ; sq:legalBasis :law ; sq:validFrom \"2020-01-01\"^^xsd:date ."
                        + " :must a sq:Mandate ; sq:providerScope %s ; sq:legalBasis :law ; sq:validFrom \"2020-01-01\"^^xsd:date ."
                        + " :needs a sq:Requirement ; sq:assetScope level:important ; sq:requires need:agreement ; sq:validFrom \"2020-01-01\"^^xsd:date ."
                        + " :back a sq:ReturnFlow ; sq:recipientScope %s ; sq:region div:150600 ; sq:legalBasis :law ; sq:validFrom \"2020-01-01\"^^xsd:date }",
                any(datasets), any(organizations), any(organizations), any(organizations));
        say(
                "GRAPH :assessment { :checked a sq:Assessment ; dct:type need:secrecy-assessment ; sq:assetScope %s ; sq:passed true }",
                any(datasets));
        say(
                "GRAPH :request { :r a sq:SharingRequest ; dct:identifier \"R-1\" ; sq:consented true ; sq:repliedAt \"2026-04-10T10:00:00+08:00\"^^xsd:dateTime ; odrl:permission :r-p ."
                        + " :r-p odrl:assigner %s ; odrl:assignee %s ; odrl:target %s ; odrl:action sq:receive }",
                any(organizations), any(organizations), any(datasets));
    }

    private void say(String pattern, Object... arguments) {
        text.append(pattern.formatted(arguments)).append('\n');
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private static String list(List<String> names) {
        return String.join(" , ", names);
    }
}
