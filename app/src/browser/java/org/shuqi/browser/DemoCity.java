package org.shuqi.browser;

import java.nio.file.Path;
import java.util.Map;
import org.shuqi.web.City;

/** The demo city on a Monday morning, with people who sign in by password. */
final class DemoCity {

    /** What all of them type. */
    static final String PASSWORD = "a horse, a kingdom";

    private DemoCity() {}

    static City open(Path data) {
        return City.in(
                        data,
                        Map.of(
                                Monday.SWITCH,
                                "yes",
                                // all these people share an address, and are quicker than people are
                                "shuqi.rates.open-requests",
                                10_000,
                                "shuqi.rates.open-burst",
                                100_000,
                                "shuqi.rates.requests",
                                10_000,
                                "shuqi.rates.burst",
                                100_000))
                .withPassword(PASSWORD);
    }

    /** Where it answers; no slash at the end. */
    static String origin(City city) {
        return city.server().uri("").toString();
    }
}
