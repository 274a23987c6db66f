package org.shuqi.notice;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses may be posted to: https anywhere in public, http to this machine only. What lies in a private net is refused
 * unless the operator allows it, so that a record cannot make the registry speak to what only the registry can reach.
 */
final class Addresses {

    private static final int BYTE = 0xFF;

    private final boolean allowsPrivate;

    Addresses(boolean allowsPrivate) {
        this.allowsPrivate = allowsPrivate;
    }

    /** Why not; empty if it may be posted to. Every address that the name stands for has to be allowed. */
    Optional<String> fault(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("neither https nor http");
        }
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            return Optional.of("no host, or a user in the address");
        }
        try {
            var found = InetAddress.getAllByName(uri.getHost());
            if (Arrays.stream(found).allMatch(InetAddress::isLoopbackAddress)) {
                return Optional.empty();
            }
            if (scheme.equals("http")) {
                return Optional.of("http is for this machine only");
            }
            return allowsPrivate || Arrays.stream(found).noneMatch(Addresses::isPrivate)
                    ? Optional.empty()
                    : Optional.of("an address of a private net");
        } catch (UnknownHostException unknown) {
            return Optional.of("no such host");
        }
    }

    /** RFC 1918, 3927, 4193, 4291, 6598 and what else is not reached through the public net. */
    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        var bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            return (bytes[0] & 0xFE) == 0xFC || isEmbedded(bytes);
        }
        var first = bytes[0] & BYTE;
        var second = bytes[1] & BYTE;
        return first == 0
                || first >= 240
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0
                || first == 198 && (second == 18 || second == 19);
    }

    /** NAT64 and 6to4 carry an IPv4 address that may be private. */
    private static boolean isEmbedded(byte[] bytes) {
        var start = (bytes[0] & BYTE) << 8 | bytes[1] & BYTE;
        return start == 0x2002 || start == 0x0064;
    }
}
