package org.shuqi.decision;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.shuqi.problem.Text;

/** The kinds of reason: the stage that gives it, its sentence, and the built-in legal basis behind it. */
enum Because {
    SECRET(
            "S0",
            "%s 被标为国家秘密或者工作秘密，不属于政务数据，本不应登记（《政务数据共享条例》第三条）",
            "%s is flagged a state or work secret, which is no government data and should not be registered (Order 809 Art 3)",
            "order-809-3"),
    NOT_PUBLISHED("S1", "目录条目 %s 在该时点没有已发布的版本", "the entry %s has no published version at that time", "order-809-16"),
    NOT_THE_SOURCE(
            "S2",
            "%s 不是 %s 的提供单位或者数源部门；请向 %s 提出（《政务数据共享条例》第十九条）",
            "%s neither publishes %s nor is its designated source; turn to %s (Order 809 Art 19)",
            "order-809-19"),
    NO_CLEAR_SOURCE(
            "S2",
            "%s 的提供单位没有登记或者不唯一，不能确定数源部门（《政务数据共享条例》第十九条）",
            "the publisher of %s is missing or not unique, so its source is unclear (Order 809 Art 19)",
            "order-809-19"),
    RELEASED_OUTSIDE(
            "S3",
            "%s 是企业或者境外机构，没有强制规定或者生效协议指明向其提供，不属于政务数据共享（《政务数据共享条例》第二条）",
            "%s is an enterprise or a foreign body, and no mandate or agreement in force names it: this is not government data sharing (Order 809 Art 2)",
            "order-809-2"),
    UNSUPPORTED_PARTY(
            "S3",
            "%s 的机构类型没有登记、不唯一或者不受支持，不属于政务数据共享（《政务数据共享条例》第二条）",
            "the kind of %s is missing, not unique or not supported: this is not government data sharing (Order 809 Art 2)",
            "order-809-2"),
    PROHIBITED("S4", "禁止提供：%s", "providing it is prohibited: %s"),
    WEAKLY_PROHIBITED(
            "S4",
            "禁止规则“%s”没有效力足够且现行有效的依据，不能作为拒绝理由，应当协商（《政务数据共享条例》第十五条）",
            "the prohibition “%s” has no basis in force of sufficient rank and cannot carry a refusal: negotiate (Order 809 Art 15)",
            "order-809-15"),
    SUSPENDED("S5", "%s 已被暂停共享：%s（《政务数据共享条例》第二十七条）", "%s is suspended: %s (Order 809 Art 27)", "order-809-27"),
    MANDATED("S6", "法律规定应当提供：%s", "it must be provided: %s"),
    RETURNED(
            "S6",
            "上级应当向属地回流本行政区域数据：%s（《政务数据共享条例》第二十四条）",
            "a superior returns a region's own rows: %s (Order 809 Art 24)",
            "order-809-24"),
    WITHHELD(
            "S7",
            "%s 属于不予共享，有现行有效的法律、行政法规或者国务院决定依据（《政务数据共享条例》第十四条、第十五条）",
            "%s is not shared, on a law, administrative regulation or State Council decision in force (Order 809 Art 14, 15)",
            "order-809-14",
            "order-809-15"),
    WEAKLY_WITHHELD(
            "S7",
            "%s 标为不予共享，但依据缺失、失效或者效力不足，应当协商（《政务数据共享条例》第十五条）",
            "%s is marked as not shared, but the basis is missing, not in force or ranks too low: negotiate (Order 809 Art 15)",
            "order-809-15"),
    UNCLEAR_ATTRIBUTE(
            "S7",
            "%s 的共享属性没有登记、不唯一或者无法识别，应当协商（《政务数据共享条例》第十四条）",
            "the sharing attribute of %s is missing, not unique or not known: negotiate (Order 809 Art 14)",
            "order-809-14"),
    OPEN(
            "S7",
            "%s 属于无条件共享，提供给所有政府部门和授权组织（《政务数据共享条例》第十四条）",
            "%s is shared unconditionally with every department and authorised organisation (Order 809 Art 14)",
            "order-809-14"),
    METHOD_NOT_OFFERED(
            "S7",
            "%s 不以该方式提供，应当协商（《政务数据共享条例》第十三条、第二十八条）",
            "%s is not offered by that method: negotiate (Order 809 Art 13, 28)",
            "order-809-13",
            "order-809-28"),
    REPLY_NEEDED(
            "S7",
            "%s 属于无条件共享，本地规则要求先取得答复（《政务数据共享条例》第二十一条）",
            "%s is shared unconditionally, and the local profile wants a request answered first (Order 809 Art 21)",
            "order-809-21"),
    GRANTED("S7", "%s 生效并涵盖该数据、用途和方式", "%s is in force and covers these data, this purpose and this method"),
    NOT_YET_GRANTED(
            "S7",
            "%s 属于有条件共享，符合公布的范围、用途和方式，尚无生效的申请或者协议（《政务数据共享条例》第十四条、第二十条）",
            "%s is shared conditionally and this is within the published scope, purpose and method, but nothing is granted yet (Order 809 Art 14, 20)",
            "order-809-14",
            "order-809-20"),
    OUTSIDE_SCOPE(
            "S7",
            "%s 属于有条件共享，接收方不在公布的共享范围内，应当协商（《政务数据共享条例》第十五条、第二十八条）",
            "%s is shared conditionally and the recipient is outside the published scope: negotiate (Order 809 Art 15, 28)",
            "order-809-15",
            "order-809-28"),
    OUTSIDE_PURPOSE(
            "S7",
            "%s 属于有条件共享，用途不在公布的使用用途内，应当协商（《政务数据共享条例》第十五条、第二十八条）",
            "%s is shared conditionally and the purpose is outside the published ones: negotiate (Order 809 Art 15, 28)",
            "order-809-15",
            "order-809-28"),
    AGREEMENT_NEEDED(
            "S7",
            "双方不都是政府部门或者授权组织，须以生效协议为依据（《政务数据共享条例》第二条、第四十三条）",
            "not both parties are departments or authorised organisations, so an agreement in force is needed (Order 809 Art 2, 43)",
            "order-809-2",
            "order-809-43"),
    NO_AGREEMENT("S8a", "缺少涵盖该数据的生效协议：%s", "an agreement in force that covers these data is missing: %s"),
    NO_REQUEST("S8a", "缺少已获同意的生效申请：%s", "a consented request in force is missing: %s"),
    NO_ASSESSMENT("S8b", "缺少有效的%s：%s", "a valid %s is missing: %s"),
    CLEARANCE_TOO_LOW("S8c", "%s 的安全等级不明确或者低于 %s 的级别", "the clearance of %s is unclear or below the level of %s"),
    NO_SPECIAL_APPROVAL("S8d", "核心数据未取得专门批准：%s", "special approval for core data is missing: %s"),
    NOT_DE_IDENTIFIED(
            "S8e", "缺少去标识化，可以改为核验或者设置脱敏规则：%s", "de-identification is missing; verify instead, or mask the item: %s"),
    ONWARD_FORBIDDEN("S9", "本地规则禁止向第三方提供：%s", "the local profile forbids passing data on: %s"),
    NO_ONWARD_CONSENT(
            "S9",
            "提供方未同意向 %s 再提供（《政务数据共享条例》第二十五条）",
            "the provider has not consented to passing it on to %s (Order 809 Art 25)",
            "order-809-25"),
    THIRD_PARTY_MAY_NOT(
            "S9",
            "%s 自身不得接收该数据（《政务数据共享条例》第二十五条）",
            "%s may not receive these data itself (Order 809 Art 25)",
            "order-809-25"),
    NO_EXPORT_ASSESSMENT(
            "S9",
            "没有针对目的地 %s 的有效数据出境安全评估或者豁免（《个人信息保护法》第三十六条、《网络数据安全管理条例》第三十七条）",
            "no valid export assessment or exemption for %s is on file (PIPL Art 36, Network Data Security Regulation Art 37)",
            "pipl-36",
            "ndsr-37"),
    PERMITTED("S10", "各阶段均已通过，可以共享", "every stage is passed: it may be shared");

    private final String stage;
    private final String[] zh;
    private final String[] en;
    private final List<String> laws;

    Because(String stage, String zh, String en, String... laws) {
        this.stage = stage;
        this.zh = zh.split("%s", -1);
        this.en = en.split("%s", -1);
        this.laws = Arrays.stream(laws).map(Codes::law).toList();
    }

    /** With its letter where it has one. */
    String stage() {
        return stage;
    }

    /** The built-in legal bases. */
    List<String> laws() {
        return laws;
    }

    /** The sentence with these names in the places kept for them; what is left over is not said. */
    Text text(List<Text> about) {
        return new Text(filled(zh, about, Text::zh), filled(en, about, Text::en));
    }

    private static String filled(String[] parts, List<Text> about, Function<Text, String> language) {
        var sentence = new StringBuilder(parts[0]);
        for (var place = 1; place < parts.length; place++) {
            sentence.append(language.apply(about.get(place - 1))).append(parts[place]);
        }
        return sentence.toString();
    }
}
