package org.shuqi.generate;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.shuqi.decision.QuestionForm;

/**
 * Questions that somebody might really ask of a generated registry, without end.
 *
 * <p>Of a hundred, about forty ask for what an agreement or a request gives, twenty-five for what is offered to
 * everybody, fifteen for what would have to be applied for, ten for another purpose, ten for what is withheld,
 * prohibited, mandated, returned, suspended or not sharing at all. Not for use by several threads at once: give each its own seed.
 */
public final class QuestionStream implements Iterator<QuestionForm> {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private final World world;
    private final Grants grants;
    private final Norms norms;
    private final Dice dice;

    QuestionStream(World world, Grants grants, Norms norms, long seed) {
        this.world = world;
        this.grants = grants;
        this.norms = norms;
        this.dice = Dice.of(seed, "questions", 0);
    }

    /** There is always another one. */
    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public QuestionForm next() {
        int draw = dice.below(100);
        if (draw < 32) {
            return granted(grants.agreement(dice.below(world.size().agreements())));
        }
        if (draw < 40) {
            return granted(grants.request(dice.below(world.size().requests())));
        }
        if (draw < 65) {
            return about(Entry.Attribute.UNCONDITIONAL);
        }
        if (draw < 80) {
            return about(Entry.Attribute.CONDITIONAL);
        }
        return draw < 90 ? forAnotherPurpose() : remarkable();
    }

    private QuestionForm granted(Grant grant) {
        var entry = dice.oneOf(grant.entries());
        var purpose = grant.purposes().isEmpty() ? offeredPurpose(entry) : dice.oneOf(grant.purposes());
        var items = grant.items().isEmpty() ? some(entry) : names(grant.items());
        var method = grant.methods().isEmpty() ? dice.oneOf(entry.methods()) : dice.oneOf(grant.methods());
        boolean narrower = purpose.equals(Terms.PURPOSES.get(0)) && dice.percent(40);
        var asked = narrower ? dice.oneOf(Terms.SERVICES) : purpose;
        return form(dice.oneOf(grant.recipients()), entry, items, asked, method);
    }

    private QuestionForm about(Entry.Attribute attribute) {
        var entry = grants.drawn(dice, attribute);
        var recipient = world.neighbour(entry.publisher(), dice);
        return form(recipient, entry, some(entry), offeredPurpose(entry), dice.oneOf(entry.methods()));
    }

    private QuestionForm forAnotherPurpose() {
        var entry = grants.drawn(dice, Entry.Attribute.CONDITIONAL);
        var purpose = dice.percent(50) ? Terms.MARKETING : dice.oneOf(Terms.PURPOSES);
        return form(world.neighbour(entry.publisher(), dice), entry, List.of(), purpose, Terms.QUERY);
    }

    private QuestionForm remarkable() {
        return switch (dice.below(7)) {
            case 0 -> flow(norms.suspension(dice.below(world.size().suspensionOrders())));
            case 1 -> flow(norms.mandate(dice.below(world.size().mandates())));
            case 2 -> returned(norms.returnFlow(dice.below(world.size().returnFlows())));
            case 3 -> prohibited(norms.prohibited(dice.below(norms.prohibitions())));
            case 4 -> prohibited(grants.drawn(dice, Entry.Attribute.NOT_SHARED_LEGACY));
            case 5 -> prohibited(grants.drawn(dice, Entry.Attribute.NOT_SHARED));
            default -> released(grants.drawn(dice, Entry.Attribute.UNCONDITIONAL));
        };
    }

    private QuestionForm flow(Norms.Flow flow) {
        var entry = flow.entry();
        return form(flow.recipient(), entry, List.of(), Terms.SOCIAL_INSURANCE, dice.oneOf(entry.methods()));
    }

    private QuestionForm returned(Norms.Flow flow) {
        var form = form(flow.recipient(), flow.entry(), List.of(), Terms.PURPOSES.get(1), Terms.QUERY);
        var region = world.division(flow.recipient().place()).getURI();
        return new QuestionForm(
                form.recipient(),
                form.dataset(),
                form.items(),
                form.purpose(),
                form.method(),
                form.action(),
                form.thirdParty(),
                form.destination(),
                form.provider(),
                Optional.of(region),
                form.at(),
                form.knownAt());
    }

    private QuestionForm prohibited(Entry entry) {
        var recipient = world.neighbour(entry.publisher(), dice);
        return form(recipient, entry, List.of(), offeredPurpose(entry), Terms.QUERY);
    }

    /** A company asks for government data. */
    private QuestionForm released(Entry entry) {
        var company =
                world.organisation(Bureau.PLATFORM, entry.publisher().place().index());
        return form(company, entry, List.of(), offeredPurpose(entry), Terms.QUERY);
    }

    private Node offeredPurpose(Entry entry) {
        return dice.oneOf(entry.purposes().isEmpty() ? Terms.PURPOSES : entry.purposes());
    }

    /** All items, or two of them. */
    private List<String> some(Entry entry) {
        if (dice.percent(50)) {
            return List.of();
        }
        int from = dice.below(entry.items().size());
        return names(
                entry.items().subList(from, Math.min(from + 2, entry.items().size())));
    }

    private static List<String> names(List<ItemKind> items) {
        return items.stream().map(ItemKind::name).toList();
    }

    private QuestionForm form(Organisation recipient, Entry entry, List<String> items, Node purpose, Node method) {
        var at = Day.noon(Day.TODAY + dice.between(-30, 60)).atOffset(ZONE);
        return new QuestionForm(
                recipient.iri().getURI(),
                entry.iri().getURI(),
                items,
                Optional.of(code(purpose)),
                Optional.of(code(method)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)),
                OptionalLong.empty());
    }

    private static String code(Node concept) {
        var iri = concept.getURI();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
