package org.shuqi.casework;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.change.Guard;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Violation;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Revision;
import org.shuqi.record.Terms;
import org.shuqi.record.Written;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** The procedures: what can be done next with a record, and doing it. Each step is one change with its reason. */
public final class Cases {

    private final Store store;
    private final Records records;
    private final Tables tables;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * Over one registry.
     *
     * @param zone in which days begin and instants are written
     */
    public Cases(Store store, Records records, Tables tables, Clock clock, ZoneId zone) {
        this.store = store;
        this.records = records;
        this.tables = tables;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Every step of the record's table: which can be taken, what they need, and why the others cannot.
     *
     * @throws Refusal UNKNOWN if there is no such record; UNUSABLE if its kind has no procedure
     */
    public StepOption.Table options(RecordKind kind, String id, Caller caller) {
        return options(kind, id, caller, step -> true);
    }

    /**
     * The same for a table with steps whose checks take long.
     *
     * @param tried by its code, whether a step is tried through everything that it would meet at the door; of the others only
     *     the table is asked, and who may take them
     */
    public StepOption.Table options(RecordKind kind, String id, Caller caller, Predicate<String> tried) {
        var record = records.read(kind, id);
        try (var now = store.read()) {
            var base = base(now, record.iri());
            var cycle = base.cycle();
            var status = base.status();
            var outlook = new Outlook(
                    now.union(),
                    record,
                    status,
                    caller,
                    form -> form.step().filter(tried.negate()).isPresent()
                            ? glance(record, now, form, caller)
                            : rehearse(kind, id, form, caller, Optional.of(base)));
            var options = new ArrayList<StepOption>();
            cycle.steps().forEach(step -> options.add(outlook.option(step, base.parties(step))));
            options.sort(Comparator.comparing(option -> !option.allowed()));
            return new StepOption.Table(
                    record.iri().getURI(),
                    cycle.iri().getURI(),
                    cycle.label(),
                    Move.code(status),
                    Outlook.label(now.union(), status),
                    cycle.stated(now.union(), record.iri()).isPresent(),
                    options,
                    record.tag(),
                    record.revision());
        }
    }

    /**
     * Takes a step.
     *
     * @throws Refusal NOT_A_STEP if the table has no such step from here; INVALID with what is missing; FORBIDDEN, STALE
     */
    public Written take(RecordKind kind, String id, StepForm form, Terms terms) {
        return take(kind, id, form, terms, (before, now) -> NOTHING);
    }

    /**
     * Takes a step, and writes something of other records in the same change.
     *
     * @throws Refusal as {@link #take(RecordKind, String, StepForm, Terms)} does, and what the other refuses
     */
    public Written take(RecordKind kind, String id, StepForm form, Terms terms, Beside beside) {
        var reason = form.note().map(note -> terms.reason() + ": " + note).orElse(terms.reason());
        var stated = new Terms(reason, terms.expected(), false, true, terms.caller());
        return records.revise(
                kind,
                id,
                (before, now) -> {
                    var taken = taken(before, now, form, terms.caller(), Optional.empty());
                    var other = beside.of(before, now);
                    return new Revision.Revised(taken.description(), both(taken.beside(), other));
                },
                stated);
    }

    /** Works out what else changes with a step. */
    @FunctionalInterface
    public interface Beside {

        /** What changes in other records. */
        Delta of(Filed before, Snapshot now);
    }

    private static Delta both(Delta one, Delta other) {
        return new Delta(
                Stream.concat(one.removed().stream(), other.removed().stream()).toList(),
                Stream.concat(one.added().stream(), other.added().stream()).toList());
    }

    /** Code of the status in which the record is. */
    public String status(Filed record, Graph registry) {
        return Move.code(status(record.iri(), registry));
    }

    /** The status in which the record is, a word of the code list. */
    public Node status(Node record, Graph registry) {
        return cycle(registry, record).status(registry, record);
    }

    /** What {@link #status(Node, Graph)} says of each of many records of these classes, found together. */
    public Map<Node, Node> statuses(List<Node> types, Collection<Node> records, Graph registry) {
        var cycles = types.stream()
                .flatMap(type -> tables.current().ofType(type).stream())
                .distinct()
                .toList();
        return cycles.size() == 1
                ? cycles.get(0).statuses(registry, records)
                : records.stream().collect(Collectors.toMap(record -> record, record -> status(record, registry)));
    }

    /** Whether the contents of the record may be changed without a step, as its procedure says of its status. */
    public boolean isEditable(Node record, Graph registry) {
        var cycle = cycle(registry, record);
        return cycle.editable().contains(cycle.status(registry, record));
    }

    /** The codes of the statuses that the procedure of the class knows, the first of a record first. */
    public List<Node> statuses(Node type) {
        return tables.current()
                .ofType(type)
                .map(cycle -> Stream.concat(
                                Stream.of(cycle.initial()),
                                cycle.steps().stream()
                                        .flatMap(step -> Stream.concat(step.from().stream(), Stream.of(step.to()))))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** The same checks without writing. */
    public List<Violation> rehearse(RecordKind kind, String id, StepForm form, Caller caller) {
        return rehearse(kind, id, form, caller, Optional.empty());
    }

    private List<Violation> rehearse(RecordKind kind, String id, StepForm form, Caller caller, Optional<Base> known) {
        var terms = new Terms("rehearsal", OptionalLong.empty(), false, true, caller);
        return faults(records.iri(kind, id), () -> {
            records.rehearse(kind, id, (before, now) -> taken(before, now, form, caller, known), terms);
            return List.of();
        });
    }

    /** What the tables alone say of the step, without what it would do to the rest of the registry. */
    private List<Violation> glance(Filed before, Snapshot now, StepForm form, Caller caller) {
        return faults(before.iri(), () -> {
            var after = taken(before, now, form, caller, Optional.empty()).description();
            var delta = new Delta(
                    quads(before.graph(), before.description(), after),
                    quads(before.graph(), after, before.description()));
            return guard(tables, clock, zone).check(now.supposing(delta), delta);
        });
    }

    /** What the one graph says and the other does not. */
    private static List<Quad> quads(Node home, Graph one, Graph other) {
        return one.find()
                .filterDrop(other::contains)
                .mapWith(triple -> new Quad(home, triple))
                .toList();
    }

    private static List<Violation> faults(Node record, Supplier<List<Violation>> tried) {
        try {
            return tried.get();
        } catch (Refusal refused) {
            return refused.problem().violations().isEmpty()
                    ? List.of(LifeCycleGuard.fault(
                            record, Sq.LifeCycle, refused.problem().detail(), Optional.empty()))
                    : refused.problem().violations();
        }
    }

    private Base base(Snapshot now, Node record) {
        var cycle = cycle(now.union(), record);
        return new Base(
                now,
                record,
                cycle,
                cycle.status(now.union(), record),
                tables.current().parties());
    }

    private Revision.Revised taken(Filed before, Snapshot now, StepForm form, Caller caller, Optional<Base> known) {
        var registry = now.union();
        var base = known.filter(one -> one.isOf(now)).orElseGet(() -> base(now, before.iri()));
        var cycle = base.cycle();
        var status = base.status();
        var by = form.by().map(name -> organization(name));
        var step = choose(base, form, by, registry, caller);
        var home = now.dataset().getGraph(before.graph());
        var speaker = Speaker.of(
                form,
                by,
                form.role().map(role -> coded("approval-role", role)),
                caller,
                step,
                base.parties(step),
                registry);
        var taking = new StepWriter.Taking(
                status,
                speaker.by(),
                speaker.role(),
                speaker.person(),
                form.at().orElseGet(clock::instant),
                zone,
                form.note().map(Cases::said),
                registry);
        var after = new StepWriter(cycle, step, taking, before.iri(), home)
                .write(before.description(), records.statements(before, form.with()));
        return new Revision.Revised(
                after,
                step.effects().endsPredecessor()
                        ? new Succession(cycle, now, taking).of(before.iri(), after)
                        : NOTHING);
    }

    private static final Delta NOTHING = new Delta(List.of(), List.<Quad>of());

    private static Step choose(Base base, StepForm form, Optional<Node> by, Graph registry, Caller caller) {
        var cycle = base.cycle();
        var status = base.status();
        var wanted = form.to();
        var rows = cycle.steps().stream()
                .filter(step -> Move.code(step.to()).equals(wanted)
                        || step.to().getURI().equals(wanted))
                .filter(step -> form.step().map(step.code()::equals).orElse(true))
                .toList();
        if (rows.isEmpty()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 的流程没有到 `%s` 的环节；可到达：%s",
                    "the procedure of `%s` has no step to `%s`; it leads to %s",
                    cycle.label().en(),
                    wanted,
                    String.join(
                            ", ",
                            cycle.steps().stream()
                                    .map(step -> Move.code(step.to()))
                                    .distinct()
                                    .sorted()
                                    .toList()));
        }
        var open = rows.stream().filter(step -> step.from().contains(status)).toList();
        if (open.isEmpty()) {
            throw Refusal.of(
                    Kind.NOT_A_STEP,
                    "现为 `%s`，不能到 `%s`；可以办理：%s",
                    "this is `%s`, from which no step leads to `%s`; what can be done: %s",
                    Move.code(status),
                    wanted,
                    next(cycle, status));
        }
        if (open.size() == 1) {
            return open.get(0);
        }
        return open.stream()
                .filter(step -> {
                    var parties = base.parties(step);
                    return by.map(party -> Parties.include(parties, registry, party))
                            .orElseGet(() -> !caller.isOperator() && Speaker.isFor(caller, step, parties, registry));
                })
                .findFirst()
                .orElse(open.get(0));
    }

    private static String next(LifeCycle cycle, Node status) {
        return cycle.steps().stream()
                .filter(step -> step.from().contains(status))
                .map(step -> "`" + Move.code(step.to()) + "`")
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse("-");
    }

    private LifeCycle cycle(Graph registry, Node record) {
        return tables.current()
                .of(registry, record)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "`%s` 这类记录没有办理流程；请直接修改记录",
                        "records such as `%s` have no procedure; change the record itself",
                        record.getURI()));
    }

    private Node organization(String name) {
        try (var now = store.read()) {
            var iri = records.iri(RecordKind.ORGANIZATIONS, name);
            if (!now.union().contains(iri, Node.ANY, Node.ANY)) {
                throw Refusal.of(Kind.UNUSABLE, "没有单位 `%s`；请核对 by", "there is no organisation `%s`; check `by`", name);
            }
            return iri;
        }
    }

    private Node coded(String scheme, String code) {
        var iri = code.contains("://") ? NodeFactory.createURI(code) : Sq.code(scheme, code);
        try (var now = store.read()) {
            if (!now.union().contains(iri, Skos.inScheme, Sq.scheme(scheme))) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "代码表 %s 中没有 `%s`；请核对 role",
                        "the code list %s has no `%s`; check `role`",
                        scheme,
                        code);
            }
        }
        return iri;
    }

    /** A note in Chinese if it has a Chinese character, else in English. */
    private static Node said(String note) {
        var chinese =
                note.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
        return NodeFactory.createLiteralLang(note, chinese ? "zh" : "en");
    }

    /** What lets no change by that the tables forbid. */
    public static Guard guard(Tables tables, Clock clock, ZoneId zone) {
        return new LifeCycleGuard(tables::current, clock, zone);
    }
}
