package org.shuqi.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shuqi.problem.Text;
import org.shuqi.review.Court.Heard;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sq;

/** Puts findings into sentences. */
final class Words {

    private static final Map<FindingKind, Text> SENTENCES = new EnumMap<>(Map.ofEntries(
            // 1 the agreement, 2 who gives, 3 who receives, 4 what, 5 the reason the engine gives
            say(
                    FindingKind.PERIOD_EMPTY,
                    "“%1$s”没有有效期限：起止时间缺失、不明确或者颠倒，%2$s 向 %3$s 提供 %4$s 从来不能生效",
                    "“%1$s” has no period: its start or end is missing, unclear or the wrong way round, so %2$s may never give %3$s %4$s by it"),
            say(
                    FindingKind.NEVER_ACTIVATED,
                    "“%1$s”的期限已过而从未登记生效，%2$s 向 %3$s 提供 %4$s 从来没有依据",
                    "the period of “%1$s” is over and it was never activated, so %2$s could never give %3$s %4$s by it"),
            say(
                    FindingKind.ENDED_BEFORE_START,
                    "“%1$s”在开始之前就已终止或者期满，%2$s 向 %3$s 提供 %4$s 从来没有生效",
                    "“%1$s” ended before it could begin, so %2$s could never give %3$s %4$s by it"),
            say(
                    FindingKind.ALWAYS_SUSPENDED,
                    "“%1$s”的全部期限都在暂停之中，%2$s 不能据此向 %3$s 提供 %4$s",
                    "“%1$s” is suspended for all of its period, so %2$s cannot give %3$s %4$s by it"),
            say(
                    FindingKind.OUTSIDE_ITS_PERIOD,
                    "“%1$s”的一项授权以时间限制排除了协议的全部期限，%2$s 不能据此向 %3$s 提供 %4$s",
                    "a permission of “%1$s” has time constraints that leave nothing of its period, so %2$s cannot give %3$s %4$s by it"),
            say(
                    FindingKind.NOT_UNDERSTOOD,
                    "“%1$s”的一项授权含有不能识别的限制或者行为，不能作为 %2$s 向 %3$s 提供 %4$s 的依据",
                    "a permission of “%1$s” has a constraint or action that is not understood, so %2$s cannot give %3$s %4$s by it"),
            say(
                    FindingKind.PURPOSES_EXCLUDE,
                    "“%1$s”的一项授权要求的用途互相排斥，没有一种用途能让 %2$s 据此向 %3$s 提供 %4$s",
                    "a permission of “%1$s” asks for purposes that exclude each other: for none may %2$s give %3$s %4$s by it"),
            say(
                    FindingKind.METHODS_EXCLUDE,
                    "“%1$s”的一项授权要求的共享方式互相排斥，没有一种方式能让 %2$s 据此向 %3$s 提供 %4$s",
                    "a permission of “%1$s” asks for methods that exclude each other: by none may %2$s give %3$s %4$s by it"),
            say(
                    FindingKind.NOTHING_OFFERED,
                    "“%1$s”没有写明共享方式，目录条目也没有，%2$s 不能据此向 %3$s 提供 %4$s",
                    "“%1$s” names no method and nor does the entry, so %2$s cannot give %3$s %4$s by it"),
            say(
                    FindingKind.AGREEMENT_NEEDED,
                    "“%1$s”只是申请，%2$s 与 %3$s 之间须有协议才能提供 %4$s：%5$s",
                    "“%1$s” is a request only, and between %2$s and %3$s it takes an agreement to share %4$s: %5$s"),
            say(
                    FindingKind.ENTRY_NOT_PUBLISHED,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，但在其剩余期限内没有已发布的目录条目：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, whose entry is not published at any time that is left to it: %5$s"),
            say(
                    FindingKind.NOT_THE_SOURCE,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，但提供方在其剩余期限内都不是提供单位或者数源部门：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, which is not its to give at any time that is left: %5$s"),
            say(
                    FindingKind.PARTY_NOT_SUPPORTED,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，但双方之间不属于政务数据共享：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, which between these two is not government data sharing: %5$s"),
            say(
                    FindingKind.PROHIBITED,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，但在其剩余期限内始终有禁止规则阻止：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, which a prohibition stops for all the time that is left to it: %5$s"),
            say(
                    FindingKind.RECIPIENT_SUSPENDED,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，但接收方在其剩余期限内始终被暂停：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, and the recipient is suspended for all the time that is left to it: %5$s"),
            say(
                    FindingKind.NOT_SHARED,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，但该数据在其剩余期限内始终不予共享：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, which is not shared for all the time that is left to it: %5$s"),
            say(
                    FindingKind.ATTRIBUTE_UNCLEAR,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，但目录条目的共享属性不明确：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, whose entry has no clear sharing attribute: %5$s"),
            say(
                    FindingKind.NEVER_USABLE,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，在其剩余期限内没有一刻可以使用，起初是因为：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, which cannot be used at any time that is left to it, at first because: %5$s"),
            say(
                    FindingKind.UNKNOWN_RECORD,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，其中有登记库没有的记录：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, and names what the registry does not hold: %5$s"),
            say(
                    FindingKind.AGAINST_PROHIBITION,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，其中的一种用法有禁止规则阻止：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, and a prohibition stops some use that it allows: %5$s"),
            say(
                    FindingKind.FORBIDDEN_BY_AGREEMENT,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，而同样双方的“%5$s”禁止提供",
                    "“%1$s” lets %2$s give %3$s %4$s, and “%5$s” between the same two forbids it"),
            say(
                    FindingKind.STORAGE_DIFFERS,
                    "“%1$s”与“%5$s”都让 %2$s 向 %3$s 提供 %4$s，而约定的保存期限不同",
                    "“%1$s” and “%5$s” both let %2$s give %3$s %4$s, and set different storage periods"),
            say(
                    FindingKind.REDUNDANT,
                    "“%1$s”让 %2$s 向 %3$s 提供 %4$s 的全部内容，“%5$s”也已涵盖，其中一份多余",
                    "all that “%1$s” lets %2$s give %3$s of %4$s is in “%5$s” as well: one of the two is not needed"),
            say(
                    FindingKind.OVERLAPPING,
                    "“%1$s”与“%5$s”都让 %2$s 向 %3$s 提供 %4$s，有一部分重叠",
                    "“%1$s” and “%5$s” both let %2$s give %3$s %4$s, and meet in part"),
            say(
                    FindingKind.BASIS_NOT_IN_FORCE,
                    "“%1$s”让 %2$s 向 %3$s 提供 %4$s，而它所依据的法律依据都没有生效或者已经失效",
                    "“%1$s” lets %2$s give %3$s %4$s, and no legal basis that it cites is in force"),
            say(
                    FindingKind.CLEARANCE_TOO_LOW,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，但接收方的安全等级不够：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, above the clearance of the recipient: %5$s"),
            say(
                    FindingKind.EVIDENCE_MISSING,
                    "“%1$s”授权 %2$s 向 %3$s 提供 %4$s，但缺少该级别或者类别数据所要求的凭据：%5$s",
                    "“%1$s” lets %2$s give %3$s %4$s, without the evidence that such data need: %5$s")));

    private Words() {}

    private static Map.Entry<FindingKind, Text> say(FindingKind kind, String zh, String en) {
        return Map.entry(kind, new Text(zh, en));
    }

    static Finding aboutStrand(
            Register register, FindingKind kind, Strand strand, Heard heard, List<String> records, int items) {
        var text = sentence(register, kind, strand, items, heard.because());
        var papers = kind == FindingKind.EVIDENCE_MISSING ? records.subList(2, records.size()) : List.<String>of();
        return new Finding(
                kind, records, parties(strand), papers.isEmpty() ? text : and(text, register, papers), heard.witness());
    }

    private static Text and(Text text, Register register, List<String> papers) {
        var named = listed(register, papers, "、", ", ");
        return new Text(
                text.zh() + "（已登记但当时无效：" + named.zh() + "）",
                text.en() + " (on file, but not valid then: " + named.en() + ")");
    }

    static Finding aboutPair(Register register, FindingKind kind, Strand strand, Claim other, Heard heard) {
        var records = List.of(strand.claim().sourceIri(), other.sourceIri(), strand.dataset());
        var items = heard.question().items().size();
        var text = sentence(register, kind, strand, items, register.name(other.sourceIri()));
        return new Finding(kind, records, parties(strand), text, heard.witness());
    }

    private static List<String> parties(Strand strand) {
        return List.of(strand.provider(), strand.party());
    }

    private static Text sentence(Register register, FindingKind kind, Strand strand, int items, Text last) {
        var template = SENTENCES.get(kind);
        if (template == null) {
            throw new IllegalArgumentException("no sentence about " + kind);
        }
        return filled(
                template,
                List.of(
                        register.name(strand.claim().sourceIri()),
                        register.name(strand.provider()),
                        register.name(strand.party()),
                        data(register, strand.dataset(), items),
                        last));
    }

    private static Text data(Register register, String dataset, int items) {
        var name = register.name(dataset);
        return items == 0
                ? new Text("“" + name.zh() + "”", "“" + name.en() + "”")
                : new Text(
                        "“" + name.zh() + "”的 " + items + " 个数据项",
                        (items == 1 ? "1 item" : items + " items") + " of “" + name.en() + "”");
    }

    static Finding aboutNorm(Register register, FindingKind kind, String norm, List<String> bases, Heard heard) {
        var template =
                switch (kind) {
                    case MANDATE_WITHOUT_BASIS ->
                        new Text(
                                "应当共享规则“%1$s”的依据没有一项现行有效，因此不起作用（依据：%2$s）",
                                "the mandate “%1$s” rests on no basis in force and has no effect (bases: %2$s)");
                    case PROHIBITION_WITHOUT_BASIS ->
                        new Text(
                                "禁止规则“%1$s”没有效力足够且现行有效的依据，只能引起协商（依据：%2$s）",
                                "the prohibition “%1$s” has no basis in force of sufficient rank and only gives cause to negotiate (bases: %2$s)");
                    default ->
                        new Text(
                                "“%1$s”标为不予共享，但没有效力足够且现行有效的依据，只能引起协商（依据：%2$s）",
                                "“%1$s” is marked as not shared without a basis in force of sufficient rank, which only gives cause to negotiate (bases: %2$s)");
                };
        var question = heard.question();
        var records = new ArrayList<>(List.of(norm));
        records.addAll(bases);
        var organizations = new ArrayList<>(register.iris(Register.iri(question.dataset()), Dct.publisher));
        if (kind != FindingKind.WITHHELD_WITHOUT_BASIS) {
            organizations.addAll(register.iris(Register.iri(norm), Sq.recipientScope));
        }
        return new Finding(
                kind,
                records,
                organizations,
                filled(template, List.of(register.name(norm), listed(register, bases, "、", ", "))),
                heard.witness());
    }

    static Finding aboutSources(Register register, List<String> records, Collection<String> sources, Heard heard) {
        var template = new Text(
                "“%1$s”同时有不同的数源认定：%2$s，因此一个都不能采用",
                "different sources are designated for “%1$s” at once: %2$s; so none of them counts");
        var named = sources.stream().sorted().toList();
        return new Finding(
                FindingKind.SOURCES_CONTRADICT,
                records,
                named,
                filled(template, List.of(register.name(records.get(0)), listed(register, named, "、", ", "))),
                heard.witness());
    }

    static Finding aboutRound(
            Register register, String dataset, List<String> round, List<String> sources, Heard heard) {
        var template = new Text("“%1$s”可以转着圈再提供：%2$s", "“%1$s” may be passed on in a round: %2$s");
        var whole = Stream.concat(round.stream(), Stream.of(round.get(0))).toList();
        return new Finding(
                FindingKind.ONWARD_CYCLE,
                Stream.concat(Stream.of(dataset), sources.stream()).toList(),
                round,
                filled(template, List.of(register.name(dataset), listed(register, whole, " → ", " → "))),
                heard.witness());
    }

    private static Text listed(Register register, List<String> iris, String zh, String en) {
        var names = iris.stream().map(register::name).toList();
        return iris.isEmpty()
                ? new Text("无", "none")
                : new Text(
                        names.stream().map(Text::zh).collect(Collectors.joining(zh)),
                        names.stream().map(Text::en).collect(Collectors.joining(en)));
    }

    private static Text filled(Text template, List<Text> about) {
        return new Text(
                template.zh().formatted(about.stream().map(Text::zh).toArray()),
                template.en().formatted(about.stream().map(Text::en).toArray()));
    }
}
