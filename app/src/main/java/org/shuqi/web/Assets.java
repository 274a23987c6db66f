package org.shuqi.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The style sheets and scripts that pages load: our own and, from the build, the few files of others. Their address holds a
 * digest of what they are, so that a browser may keep them for ever and never holds an old one.
 */
final class Assets {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*\\.(css|js)");
    private static final int DIGITS = 12;
    private static final Map<String, Optional<Asset>> KNOWN = new ConcurrentHashMap<>();

    private Assets() {}

    /**
     * A file for browsers.
     *
     * @param bytes what it is
     * @param version the first digits of its SHA-256 digest
     */
    @SuppressWarnings("ArrayRecordComponent") // handed straight to the network
    record Asset(byte[] bytes, String version) {}

    /** The file; empty if there is none of the name. */
    static Optional<Asset> of(String name) {
        return NAME.matcher(name).matches() ? KNOWN.computeIfAbsent(name, Assets::read) : Optional.empty();
    }

    /** Where a page loads it from. */
    static String address(String name) {
        var asset = of(name).orElseThrow(() -> new IllegalArgumentException("no asset " + name));
        return "/web/" + asset.version() + "/" + name;
    }

    private static Optional<Asset> read(String name) {
        for (var folder : new String[] {"/web/assets/", "/web/vendor/"}) {
            try (var in = Assets.class.getResourceAsStream(folder + name)) {
                if (in != null) {
                    var bytes = in.readAllBytes();
                    return Optional.of(new Asset(bytes, digest(bytes)));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Optional.empty();
    }

    private static String digest(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
