package org.shuqi.api.lists;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/** What lies in a workbook. */
final class Book {

    private Book() {}

    /** Its parts by name; read from a file, as the directory of the archive is at its end. */
    static TreeMap<String, String> entries(byte[] book) throws IOException {
        var file = Files.createTempFile("book", ".xlsx");
        try {
            Files.write(file, book);
            var entries = new TreeMap<String, String>();
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : zip.stream().toList()) {
                    try (var part = zip.getInputStream(entry)) {
                        entries.put(entry.getName(), new String(part.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
            return entries;
        } finally {
            Files.delete(file);
        }
    }
}
