package org.shuqi.registry;

import java.util.Collection;
import java.util.Set;
import org.shuqi.decision.Asker;
import org.shuqi.rights.Questioner;

/** Tells the engine what the rights of a caller are. */
record Questioned(Questioner questioner) implements Asker {

    @Override
    public boolean isUnbound() {
        return false;
    }

    @Override
    public boolean mayAsk(String recipient, Collection<String> providers) {
        return questioner.mayAsk(recipient, providers);
    }

    @Override
    public Set<String> hidden(Collection<String> iris) {
        return questioner.hidden(iris);
    }

    @Override
    public boolean mayName(String dataset) {
        return questioner.mayName(dataset);
    }
}
