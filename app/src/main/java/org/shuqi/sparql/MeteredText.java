package org.shuqi.sparql;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** The built-in functions that can make much out of little, evaluated under a {@link Meter}. */
final class MeteredText {

    /** More than any lawful sum of money or count of people needs. */
    private static final int MOST_BITS = 4096;

    private final Meter meter;

    MeteredText(Meter meter) {
        this.meter = meter;
    }

    NodeValue concat(List<NodeValue> parts) {
        long length = 0;
        for (var part : parts) {
            length += part.asString().length();
        }
        meter.text(length);
        return XSDFuncOp.strConcat(parts);
    }

    NodeValue made(NodeValue value) {
        if (value.isLiteral()) {
            meter.text(value.asNode().getLiteralLexicalForm().length());
        }
        return value;
    }

    NodeValue regex(List<NodeValue> arguments) {
        var text = string("REGEX", arguments.get(0));
        var flags = arguments.size() > 2 ? string("REGEX", arguments.get(2)) : "";
        var found = pattern("REGEX", string("REGEX", arguments.get(1)), flags)
                .matcher(meter.watched(text))
                .find();
        return NodeValue.booleanReturn(found);
    }

    /** REPLACE of F&O; as elsewhere in ARQ, a match of the empty string is replaced once and then passed over. */
    NodeValue replace(List<NodeValue> arguments) {
        var original = arguments.get(0);
        var text = string("REPLACE", original);
        var flags = arguments.size() > 3 ? string("REPLACE", arguments.get(3)) : "";
        var matcher =
                pattern("REPLACE", string("REPLACE", arguments.get(1)), flags).matcher(meter.watched(text));
        var replaced = replaceAll(matcher, string("REPLACE", arguments.get(2)));
        if (replaced.equals(text)) {
            return original;
        }
        var language = original.asNode().getLiteralLanguage();
        return language.isEmpty() ? NodeValue.makeString(replaced) : NodeValue.makeLangString(replaced, language);
    }

    private String replaceAll(Matcher matcher, String replacement) {
        var made = new StringBuilder();
        var first = true;
        try {
            while (matcher.find()) {
                if (!first && matcher.start() == matcher.end()) {
                    continue;
                }
                first = false;
                var before = made.length();
                matcher.appendReplacement(made, replacement);
                meter.text(made.length() - before);
                tooLong(made);
            }
            matcher.appendTail(made);
        } catch (IndexOutOfBoundsException | IllegalArgumentException wrongReference) {
            throw new ExprEvalException("REPLACE: `" + replacement + "` refers to a group that is not there");
        }
        tooLong(made);
        return made.toString();
    }

    private void tooLong(StringBuilder made) {
        if (made.length() > meter.limits().text()) {
            meter.text(made.length());
        }
    }

    /** Keeps repeated squaring from making numbers that take for ever to multiply. */
    void factors(NodeValue left, NodeValue right) {
        if (bits(left) + bits(right) > MOST_BITS) {
            throw Refusal.of(
                    Kind.LIMIT, "查询中的数字过大；请减少连乘", "a number of the query grows too large; multiply less often");
        }
    }

    private static long bits(NodeValue value) {
        if (value.isInteger()) {
            return magnitude(value.getInteger());
        }
        return value.isDecimal() ? magnitude(value.getDecimal().unscaledValue()) : 0;
    }

    private static long magnitude(BigInteger number) {
        return number.bitLength();
    }

    private Pattern pattern(String function, String text, String flags) {
        meter.pattern(text.length());
        return RegexEngine.makePattern(function, text, flags);
    }

    private static String string(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }
}
