package org.shuqi.decision.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IndexFileTest {

    /**
     * What the records looked like when the format got its number. If this fails, raise {@link IndexFile#FORMAT}, see that
     * the forms write what is new, and note the new shapes here.
     */
    private static final String SHAPES_OF_1 =
            """
            Basis int iri, Ids ranks, Span span, Text title
            Catalogue int iri, Ids within
            Concept int iri, Ids schemes, Ids broader, OptionalInt rank, Text name
            Dataset int iri, List<String> codes, Ids publishers, Ids sources, Ids themes, Ids catalogues, Span published, List<Item> items
            Designation int iri, Ids assets, Ids sources, Span span
            Duty int iri, int action, boolean said, Text text
            Evidence int iri, Ids types, Scope scope, boolean passed, Span span, List<String> destinations
            Grant int source, int number, boolean agreement, boolean usable, Ids assigners, boolean subordinates, Reach reach, Masking masking, List<Duty> duties, Text name
            Item int iri, Traits traits
            Limit int days, int more
            Masking boolean whole, Ids items
            Norm int iri, Effect effect, Scope scope, Span span, Ids bases, Ids exceptPurposes, Ids exceptRecipients, Ids overrides, Ids requires, Ids regions, Ids thirdParties, boolean waivedByMandate, List<Duty> duties, Text name
            Offer Ids attributes, Ids scope, Ids purposes, Ids methods, Ids bases
            Organisation int iri, boolean real, Ids kinds, Ids above, Ids collections, Ids clearances, List<String> codes, Text name
            Profile int iri, Ids parents, Ids defaultClearances, Optional<Boolean> unconditionalNeedsReply, Optional<Boolean> acceptsLocalNegativeList, Optional<Boolean> forbidsOnward, Map<String, Limit> deadlines
            Reach Ids assignees, Ids targets, List<Ids> purposes, List<Ids> methods, List<Span> windows, Term term, Ids onward
            Scope Ids providers, Ids assets, Ids recipients, Ids purposes, Ids methods, boolean subordinates
            Span Instant from, Instant until
            Term Optional<Instant> begun, Span period, List<Span> suspensions, Instant ended
            Text String zh, String en
            Traits Offer offer, Ids levels, Ids classes, boolean secret, boolean masked, Ids sources
            """;

    @Test
    void recordsLookAsTheyDidWhenTheFormatGotItsNumber() {
        var shapes = new TreeMap<String, String>();
        for (var fact : Fact.class.getPermittedSubclasses()) {
            shape(fact, shapes);
        }
        var lines = new StringBuilder();
        shapes.forEach(
                (name, parts) -> lines.append(name).append(' ').append(parts).append('\n'));

        assertThat(IndexFile.FORMAT).isEqualTo(1);
        assertThat(lines).hasToString(SHAPES_OF_1);
    }

    private static void shape(Class<?> record, TreeMap<String, String> shapes) {
        if (!record.isRecord() || shapes.containsKey(record.getSimpleName())) {
            return;
        }
        var parts = Arrays.stream(record.getRecordComponents())
                .map(part -> plain(part.getGenericType().getTypeName()) + " " + part.getName())
                .toList();
        shapes.put(record.getSimpleName(), String.join(", ", parts));
        for (var part : record.getRecordComponents()) {
            shape(part.getType(), shapes);
            if (part.getGenericType() instanceof java.lang.reflect.ParameterizedType generic) {
                Arrays.stream(generic.getActualTypeArguments())
                        .filter(Class.class::isInstance)
                        .forEach(type -> shape((Class<?>) type, shapes));
            }
        }
    }

    /** A type without its packages and outer classes. */
    private static String plain(String type) {
        return type.replaceAll("[A-Za-z_.]+[.$](?=[A-Z])", "");
    }

    @Test
    void theLayoutNamesTheTimeZoneThatPlainDatesWereReadIn() {
        var shanghai = new IndexFile(ZoneId.of("Asia/Shanghai")).layout();

        assertThat(shanghai).isNotEqualTo(new IndexFile(ZoneId.of("Asia/Urumqi")).layout());
        assertThat(new IndexDerivation(ZoneId.of("Asia/Shanghai")).keeping())
                .map(keeping -> keeping.layout())
                .isEqualTo(Optional.of(shanghai));
    }
}
