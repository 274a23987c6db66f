package org.shuqi.record;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Gives out the JSON-LD contexts that come with the registry, and nothing from anywhere else. */
final class ShippedContexts implements DocumentLoader {

    private static final Map<String, String> SHIPPED =
            Map.of("https://w3id.org/shuqi/context/shuqi.jsonld", "/ontology/context/shuqi.jsonld");

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        var shipped = SHIPPED.get(address.toString());
        if (shipped == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, address + " is not fetched");
        }
        try (var in = ShippedContexts.class.getResourceAsStream(shipped)) {
            if (in == null) {
                throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, shipped + " is missing");
            }
            return JsonDocument.of(in);
        } catch (IOException e) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, e);
        }
    }
}
