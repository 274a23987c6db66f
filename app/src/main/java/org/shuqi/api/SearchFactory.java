package org.shuqi.api;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.shuqi.registry.Registry;
import org.shuqi.search.SearchIndex;

/** Puts the search index beside the registry. */
@Factory
final class SearchFactory {

    /** Begins to follow when somebody first asks for it. */
    @Singleton
    @Bean(preDestroy = "close")
    SearchIndex searchIndex(Registry registry) {
        return new SearchIndex(
                registry.store(), registry.rights(), registry.settings().data());
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
