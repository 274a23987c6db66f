package org.shuqi.web.api;

import java.util.List;

/**
 * The interface for programs.
 *
 * @param title of its description
 * @param version of it
 * @param parts its operations, part by part: what the page shows without script
 */
public record ApiPage(String title, String version, List<Part> parts) {

    public ApiPage {
        parts = List.copyOf(parts);
    }

    /** Operations about one thing. */
    public record Part(String name, String about, List<Operation> operations) {
        public Part {
            operations = List.copyOf(operations);
        }
    }

    /** One operation. */
    public record Operation(String method, String path, String summary) {}
}
