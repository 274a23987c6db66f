package org.shuqi.web.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.access.Caller;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.proposal.Proposals;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.standard.Places;
import org.shuqi.standard.Wording;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.Said;
import org.shuqi.web.changes.EditPage.Choice;
import org.shuqi.web.changes.EditPage.Field;

/** The form to edit one term: its names, its definition, its rank; or all of it as text. */
final class EditForms {

    private static final String RANK = "rank";

    private final Store store;
    private final Records records;
    private final Proposals proposals;

    EditForms(Store store, Records records, Proposals proposals) {
        this.store = store;
        this.records = records;
        this.proposals = proposals;
    }

    /**
     * The IRI that was asked for.
     *
     * @throws Refusal UNUSABLE
     */
    static Node term(String iri) {
        if (!iri.matches("https://w3id\\.org/shuqi/[A-Za-z0-9_./#-]{1,200}")) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 不是数契的词项；请从词汇页面进入",
                    "`%s` is no term of Shuqi; come from the page of a term",
                    iri);
        }
        return NodeFactory.createURI(iri);
    }

    /** The form as it is begun with. */
    EditPage begin(Node term, String change, Caller caller, Locale reader) {
        var text = proposals.text(Optional.of(change).filter(id -> !id.isEmpty()), term);
        var said = text.isEmpty() ? GraphFactory.createDefaultGraph() : Wording.parse(text);
        return page(term, change, said, text.isEmpty() ? skeleton(term) : text, caller, reader, List.of());
    }

    /** The form as it was sent, with what is wrong with it. */
    EditPage again(Node term, Posted posted, Caller caller, Locale reader, List<Fault> faults) {
        var change = posted.get("change");
        var begun = begin(term, change, caller, reader);
        var fields = begun.fields().stream()
                .map(field -> posted.names().contains(field.name())
                        ? new Field(field.name(), field.language(), posted.get(field.name()), field.isLong())
                        : field)
                .toList();
        return new EditPage(
                begun.term(),
                begun.name(),
                begun.isShape(),
                begun.isNew(),
                change,
                begun.drafts(),
                begun.organizations(),
                fields,
                posted.find("text").orElse(begun.text()),
                begun.rename(),
                faults);
    }

    private EditPage page(
            Node term, String change, Graph said, String text, Caller caller, Locale reader, List<Fault> faults) {
        var isShape = Places.isShape(term);
        var isNew = said.isEmpty();
        return new EditPage(
                term.getURI(),
                Said.name(said, term, reader),
                isShape,
                isNew,
                change,
                drafts(reader),
                organizations(caller, reader),
                isShape || isNew ? List.of() : fields(said, term),
                text,
                !isShape && !isNew && term.getURI().startsWith(Sq.CODE) && said.contains(term, Skos.inScheme, Node.ANY),
                faults);
    }

    private static List<Field> fields(Graph said, Node term) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("label-zh", "zh", text(said, term, Skos.prefLabel, "zh"), false));
        fields.add(new Field("label-en", "en", text(said, term, Skos.prefLabel, "en"), false));
        fields.add(new Field("definition-zh", "zh", text(said, term, Skos.definition, "zh"), true));
        fields.add(new Field("definition-en", "en", text(said, term, Skos.definition, "en"), true));
        if (said.contains(term, Sq.rank, Node.ANY)) {
            fields.add(new Field(RANK, "", text(said, term, Sq.rank, ""), false));
        }
        return fields;
    }

    /** What is to be said of the term by the fields that were sent. */
    String written(Node term, Posted posted) {
        if (posted.find("text").isPresent()) {
            return posted.get("text");
        }
        var said = Wording.parse(proposals.text(posted.find("change"), term));
        var names = posted.names();
        Stream.of("label-zh", "label-en", "definition-zh", "definition-en")
                .filter(names::contains)
                .forEach(name -> {
                    var property = name.startsWith("label") ? Skos.prefLabel : Skos.definition;
                    put(said, term, property, name.substring(name.length() - 2), posted.get(name));
                });
        posted.find(RANK).ifPresent(rank -> {
            if (!rank.matches("\\d{1,9}")) {
                throw Refusal.of(Kind.UNUSABLE, "秩值 `%s` 不是整数", "the rank `%s` is no whole number", rank);
            }
            said.remove(term, Sq.rank, Node.ANY);
            said.add(Triple.create(term, Sq.rank, NodeFactory.createLiteralDT(rank, XSDDatatype.XSDinteger)));
        });
        return Wording.write(said);
    }

    private static void put(Graph said, Node term, Node property, String language, String value) {
        said.find(term, property, Node.ANY).toList().stream()
                .filter(triple -> triple.getObject().getLiteralLanguage().equals(language))
                .forEach(said::delete);
        if (!value.isBlank()) {
            said.add(Triple.create(term, property, NodeFactory.createLiteralLang(value, language)));
        }
    }

    /** The title of a working copy that is begun with the term. */
    Text title(Node term) {
        var text = proposals.text(Optional.empty(), term);
        var said = text.isEmpty() ? GraphFactory.createDefaultGraph() : Wording.parse(text);
        var code = term.getURI().replaceAll(".*[/#]", "");
        var zh = text(said, term, Skos.prefLabel, "zh");
        var en = text(said, term, Skos.prefLabel, "en");
        return new Text("修改“" + (zh.isEmpty() ? code : zh) + "”", "Change “" + (en.isEmpty() ? code : en) + "”");
    }

    private List<Choice> drafts(Locale reader) {
        return proposals.all().stream()
                .filter(one -> one.isDraft())
                .map(one -> new Choice(one.id(), Said.of(titled(one.title()), reader)))
                .toList();
    }

    static Text titled(Text title) {
        return new Text(
                title.zh().isEmpty() ? title.en() : title.zh(), title.en().isEmpty() ? title.zh() : title.en());
    }

    /** The reader's own, then the authorities; all, if there are none. */
    private List<Choice> organizations(Caller caller, Locale reader) {
        try (var now = store.read()) {
            var union = now.union();
            var own = caller.organizations().stream();
            var authorities =
                    union.find(Node.ANY, Sq.authorityFor, Node.ANY).mapWith(Triple::getSubject).toList().stream()
                            .sorted(java.util.Comparator.comparing(Node::getURI));
            var some = Stream.concat(own, authorities).distinct().toList();
            var all = some.isEmpty()
                    ? union.find(Node.ANY, Rdf.type, org.shuqi.vocabulary.Org.FormalOrganization)
                            .mapWith(Triple::getSubject)
                            .toList()
                    : some;
            return all.stream()
                    .limit(50)
                    .map(one -> new Choice(records.id(RecordKind.ORGANIZATIONS, one), Said.name(union, one, reader)))
                    .toList();
        }
    }

    /** What a new code or term begins with. */
    private static String skeleton(Node term) {
        var iri = term.getURI();
        if (iri.startsWith(Sq.CODE)) {
            var scheme = iri.substring(0, iri.lastIndexOf('/'));
            return """
                    <%s> a skos:Concept ;
                        skos:inScheme <%s> ;
                        skos:notation "%s" ;
                        skos:prefLabel ""@zh , ""@en ;
                        skos:definition ""@zh , ""@en .
                    """
                    .formatted(iri, scheme, iri.substring(scheme.length() + 1));
        }
        return """
                <%s> a owl:DatatypeProperty ;
                    skos:prefLabel ""@zh , ""@en ;
                    skos:definition ""@zh , ""@en ;
                    skos:example "" ;
                    dct:source law:order-809-13 ;
                    vs:term_status "testing" ;
                    rdfs:isDefinedBy <https://w3id.org/shuqi/ns> .
                """
                .formatted(iri);
    }

    private static String text(Graph graph, Node subject, Node property, String language) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(
                        value -> value.isLiteral() && value.getLiteralLanguage().equals(language))
                .nextOptional()
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }
}
