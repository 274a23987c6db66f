package org.shuqi.gate;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.shuqi.problem.Violation;
import org.shuqi.problem.Violation.Severity;

/**
 * What the shapes found.
 *
 * @param findings of every severity, the worst first
 * @param complete false if the check stopped because it had found enough to refuse
 * @param rdf the same as a {@code sh:ValidationReport}
 */
public record Report(List<Violation> findings, boolean complete, Graph rdf) {

    public Report {
        findings = List.copyOf(findings);
    }

    /** Whether nothing found stops a write: warnings do not. */
    public boolean conforms() {
        return violations().isEmpty();
    }

    /** What stops a write. */
    public List<Violation> violations() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.VIOLATION)
                .toList();
    }

    /** What does not stop a write but somebody should look at. */
    public List<Violation> warnings() {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.VIOLATION)
                .toList();
    }
}
