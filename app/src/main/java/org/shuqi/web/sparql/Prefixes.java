package org.shuqi.web.sparql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shuqi.vocabulary.Sq;

/** The prefixes of the house: those that its own files use, and those of its records. */
record Prefixes(Map<String, String> all) {

    private static final String CODE = "https://w3id.org/shuqi/code/";

    static Prefixes of(String baseIri) {
        var all = new LinkedHashMap<String, String>();
        all.put("sq", Sq.NS);
        all.put("dcat", "http://www.w3.org/ns/dcat#");
        all.put("dct", "http://purl.org/dc/terms/");
        all.put("odrl", "http://www.w3.org/ns/odrl/2/");
        all.put("org", "http://www.w3.org/ns/org#");
        all.put("skos", "http://www.w3.org/2004/02/skos/core#");
        all.put("prov", "http://www.w3.org/ns/prov#");
        all.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        all.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        all.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        all.put("dqv", "http://www.w3.org/ns/dqv#");
        all.put("adms", "http://www.w3.org/ns/adms#");
        all.put("foaf", "http://xmlns.com/foaf/0.1/");
        all.put("sh", "http://www.w3.org/ns/shacl#");
        for (var kind : new String[] {"organization", "dataset", "agreement", "request", "catalog"}) {
            all.put(kind, baseIri + kind + "/");
        }
        for (var scheme : new String[] {"outcome", "purpose", "level", "sharing-attribute"}) {
            all.put(scheme, CODE + scheme + "/");
        }
        return new Prefixes(all);
    }

    Optional<String> iri(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** The IRI with a prefix, if it has one of ours. */
    String shortened(String iri) {
        return all.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue())
                        && iri.substring(prefix.getValue().length()).matches("[A-Za-z0-9_.-]*"))
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
                .findFirst()
                .orElse(iri);
    }

    /** The query with the prefix declared before everything else. */
    String declared(String name, String query) {
        return "PREFIX " + name + ": <" + all.get(name) + ">\n" + query;
    }
}
