package org.shuqi.web;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An address on this site: a path and parameters in order.
 *
 * @param path as it stands in the address
 * @param parameters names and values, decoded
 */
public record Address(String path, List<Parameter> parameters) {

    public Address {
        parameters = List.copyOf(parameters);
    }

    /** One name with one value. */
    public record Parameter(String name, String value) {}

    /** A path without parameters. */
    public static Address of(String path) {
        return new Address(path, List.of());
    }

    static Address of(URI uri) {
        var parameters = new ArrayList<Parameter>();
        var query = uri.getRawQuery();
        if (query != null) {
            for (var pair : query.split("&")) {
                var cut = pair.indexOf('=');
                if (cut > 0) {
                    parameters.add(new Parameter(decoded(pair.substring(0, cut)), decoded(pair.substring(cut + 1))));
                }
            }
        }
        return new Address(uri.getRawPath(), parameters);
    }

    /** The same with the parameter set to one value; empty text takes it away. A change of anything begins at the first page. */
    public Address with(String name, String value) {
        var changed = new ArrayList<Parameter>();
        var at = -1;
        for (var parameter : parameters) {
            if (parameter.name().equals(name)) {
                at = at < 0 ? changed.size() : at;
            } else if (!parameter.name().equals("page")) {
                changed.add(parameter);
            }
        }
        if (!value.isEmpty()) {
            changed.add(at < 0 ? changed.size() : Math.min(at, changed.size()), new Parameter(name, value));
        }
        return new Address(path, changed);
    }

    /** The same with one more value. */
    public Address and(String name, String value) {
        var more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new Address(path, more);
    }

    /** As it is written in a link. */
    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : path + "?"
                        + parameters.stream()
                                .map(one -> encoded(one.name()) + "=" + encoded(one.value()))
                                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
