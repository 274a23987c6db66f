package org.shuqi.web;

import java.util.List;
import java.util.Optional;

/**
 * What went wrong, for a person.
 *
 * @param status HTTP status
 * @param title in short
 * @param detail what is wrong and what to do
 * @param trace the number to tell the operator
 * @param findings of the shapes
 */
public record ErrorPage(int status, String title, String detail, Optional<String> trace, List<String> findings) {

    public ErrorPage {
        findings = List.copyOf(findings);
    }
}
