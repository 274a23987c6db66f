package org.shuqi.api;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Files that are made as a whole before they are sent: each comes from one revision, and a fault is still a problem, not half a file. */
final class Spool {

    private Spool() {}

    /** Writes to a stream. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * The file, ready to be sent.
     *
     * @param mediaType what it is
     * @param name under which it is saved
     * @param revision the revision it shows
     */
    static MutableHttpResponse<StreamedFile> poured(String mediaType, String name, long revision, Writing writing) {
        try {
            var spool = Files.createTempFile("shuqi-", ".spool");
            try {
                try (var out = new BufferedOutputStream(Files.newOutputStream(spool), 1 << 16)) {
                    writing.to(out);
                }
                var in = Files.newInputStream(spool, StandardOpenOption.DELETE_ON_CLOSE);
                return Replies.streamed(in, mediaType, revision)
                        .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(spool);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
