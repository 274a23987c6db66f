package org.shuqi.sparql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.shuqi.decision.Decisions;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * {@code sq:decide(dataset, recipient, purpose, at)}: the outcome as an IRI; where yes or no is wanted, whether it is
 * permit. Without the last argument it asks about now.
 */
final class Decide implements Function {

    private static final int SUBJECTS = 3;

    private final Decisions decisions;
    private final GuardedDataset dataset;
    private final ZoneId zone;

    Decide(Decisions decisions, GuardedDataset dataset, ZoneId zone) {
        this.decisions = decisions;
        this.dataset = dataset;
        this.zone = zone;
    }

    @Override
    public void build(String iri, ExprList arguments, Context context) {
        if (arguments.size() != SUBJECTS && arguments.size() != SUBJECTS + 1) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "`sq:decide` 的参数不对；应为 sq:decide(dataset, recipient, purpose, at)",
                    "`sq:decide` has the wrong arguments; write sq:decide(dataset, recipient, purpose, at)");
        }
    }

    @Override
    public NodeValue exec(Binding row, ExprList arguments, String iri, FunctionEnv environment) {
        var at = arguments.size() > SUBJECTS
                ? instant(arguments.get(SUBJECTS).eval(row, environment))
                : environment.getContext().<Instant>get(Settled.NOW);
        return decisions
                .outcome(
                        dataset.snapshot(),
                        iri(arguments.get(0).eval(row, environment)),
                        iri(arguments.get(1).eval(row, environment)),
                        iri(arguments.get(2).eval(row, environment)),
                        at)
                .map(outcome -> NodeValue.makeNode(Deciding.concept(outcome)))
                .orElseThrow(() -> new ExprEvalException("sq:decide: an identifier is not in the registry"));
    }

    private static String iri(NodeValue value) {
        if (!value.isIRI()) {
            throw new ExprEvalException("sq:decide: not an IRI: " + value);
        }
        return value.asNode().getURI();
    }

    /** A date is the start of that day in the zone of the registry; a dateTime must have a zone of its own. */
    private Instant instant(NodeValue value) {
        try {
            if (value.isDate()) {
                return LocalDate.parse(value.asString()).atStartOfDay(zone).toInstant();
            }
            if (value.isDateTime()) {
                return OffsetDateTime.parse(value.asString()).toInstant();
            }
        } catch (DateTimeParseException noZone) {
            throw new ExprEvalException("sq:decide: a dateTime needs a zone: " + value);
        }
        throw new ExprEvalException("sq:decide: neither date nor dateTime: " + value);
    }
}
