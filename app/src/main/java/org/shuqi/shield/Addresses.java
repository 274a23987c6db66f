package org.shuqi.shield;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Addresses as one counts them. */
final class Addresses {

    private Addresses() {}

    /** A number for the address: of an IPv6 one only its first half counts, for one subscriber has all of the second. */
    static long network(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt())
                : ByteBuffer.wrap(bytes).getLong();
    }
}
