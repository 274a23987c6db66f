package org.shuqi.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/** What a sheet lists. A sheet is of one form; which one shows in its headers. */
enum Form {
    /** Business systems: sheet C of DB15/T 1876. */
    SYSTEM(Sq.InformationSystem, "system", "业务系统调查表", "business systems"),
    /** Business matters: sheet D of DB15/T 1876. */
    DUTY(Sq.PublicDuty, "duty", "业务事项调查表", "business matters"),
    /** Entries of a catalogue: the template of 1272, and sheets E and G of DB15/T 1876. */
    ENTRY(Dcat.Dataset, "dataset", "政务信息资源目录", "catalogue"),
    /** Demands: sheet F of DB15/T 1876. */
    DEMAND(Sq.DemandListEntry, "list", "信息资源需求调查表", "demands"),
    /** Registers of agreements as other countries publish them. */
    AGREEMENT(Odrl.Agreement, "agreement", "共享协议登记表", "agreements");

    private final Node type;
    private final String segment;
    private final Text title;

    Form(Node type, String segment, String zh, String en) {
        this.type = type;
        this.segment = segment;
        this.title = new Text(zh, en);
    }

    static Form named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The forms of a template; all of them if none is named. */
    static Optional<java.util.List<Form>> ofTemplate(String template) {
        return Arrays.stream(Template.values())
                .filter(each -> each.id.equals(template))
                .findFirst()
                .map(each -> java.util.List.of(each.forms));
    }

    /** The class of what a row describes. */
    Node type() {
        return type;
    }

    /** First segment of its IRI. */
    String segment() {
        return segment;
    }

    /** What such a sheet is called. */
    Text title() {
        return title;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names under which callers ask for some of the forms. */
    enum Template {
        NDRC_1272("1272", ENTRY),
        DB15_1876("db15-t-1876", SYSTEM, DUTY, ENTRY, DEMAND),
        UK("uk-isa", AGREEMENT),
        IRELAND("ie-dsa", AGREEMENT);

        private final String id;
        private final Form[] forms;

        Template(String id, Form... forms) {
            this.id = id;
            this.forms = forms;
        }

        static String all() {
            return String.join(
                    ", ", Arrays.stream(values()).map(each -> each.id).toList());
        }
    }
}
