package org.shuqi.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Draws templates, which are compiled with the program; from a folder instead while somebody works on them. */
@Singleton
final class Templates {

    private final TemplateEngine engine;

    /** @param folder whose templates are compiled whenever they change; empty but for development */
    Templates(@Property(name = "shuqi.web.templates") Optional<String> folder) {
        engine = folder.map(path -> TemplateEngine.create(new DirectoryCodeResolver(Path.of(path)), ContentType.Html))
                .orElseGet(() -> TemplateEngine.createPrecompiled(ContentType.Html));
        engine.setTrimControlStructures(true);
    }

    /** The page as text, made whole before anything is sent: what fails here is answered as a fault. */
    String draw(String template, View view, Object page) {
        var output = new StringOutput();
        engine.render(template, Map.of("view", view, "page", page), output);
        return output.toString();
    }
}
