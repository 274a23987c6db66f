package org.shuqi.registry;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.shuqi.casework.Cases;
import org.shuqi.change.Changes;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.ListsAhead;
import org.shuqi.gate.Gate;
import org.shuqi.graph.Store;
import org.shuqi.journal.Journal;
import org.shuqi.journal.Tallies;
import org.shuqi.proof.Checkpoints;
import org.shuqi.record.Records;
import org.shuqi.standard.Standard;

/** Gives the doors of the server the parts of the one open registry, cut to what each caller may read. */
@Factory
final class RegistryFactory {

    /**
     * The registry named by the settings {@code shuqi.data}, {@code .base-iri}, {@code .zone}, {@code .profile} and
     * {@code .full-scan}.
     */
    @Singleton
    @Bean(preDestroy = "close")
    Registry registry(
            @Property(name = "shuqi.data", defaultValue = "data") Path data,
            @Property(name = "shuqi.base-iri", defaultValue = Settings.DEFAULT_BASE_IRI) String baseIri,
            @Property(name = "shuqi.zone", defaultValue = "Asia/Shanghai") String zone,
            @Property(name = "shuqi.profile") Optional<String> profile,
            @Property(name = "shuqi.full-scan", defaultValue = "false") boolean fullScan,
            Clock clock) {
        return Registry.open(new Settings(data, baseIri, ZoneId.of(zone), profile, clock, fullScan));
    }

    /** The clock of the machine; a test puts another in its place. */
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    Settings settings(Registry registry) {
        return registry.settings();
    }

    @Singleton
    @Bean(typed = Store.class)
    Store store(Registry registry) {
        return registry.doors().store();
    }

    @Singleton
    @Bean(typed = Changes.class)
    Changes changes(Registry registry) {
        return registry.changes();
    }

    @Singleton
    Gate gate(Registry registry) {
        return registry.gate();
    }

    @Singleton
    Standard standard(Registry registry) {
        return registry.standard();
    }

    /** Over the whole log, whoever asks: a proof is of hashes and shows nothing else. */
    @Singleton
    Checkpoints checkpoints(Registry registry, @Property(name = "shuqi.checkpoints.folder") Optional<Path> folder) {
        return registry.checkpoints(folder);
    }

    @Singleton
    Journal journal(Registry registry) {
        return registry.journal();
    }

    @Singleton
    Tallies tallies(Registry registry) {
        return registry.tallies();
    }

    @Singleton
    Records records(Registry registry) {
        return registry.doors().records();
    }

    @Singleton
    Cases cases(Registry registry) {
        return registry.doors().cases();
    }

    @Singleton
    @Bean(typed = Decisions.class)
    Decisions decisions(Registry registry) {
        return registry.doors().decisions();
    }

    /** A server puts the entries in order before anybody asks for a list. */
    @Context
    @Bean(preDestroy = "close")
    @Requires(property = "shuqi.lists.ahead", value = "true")
    ListsAhead listsAhead(Registry registry) {
        return ListsAhead.of(registry.decisions());
    }
}
