package org.shuqi.api;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.shuqi.registry.Registry;
import org.shuqi.search.SearchIndex;

/** Puts the search index beside the registry. */
@Factory
final class SearchFactory {

    /** Begins to follow when somebody first asks for it; {@code shuqi.search.patience} is how long a search waits for it. */
    @Singleton
    @Bean(preDestroy = "close")
    SearchIndex searchIndex(
            Registry registry, @Property(name = "shuqi.search.patience", defaultValue = "PT0.5S") Duration patience) {
        return new SearchIndex(
                registry.store(), registry.rights(), registry.settings().data(), patience);
    }

    /** A server begins at its start, so that nobody who searches has to wait for it. */
    @Context
    @Requires(property = "shuqi.search.at-start", value = "true")
    Started started(SearchIndex index) {
        return new Started(index);
    }

    /** Holds what was begun. */
    record Started(SearchIndex index) {}
}
