package org.shuqi.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.graph.Sight;

class UnseenTest {

    private static final Caller POLICE = Bureau.in("police", Role.READER);
    private static final Caller HEALTH = Bureau.in("health", Role.READER);

    private final Unseen unseen = new Unseen();

    @Test
    void whatOneDoesNotSeeIsKeptForThemAndThatRevisionOnly() {
        var pattern = about(NodeFactory.createURI("http://example.org/secret"));
        assertThat(unseen.through(Sight.NONE, POLICE, 7).keepsBlank(pattern)).isTrue();

        assertThat(unseen.through(Sight.NONE, POLICE, 7).isKnownBlank(pattern)).isTrue();
        assertThat(unseen.through(Sight.NONE, POLICE, 8).isKnownBlank(pattern)).isFalse();
        assertThat(unseen.through(Sight.NONE, HEALTH, 7).isKnownBlank(pattern)).isFalse();
    }

    @Test
    void nobodyFillsTheMemoryWithLongTerms() {
        for (var term : Set.of(
                NodeFactory.createLiteralString("x".repeat(10_000)),
                NodeFactory.createURI("http://example.org/" + "x".repeat(10_000)))) {
            var sight = unseen.through(Sight.NONE, POLICE, 7);

            assertThat(sight.keepsBlank(about(term))).isFalse();
            assertThat(sight.isKnownBlank(about(term))).isFalse();
        }
    }

    @Test
    void theDoorsAreGivenAViewThatKeepsWhatIsNotSeen(@TempDir Path folder) {
        try (var bureau = new Bureau(folder)) {
            var rights = Rights.over(bureau.store);
            var hidden = about(NodeFactory.createURI(Bureau.BASE + "agreement/1"));
            Acting.as(HEALTH, () -> {
                try (var seen = rights.sighted().read()) {
                    assertThat(seen.union().contains(hidden.asTriple())).isFalse();
                }
            });

            Acting.as(HEALTH, () -> {
                try (var now = bureau.store.read()) {
                    assertThat(rights.view(now).isKnownBlank(hidden)).isTrue();
                }
            });
        }
    }

    private static Quad about(Node thing) {
        return new Quad(Node.ANY, thing, Node.ANY, Node.ANY);
    }
}
