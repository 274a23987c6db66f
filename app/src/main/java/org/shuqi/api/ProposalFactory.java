package org.shuqi.api;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.shuqi.graph.Store;
import org.shuqi.proposal.Proposals;
import org.shuqi.proposal.Rehearsals;
import org.shuqi.proposal.Rehearsing;
import org.shuqi.record.Records;
import org.shuqi.registry.Registry;
import org.shuqi.standard.Standard;

/** Puts the working copies of the words together, with their rehearsals. */
@Factory
final class ProposalFactory {

    @Singleton
    Proposals proposals(Store store, Records records, Standard standard) {
        return new Proposals(store, records, standard);
    }

    /** A rehearsal goes through everything, whoever looks at it; the pages show of it what each may read. */
    @Singleton
    @Bean(preDestroy = "close")
    Rehearsals rehearsals(Registry registry, Proposals proposals) {
        var settings = registry.settings();
        return Rehearsals.in(
                settings.data().resolve("rehearsals"),
                new Rehearsing(registry.store(), registry.standard(), registry.decisions(), settings.clock()),
                proposals);
    }
}
