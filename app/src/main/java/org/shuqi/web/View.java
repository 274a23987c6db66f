package org.shuqi.web;

import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shuqi.access.Role;
import org.shuqi.api.Tongue;
import org.shuqi.login.Visitor;
import org.shuqi.problem.Text;

/** What every template knows besides its page: the reader, the language, where we are. */
public final class View {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Locale language;
    private final Visitor visitor;
    private final Address here;
    private final ZoneId zone;

    View(HttpRequest<?> request, ZoneId zone) {
        this(
                Tongue.of(request),
                Visitor.of(request),
                Address.of(request.getUri()).with(Tongue.PARAMETER, ""),
                zone);
    }

    private View(Locale language, Visitor visitor, Address here, ZoneId zone) {
        this.language = language;
        this.visitor = visitor;
        this.here = here;
        this.zone = zone;
    }

    /** The same reader and page in a language, for a part that is shown in both. */
    public View in(Locale other) {
        return new View(other, visitor, here, zone);
    }

    /** The words of the key; see {@link Words}. */
    public String t(String key, Object... arguments) {
        return Words.of(key, language, arguments);
    }

    /** A sentence of the service in the language of the page. */
    public String t(Text text) {
        return text.in(language);
    }

    /** The language of the page. */
    public Locale language() {
        return language;
    }

    /** The same as the value of {@code lang}: {@code zh} or {@code en}. */
    public String lang() {
        return isEnglish() ? "en" : "zh";
    }

    /** Whether the page is in English; else it is in Chinese. */
    public boolean isEnglish() {
        return language.getLanguage().equals("en");
    }

    /** What the reader is called; empty if nobody has signed in. */
    public Optional<String> person() {
        return visitor.name();
    }

    /** Whether the reader has signed in on this browser, and so can sign out. */
    public boolean hasSession() {
        return visitor.hasSession();
    }

    /** Whether the reader has the role somewhere. */
    public boolean is(Role role) {
        return visitor.caller().filter(caller -> caller.is(role)).isPresent();
    }

    /** What every form sends along. */
    public String csrf() {
        return visitor.csrf();
    }

    /** This page's address, without the host. */
    public String here() {
        return here.toString();
    }

    /** This page's address with one parameter changed; empty text takes it away. */
    public String with(String parameter, String value) {
        return here.with(parameter, value).toString();
    }

    /** This page's address with several parameters changed, names and values by turns. */
    public String with(List<String> changes) {
        var changed = here;
        for (var at = 0; at < changes.size(); at += 2) {
            changed = changed.with(changes.get(at), changes.get(at + 1));
        }
        return changed.toString();
    }

    /** This very page in the other language. */
    public String inOtherLanguage() {
        return here.with(Tongue.PARAMETER, isEnglish() ? "zh" : "en").toString();
    }

    /** Where a style sheet or a script is loaded from. */
    public String asset(String name) {
        return Assets.address(name);
    }

    /** A day as {@code 2026-11-22}. */
    public String date(LocalDate day) {
        return day.toString();
    }

    /** The day of an instant where the registry is. */
    public String date(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }

    /** An instant to the minute where the registry is, as {@code 2026-11-22 17:30}. */
    public String time(Instant instant) {
        return instant.atZone(zone).format(MINUTE);
    }

    /** A whole number with its thousands apart. */
    public String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** The places of the main navigation: name of the feature and address. */
    public List<Place> places() {
        var places = new ArrayList<Place>();
        for (var place : Place.MAIN) {
            if (place.isFor(this)) {
                places.add(place);
            }
        }
        return places;
    }
}
