package org.shuqi.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.shuqi.graph.Store;

/**
 * One index on disk, open for writing. It is of use only with a label: the revision that it stands at, and the seal of the
 * log there. One that was never finished has none.
 */
final class Volume implements AutoCloseable {

    private static final String PREFIX = "index-";
    private static final double BUFFER_MEGABYTES = 48;

    private final Path path;
    private final Directory directory;
    private final IndexWriter writer;
    private DirectoryReader reader;

    private Volume(Path path, Directory directory, IndexWriter writer) throws IOException {
        this.path = path;
        this.directory = directory;
        this.writer = writer;
        this.reader = DirectoryReader.open(writer);
    }

    /**
     * What an index was made from.
     *
     * @param layout how
     * @param revision of the registry
     * @param seal of the log at that revision
     */
    record Label(String layout, long revision, String seal) {

        static Label of(Store store, long revision) {
            return new Label(program(), revision, store.seal(revision));
        }

        static Label read(Map<String, String> data) {
            return new Label(
                    data.getOrDefault("layout", ""),
                    Long.parseLong(data.getOrDefault("revision", "-1")),
                    data.getOrDefault("seal", ""));
        }

        /** Whether this program may go on from it, with this log. */
        boolean isOf(Store store) {
            return layout.equals(program())
                    && revision >= 0
                    && revision <= store.revision()
                    && store.seal(revision).equals(seal);
        }

        private Map<String, String> data() {
            return Map.of("layout", layout, "revision", Long.toString(revision), "seal", seal);
        }

        private static String program() {
            return Documents.LAYOUT + " lucene " + org.apache.lucene.util.Version.LATEST + " icu "
                    + com.ibm.icu.util.VersionInfo.ICU_VERSION;
        }
    }

    /** An index of which every byte was read and found sound, open for reading only. */
    record Sound(Path path, Label label, DirectoryReader reader) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            var directory = reader.directory();
            reader.close();
            directory.close();
        }
    }

    /**
     * The newest finished index in the folder; empty if there is none.
     *
     * @throws IOException if it is damaged
     */
    static Optional<Sound> sound(Path folder) throws IOException {
        for (var path : volumes(folder)) {
            var directory = FSDirectory.open(path);
            try {
                if (DirectoryReader.indexExists(directory)) {
                    return Optional.of(checked(path, directory));
                }
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e instanceof IOException damaged ? damaged : new IOException(e);
            }
            directory.close();
        }
        return Optional.empty();
    }

    private static Sound checked(Path path, Directory directory) throws IOException {
        var reader = DirectoryReader.open(directory);
        try {
            for (var leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
            return new Sound(path, Label.read(reader.getIndexCommit().getUserData()), reader);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Goes on with what was found sound. */
    static Volume open(Path path) throws IOException {
        return at(path, IndexWriterConfig.OpenMode.APPEND);
    }

    /** Begins a new one; it is of use only when {@link #commit} has labelled it. */
    static Volume begin(Path folder) throws IOException {
        var last = volumes(folder).stream().mapToLong(Volume::number).max().orElse(0);
        var path = folder.resolve(PREFIX + (last + 1));
        Files.createDirectories(path);
        return at(path, IndexWriterConfig.OpenMode.CREATE);
    }

    /** Deletes all but this one. */
    void clear() throws IOException {
        for (var other : volumes(path.getParent())) {
            if (!other.equals(path)) {
                delete(other);
            }
        }
    }

    IndexWriter writer() {
        return writer;
    }

    /** A reader of what was written so far; the one before lasts as long as somebody else holds it. */
    DirectoryReader refreshed() throws IOException {
        var fresh = DirectoryReader.openIfChanged(reader, writer);
        if (fresh != null) {
            reader.decRef();
            reader = fresh;
        }
        return reader;
    }

    /** Makes what was written last, under a label. */
    void commit(Label label) throws IOException {
        writer.setLiveCommitData(label.data().entrySet());
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            reader.decRef();
            writer.rollback(); // what was not committed has no label
        }
    }

    /** Closes and deletes it. */
    void discard() throws IOException {
        close();
        delete(path);
    }

    private static Volume at(Path path, IndexWriterConfig.OpenMode mode) throws IOException {
        var merging = new ConcurrentMergeScheduler();
        merging.setMaxMergesAndThreads(2, 1);
        var directory = FSDirectory.open(path);
        try {
            var writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig()
                            .setOpenMode(mode)
                            .setCommitOnClose(false)
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setMergeScheduler(merging));
            return new Volume(path, directory, writer);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static List<Path> volumes(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().matches(PREFIX + "\\d{1,15}"))
                    .sorted(Comparator.comparing(Volume::number).reversed())
                    .toList();
        }
    }

    private static long number(Path path) {
        return Long.parseLong(path.getFileName().toString().substring(PREFIX.length()));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
