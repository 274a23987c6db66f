package org.shuqi.login;

import java.util.List;
import java.util.Set;

/** What the world may see without signing in: descriptions of the service and published words, never a record. */
final class Open {

    private static final Set<String> PATHS = Set.of("/openapi", "/ontology", "/shapes", "/context/shuqi.jsonld");
    private static final List<String> STARTS = List.of("/openapi/", "/ontology/", "/shapes/", "/.well-known/");

    private Open() {}

    static boolean isOpen(String path) {
        return PATHS.contains(path) || STARTS.stream().anyMatch(path::startsWith);
    }
}
