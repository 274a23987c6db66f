package org.shuqi.decision;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;

/** Who asks for decisions: about whom they may ask, and what they may be told. */
public interface Asker {

    /** May ask anything and be told everything. */
    Asker UNBOUND = new Asker() {
        @Override
        public boolean isUnbound() {
            return true;
        }

        @Override
        public boolean mayAsk(String recipient, Collection<String> providers) {
            return true;
        }

        @Override
        public Set<String> hidden(Collection<String> iris) {
            return Set.of();
        }

        @Override
        public boolean mayName(String dataset) {
            return true;
        }
    };

    /** Whether nothing has to be looked at for them. */
    boolean isUnbound();

    /** Whether they may ask what the recipient receives from one of the providers; all are IRIs of organisations. */
    boolean mayAsk(String recipient, Collection<String> providers);

    /** Those of the IRIs that stand for records which they may not read. */
    Set<String> hidden(Collection<String> iris);

    /**
     * Whether they may ask about the dataset by its name. Of a catalogue that they may not read they may still name what is
     * itself not guarded: a system has to be able to ask about what it is to receive.
     */
    boolean mayName(String dataset);

    /** Finds out who asks. */
    @FunctionalInterface
    interface Askers {

        /** Who asks on this thread, about the revision; about the newest if none is given. */
        Asker asking(OptionalLong knownAt);
    }
}
