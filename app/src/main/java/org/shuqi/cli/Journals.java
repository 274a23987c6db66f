package org.shuqi.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shuqi.journal.Journal;
import org.shuqi.journal.JournalCheck;
import org.shuqi.proof.Verdict;
import org.shuqi.registry.Registry;

/** The journal of an open registry, held against what it signed itself. */
final class Journals {

    private Journals() {}

    static Verdict check(Registry registry, Optional<Path> folder) {
        var checkpoints = registry.checkpoints(folder);
        var signed = checkpoints.all();
        return JournalCheck.of(
                registry.settings().data().resolve(Journal.FOLDER),
                signed,
                signed.isEmpty() ? List.of() : checkpoints.keys().verifiers());
    }
}
