package org.shuqi.web;

/**
 * A step of the way to a page.
 *
 * @param name what it is called
 * @param address where it leads
 */
public record Crumb(Said name, String address) {

    /** A place with a name of ours. */
    public static Crumb of(View view, String key, String address) {
        return new Crumb(new Said(view.t(key), view.lang()), address);
    }
}
