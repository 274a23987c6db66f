package org.shuqi.rights;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.graph.Sight;

/**
 * Of which quads callers see nothing, whether because there are none or because they may not read them. To pass over what is
 * hidden takes time that passing over nothing does not; what is kept here takes the same of both.
 */
final class Unseen {

    private static final int MOST = 100_000;
    private static final int MOST_VIEWS = 10_000;

    /** What is longer than any identifier is not kept: whoever asks could fill the memory with it. */
    private static final int LONGEST = 500;

    private final Cache<Who, View> views =
            Caffeine.newBuilder().maximumSize(MOST_VIEWS).build();
    private final Cache<Blank, Boolean> blanks =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** The sight of the caller, of the registry at that revision and of no other, with what is kept of it. */
    Sight through(Sight sight, Caller caller, long revision) {
        return new Keeping(sight, views.get(new Who(caller, revision), who -> new View()), blanks);
    }

    private record Who(Caller caller, long revision) {}

    /** Stands for one caller and revision, and is compared faster than they are. */
    private static final class View {}

    private record Blank(View view, Quad pattern) {}

    private record Keeping(Sight sight, View view, Cache<Blank, Boolean> blanks) implements Sight {

        @Override
        public boolean sees(Node graph) {
            return sight.sees(graph);
        }

        @Override
        public boolean isKnownBlank(Quad pattern) {
            return blanks.getIfPresent(new Blank(view, pattern)) != null;
        }

        @Override
        public boolean keepsBlank(Quad pattern) {
            var isShort = isShort(pattern.getGraph())
                    && isShort(pattern.getSubject())
                    && isShort(pattern.getPredicate())
                    && isShort(pattern.getObject());
            if (isShort) {
                blanks.put(new Blank(view, pattern), true);
            }
            return isShort;
        }

        private static boolean isShort(Node term) {
            return term.isURI()
                    ? term.getURI().length() <= LONGEST
                    : !term.isLiteral() || term.getLiteralLexicalForm().length() <= LONGEST;
        }
    }
}
