package org.shuqi.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shuqi.generate.Generator;
import org.shuqi.vocabulary.Sq;

/**
 * A question that every engine and every door can be asked: may the recipient receive the whole dataset, by query?
 *
 * @param dataset IRI
 * @param recipient IRI
 * @param purpose IRI
 */
record Asked(String dataset, String recipient, String purpose) {

    /** Questions about a generated registry, always the same. */
    static List<Asked> about(Generator generator, int many) {
        var stream = generator.questions(3);
        var asked = new ArrayList<Asked>();
        while (asked.size() < many) {
            var form = stream.next();
            asked.add(new Asked(
                    form.dataset(),
                    form.recipient(),
                    Sq.code("purpose", form.purpose().orElseThrow()).getURI()));
        }
        return asked;
    }

    /** As the path and parameters of the decisions door. */
    String path(Instant at) {
        return "/api/v1/decisions?recipient=%s&dataset=%s&purpose=%s&at=%s"
                .formatted(Urls.encoded(recipient), Urls.encoded(dataset), Urls.encoded(purpose), at);
    }

    /** As an evaluation of AuthZEN. */
    String evaluation(Instant at) {
        return """
                {"subject":{"type":"organization","id":"%s"},"resource":{"type":"dataset","id":"%s"},\
                "action":{"name":"receive","properties":{"method":"query"}},"context":{"purpose":"%s","at":"%s"}}"""
                .formatted(recipient, dataset, purpose, at);
    }
}
