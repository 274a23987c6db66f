package org.shuqi.generate;

import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Writes the organisations: one graph for each government with all that belongs to it. */
final class OrganizationsRdf {

    private final World world;
    private final Quads everywhere;

    OrganizationsRdf(World world, Quads everywhere) {
        this.world = world;
        this.everywhere = everywhere;
    }

    void write() {
        for (int government = 0; government < world.size().governments(); government++) {
            var place = world.place(government);
            var quads = everywhere.in(world.graph("organizations/" + place.code()));
            writePlace(quads, place);
            for (int kind = 0; kind < world.size().kinds(); kind++) {
                write(quads, world.organisation(government * world.size().kinds() + kind));
            }
        }
    }

    private void writePlace(Quads quads, Place place) {
        var division = world.division(place);
        quads.a(division, Skos.Concept);
        quads.add(division, Skos.prefLabel, Terms.zh(place.name()));
        quads.add(division, Skos.scopeNote, Terms.INVENTED);
        if (place.index() != place.parent()) {
            quads.add(division, Skos.broader, world.division(world.place(place.parent())));
        }
        var frontDesk = world.frontDesk(place);
        quads.a(frontDesk, Odrl.PartyCollection);
        quads.add(frontDesk, Skos.prefLabel, Terms.zh(place.name() + "窗口单位"));
        quads.add(frontDesk, Skos.prefLabel, Terms.en("front-desk agencies, " + place.code()));
    }

    private void write(Quads quads, Organisation organisation) {
        var iri = organisation.iri();
        var bureau = organisation.bureau();
        var place = organisation.place();
        quads.a(iri, Org.FormalOrganization);
        quads.add(iri, Skos.prefLabel, Terms.zh(bureau.name(place)));
        quads.add(iri, Skos.prefLabel, Terms.en(bureau.englishName(place)));
        quads.add(iri, Skos.scopeNote, Terms.INVENTED);
        quads.add(iri, Org.identifier, Terms.text(CreditCode.of(organisation)));
        quads.add(iri, Sq.organType, Sq.code("organ-type", bureau.organType()));
        quads.add(iri, Sq.adminLevel, Terms.ADMIN_LEVELS.get(place.level()));
        quads.add(iri, Dct.spatial, world.division(place));
        writeSuperiors(quads, organisation);
        int chance = bureau == Bureau.POLICE || bureau == Bureau.COURT ? 100 : 35;
        if (world.dice("clearance", organisation.index()).percent(chance)) {
            quads.add(iri, Sq.clearance, Terms.LEVELS.get(3));
        }
        if (servesPeople(bureau)) {
            quads.add(iri, Odrl.partOf, world.frontDesk(place));
        }
    }

    /** Every department answers to its government; a tax office to the tax office above, and to it alone. */
    private void writeSuperiors(Quads quads, Organisation organisation) {
        var place = organisation.place();
        var bureau = organisation.bureau();
        boolean top = place.index() == 0;
        if (bureau == Bureau.GOVERNMENT) {
            if (!top) {
                quads.add(organisation.iri(), Org.subOrganizationOf, above(organisation));
            }
            return;
        }
        boolean vertical = bureau == Bureau.TAX && !top;
        if (bureau != Bureau.PLATFORM) {
            var government =
                    world.organisation(Bureau.GOVERNMENT, place.index()).iri();
            quads.add(organisation.iri(), Org.subOrganizationOf, vertical ? above(organisation) : government);
        }
        if (!top && bureau.organType().equals("government-department")) {
            quads.add(organisation.iri(), Sq.sectorSuperior, above(organisation));
        }
    }

    private Node above(Organisation organisation) {
        return world.organisation(organisation.bureau(), organisation.place().parent())
                .iri();
    }

    private static boolean servesPeople(Bureau bureau) {
        return switch (bureau) {
            case SOCIAL_SECURITY, HOUSING_FUND, CIVIL_AFFAIRS, MEDICAL_INSURANCE, STREET_OFFICE -> true;
            default -> false;
        };
    }
}
