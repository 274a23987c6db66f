package org.shuqi.web.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuqi.sheet.Correction;

/**
 * A file that somebody is bringing in.
 *
 * @param id which
 * @param name of the file
 * @param catalog where its entries go; empty for that of their provider
 * @param corrections what was mended in the page
 * @param version counts corrections and files: what was checked is of one version
 * @param at when it was sent
 * @param written at which revision it was written, if it was
 * @param counts how many things were new, changed, the same, refused, gone when it was written
 */
record Upload(
        String id,
        String name,
        String catalog,
        List<Correction> corrections,
        int version,
        Instant at,
        Optional<Long> written,
        List<Long> counts) {

    Upload {
        corrections = List.copyOf(corrections);
        counts = List.copyOf(counts);
    }

    Upload corrected(List<Correction> more) {
        var all = new java.util.ArrayList<>(corrections);
        for (var each : more) {
            all.removeIf(old ->
                    old.sheet().equals(each.sheet()) && old.row() == each.row() && old.column() == each.column());
            all.add(each);
        }
        return new Upload(id, name, catalog, all, version + 1, at, written, counts);
    }

    Upload replaced(String otherName) {
        return new Upload(id, otherName, catalog, List.of(), version + 1, at, Optional.empty(), List.of());
    }

    Upload written(long revision, List<Long> found) {
        return new Upload(id, name, catalog, corrections, version, at, Optional.of(revision), found);
    }
}
