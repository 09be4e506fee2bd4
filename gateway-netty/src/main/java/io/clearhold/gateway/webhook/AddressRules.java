package io.clearhold.gateway.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses an endpoint may have: only ones of the public net, so that nobody reaches into
 * the operator's network by way of this server. An IPv6 address that carries an IPv4 address
 * (mapped, compatible, 6to4, NAT64) is judged by that one.
 */
final class AddressRules {
    private AddressRules() {}

    /**
     * Whether an attempt may connect to it.
     *
     * @param loopback whether this machine itself is allowed, as in the sandbox
     */
    static boolean allows(InetAddress address, boolean loopback) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic(bytes) : isPublicSix(bytes);
    }

    /** Not one of the blocks of RFC 6890 that never lie in the public net. */
    private static boolean isPublic(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        int third = address[2] & 0xff;
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmarks = first == 198 && (second & 0xfe) == 18;
        boolean documentation =
                (first == 198 && second == 51 && third == 100)
                        || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 240 && !shared && !protocols && !benchmarks && !documentation;
    }

    private static boolean isPublicSix(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        boolean uniqueLocal = (first & 0xfe) == 0xfc;
        boolean documentation =
                first == 0x20
                        && second == 0x01
                        && address[2] == 0x0d
                        && (address[3] & 0xff) == 0xb8;
        if (uniqueLocal || documentation) {
            return false;
        }
        if (first == 0x20 && second == 0x02) {
            return allowsEmbedded(address, 2);
        }
        boolean translated =
                first == 0
                        && second == 0x64
                        && (address[2] & 0xff) == 0xff
                        && address[3] == (byte) 0x9b;
        boolean compatible = Arrays.equals(address, 0, 12, new byte[12], 0, 12);
        return (translated || compatible) ? allowsEmbedded(address, 12) : (first & 0xe0) == 0x20;
    }

    private static boolean allowsEmbedded(byte[] address, int from) {
        try {
            byte[] four = Arrays.copyOfRange(address, from, from + 4);
            return allows(InetAddress.getByAddress(four), false);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an IPv4 address has four bytes", e);
        }
    }
}
