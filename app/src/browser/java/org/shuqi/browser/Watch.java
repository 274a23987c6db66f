package org.shuqi.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Stands behind a page and notes what must not happen: errors, foreign requests, broken links, reports of the policy. */
final class Watch {

    /** Reports of the content security policy go to the console, as a line that begins so. */
    private static final String REPORT = "policy report: ";

    private static final String LISTENER =
            """
            document.addEventListener('securitypolicyviolation', e => console.error('%s'
              + e.effectiveDirective + ' ' + e.blockedURI + ' ' + (e.sample || '')));
            """
                    .formatted(REPORT);

    private final String origin;
    private final List<String> faults = new ArrayList<>();
    private String expected = "";

    private Watch(String origin) {
        this.origin = origin;
    }

    static Watch over(Page page, String origin) {
        var watch = new Watch(origin);
        page.addInitScript(LISTENER);
        page.onConsoleMessage(watch::said);
        page.onPageError(error -> watch.faults.add("script error: " + error));
        page.onRequest(watch::asked);
        page.onResponse(watch::answered);
        return watch;
    }

    /** From now on this address may answer with an error, because that is what is looked at. */
    void expect(String address) {
        expected = address;
    }

    /** What was noted since the last call. */
    List<String> faults() {
        var noted = List.copyOf(faults);
        faults.clear();
        return noted;
    }

    private void said(ConsoleMessage message) {
        if (message.type().equals("error") && !isExpected(message.location().split(":\\d+:\\d+$")[0])) {
            faults.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void asked(Request request) {
        var address = request.url();
        var isInner = address.startsWith("data:") || address.startsWith("blob:") || address.startsWith("about:");
        if (!isInner && !address.startsWith(origin + "/")) {
            faults.add("request to another host: " + address);
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400 && !isExpected(response.url())) {
            faults.add(response.status() + " " + response.url());
        }
    }

    private boolean isExpected(String address) {
        return !expected.isEmpty()
                && URI.create(address).getPath().equals(URI.create(expected).getPath());
    }
}
