package org.shuqi.generate;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.vocabulary.Sq;

/** The concepts of the shipped code lists that a generated registry uses, and literals. */
final class Terms {

    static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
    static final Node FALSE = NodeFactory.createLiteralDT("false", XSDDatatype.XSDboolean);
    static final Node INVENTED = zh("虚构，由程序生成 / invented, made by a program");

    /** Purposes that bodies have. */
    static final List<Node> PURPOSES = List.of(
            purpose("government-service"),
            purpose("social-governance"),
            purpose("statistics"),
            purpose("tax-enforcement"),
            purpose("social-insurance"),
            purpose("housing-fund"),
            purpose("administrative-approval"),
            purpose("market-supervision"),
            purpose("emergency-response"),
            purpose("macro-analysis"),
            purpose("credit-management"),
            purpose("means-testing"),
            purpose("real-estate-registration"),
            purpose("data-quality-check"));

    /** Purposes narrower than {@code government-service}, which is the first of {@link #PURPOSES}. */
    static final List<Node> SERVICES =
            List.of(purpose("means-testing"), purpose("school-enrolment"), purpose("construction-approval"));

    static final Node STATISTICS = purpose("statistics");
    static final Node SOCIAL_INSURANCE = purpose("social-insurance");
    /** Offered by nobody. */
    static final Node MARKETING = purpose("marketing");

    static final Node POPULATION = theme("population");
    static final Node ENTERPRISE = theme("enterprise");
    static final Node MICRODATA = theme("survey-microdata");
    static final Node VERTICAL = theme("vertical-business");

    static final Node VERIFY = Sq.code("sharing-method", "verify");
    static final Node QUERY = Sq.code("sharing-method", "query");
    static final Node BATCH = Sq.code("sharing-method", "batch");
    static final Node FILE = Sq.code("sharing-method", "file");

    static final List<Node> LEVELS = List.of(
            level("general-1"),
            level("general-2"),
            level("general-3"),
            level("general-4"),
            level("important"),
            level("core"));

    static final List<Node> ADMIN_LEVELS = List.of(
            Sq.code("admin-level", "national"),
            Sq.code("admin-level", "province"),
            Sq.code("admin-level", "city"),
            Sq.code("admin-level", "county"));

    static final Node DEPARTMENTS = Sq.code("organ-type", "government-department");
    static final Node AUTHORISED = Sq.code("organ-type", "authorised-organisation");

    static final List<Node> FREQUENCIES = List.of(
            Sq.code("update-frequency", "daily"),
            Sq.code("update-frequency", "monthly"),
            Sq.code("update-frequency", "annual"));

    static final Node DATABASE = Sq.code("format", "database");
    static final Node SPREADSHEET = Sq.code("format", "spreadsheet");

    private Terms() {}

    static Node dataType(String code) {
        return Sq.code("data-type", code);
    }

    static Node iri(String text) {
        return NodeFactory.createURI(text);
    }

    static Node zh(String text) {
        return NodeFactory.createLiteralLang(text, "zh");
    }

    static Node en(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node purpose(String code) {
        return Sq.code("purpose", code);
    }

    private static Node theme(String code) {
        return Sq.code("theme", code);
    }

    private static Node level(String code) {
        return Sq.code("level", code);
    }
}
