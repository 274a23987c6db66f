package org.shuqi.web;

import java.util.List;
import java.util.Set;
import org.shuqi.access.Role;

/**
 * An entry of the main navigation.
 *
 * @param name of the feature, with its words under {@code layout.nav.{name}}
 * @param address where it leads
 * @param isMore whether it stands in the second row, for those who build and oversee
 * @param roles one of which is needed to use it; none if everybody may
 */
public record Place(String name, String address, boolean isMore, Set<Role> roles) {

    static final List<Place> MAIN = List.of(
            main("desk", "/"),
            main("ask", "/ask"),
            main("catalogs", "/catalogs"),
            main("applications", "/applications"),
            main("agreements", "/agreements"),
            main("corrections", "/corrections"),
            main("disputes", "/disputes"),
            main("lists", "/lists"),
            main("relations", "/relations"),
            main("figures", "/figures"),
            more("import", "/import", Role.CATALOGUER, Role.REGISTRAR),
            more("sparql", "/sparql/editor"),
            more("api", "/api"),
            more("vocab", "/vocab"),
            more("workshop", "/workshop"),
            more("changes", "/changes"),
            more("audit", "/audit"),
            more("settings", "/settings/accounts"));

    static Place main(String name, String address) {
        return new Place(name, address, false, Set.of());
    }

    static Place more(String name, String address, Role... roles) {
        return new Place(name, address, true, Set.of(roles));
    }

    boolean isFor(View view) {
        return roles.isEmpty() || roles.stream().anyMatch(view::is);
    }
}
