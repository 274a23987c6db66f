package org.shuqi.sheet;

import java.util.List;
import java.util.Optional;

/**
 * What is to be done with a file.
 *
 * @param file the whole of it
 * @param name what a table without a name of its own is called
 * @param mode how much is to be written
 * @param template the forms to look for, by the name of their template; any if none is named
 * @param catalog where entries go, by IRI or identifier; else each goes to the one catalogue of its provider
 * @param reason why, kept in the log
 * @param corrections cells that are to be read otherwise
 */
public record ImportOrder(
        byte[] file,
        String name,
        Mode mode,
        Optional<String> template,
        Optional<String> catalog,
        String reason,
        List<Correction> corrections) {

    public ImportOrder {
        corrections = List.copyOf(corrections);
    }

    /** The file as it is. */
    public ImportOrder(
            byte[] file, String name, Mode mode, Optional<String> template, Optional<String> catalog, String reason) {
        this(file, name, mode, template, catalog, reason, List.of());
    }

    /** How much is to be written. */
    public enum Mode {
        /** Nothing. */
        DRY_RUN,
        /** All of it, or nothing if anything is wrong. */
        ALL,
        /** The rows with which nothing is wrong. */
        VALID
    }
}
