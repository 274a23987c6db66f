package org.shuqi.generate;

import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sq;

/** Writes the catalogues: one graph for each department that publishes anything. */
final class CatalogsRdf {

    private static final Node LEGACY_REASON = Terms.zh("内部管理需要");
    private static final Node REASON = Terms.zh("依法保密");

    private final World world;
    private final Quads everywhere;

    CatalogsRdf(World world, Quads everywhere) {
        this.world = world;
        this.everywhere = everywhere;
    }

    void write() {
        for (int number = 0; number < world.size().organisations(); number++) {
            var publisher = world.organisation(number);
            long first = world.firstEntry(publisher);
            long after = world.afterLastEntry(publisher);
            if (first < after) {
                writeCatalog(publisher, first, after);
            }
        }
    }

    private void writeCatalog(Organisation publisher, long first, long after) {
        var name = publisher.place().code() + "-" + publisher.bureau().slug();
        var quads = everywhere.in(world.graph("catalog/" + name));
        var catalog = world.iri("catalog/" + name);
        quads.a(catalog, Dcat.Catalog);
        quads.add(catalog, Dct.title, Terms.zh(publisher.bureau().name(publisher.place()) + "政务数据目录"));
        quads.add(catalog, Dct.publisher, publisher.iri());
        for (long number = first; number < after; number++) {
            var entry = world.entry(number, publisher, number - first);
            quads.add(catalog, Dcat.dataset, entry.iri());
            write(quads, entry);
        }
    }

    private void write(Quads quads, Entry entry) {
        var iri = entry.iri();
        quads.a(iri, Dcat.Dataset);
        quads.add(iri, Dct.identifier, Terms.text(entry.code()));
        quads.add(iri, Dct.title, Terms.zh(entry.title()));
        quads.add(
                iri,
                Dct.description,
                Terms.zh(entry.title() + "，由" + entry.publisher().place().name() + "产生，虚构"));
        quads.add(iri, Dct.publisher, entry.publisher().iri());
        quads.add(iri, Sq.sourceDepartment, entry.publisher().iri());
        quads.add(iri, Dcat.theme, entry.theme());
        quads.add(iri, Dct.format, entry.matter() == Matter.THING ? Terms.SPREADSHEET : Terms.DATABASE);
        quads.add(iri, Dct.accrualPeriodicity, Terms.FREQUENCIES.get((int) (entry.number() % 3)));
        quads.add(iri, Dct.spatial, world.division(entry.publisher().place()));
        if (entry.issued() != Day.NEVER) {
            quads.add(iri, Dct.issued, Day.date(entry.issued()));
        }
        if (entry.withdrawn() != Day.NEVER) {
            quads.add(iri, Sq.withdrawnAt, Day.start(entry.withdrawn()));
        }
        writeOffer(quads, entry);
        for (var kind : entry.items()) {
            writeItem(quads, entry, kind);
        }
    }

    private void writeOffer(Quads quads, Entry entry) {
        var iri = entry.iri();
        quads.all(iri, Sq.sharingMethod, entry.methods());
        switch (entry.attribute()) {
            case UNCONDITIONAL -> quads.add(iri, Sq.sharingAttribute, Sq.code("sharing-attribute", "unconditional"));
            case CONDITIONAL -> {
                quads.add(iri, Sq.sharingAttribute, Sq.code("sharing-attribute", "conditional"));
                quads.all(iri, Sq.sharingScope, entry.scope());
                quads.all(iri, Sq.sharingPurpose, entry.purposes());
            }
            case NOT_SHARED -> withhold(quads, iri, REASON, world.iri("law/example-regulation"));
            case NOT_SHARED_LEGACY -> withhold(quads, iri, LEGACY_REASON, world.iri("law/internal-rule"));
        }
    }

    private static void withhold(Quads quads, Node iri, Node reason, Node basis) {
        quads.add(iri, Sq.sharingAttribute, Sq.code("sharing-attribute", "not-shared"));
        quads.add(iri, Sq.nonShareReason, reason);
        quads.add(iri, Sq.legalBasis, basis);
    }

    private static void writeItem(Quads quads, Entry entry, ItemKind kind) {
        var iri = entry.item(kind);
        quads.add(entry.iri(), Sq.dataItem, iri);
        quads.a(iri, Sq.DataItem);
        quads.add(iri, Dct.title, kind.title());
        quads.add(iri, Sq.securityLevel, Terms.LEVELS.get(kind.level() - 1));
        quads.add(iri, Sq.dataType, kind.dataType());
        quads.add(iri, Sq.fieldName, Terms.text(kind.name()));
        quads.add(iri, Sq.personalData, kind.personal() ? Terms.TRUE : Terms.FALSE);
        if (kind.sensitive()) {
            quads.add(iri, Sq.sensitivePersonalData, Terms.TRUE);
        }
    }
}
