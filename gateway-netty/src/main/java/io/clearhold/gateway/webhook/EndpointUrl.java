package io.clearhold.gateway.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Where an endpoint is.
 *
 * @param host a name, or an address without brackets
 * @param target path and query, as they stand in the request line
 */
public record EndpointUrl(boolean tls, String host, int port, String authority, String target) {
    public static final int LONGEST = 2_048;

    /** Why a text is no endpoint's URL; the message continues "this field …". */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        RefusedException(String why) {
            super(why);
        }
    }

    /**
     * Reads a URL and refuses what is wrong with it by itself; where its name leads is looked at
     * again at each attempt.
     *
     * @param sandbox whether plain http and this machine's own addresses are allowed
     */
    public static EndpointUrl parse(String text, boolean sandbox) throws RefusedException {
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new RefusedException("must be an https URL");
        }
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            throw new RefusedException("must name a host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new RefusedException("must not hold a user or password");
        }
        if (uri.getRawFragment() != null) {
            throw new RefusedException("must not have a fragment");
        }
        boolean tls = scheme.equals("https");
        if (!tls && !sandbox) {
            throw new RefusedException("must be an https URL outside the sandbox");
        }
        int port = uri.getPort() == -1 ? (tls ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw new RefusedException("must have a port from 1 to 65535");
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        refuseLiteral(bare, host.startsWith("["), sandbox);
        String path =
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String authority = uri.getPort() == -1 ? host : host + ":" + port;
        return new EndpointUrl(tls, bare, port, authority, path + query);
    }

    private static URI uri(String text) throws RefusedException {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new RefusedException("must have 1 to " + LONGEST + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            // Beyond ASCII a URL has two readings; its owner knows the encoded one.
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                throw new RefusedException("must be ASCII without spaces: encode other characters");
            }
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new RefusedException("must be an absolute URL");
        }
    }

    /** An address that stands in the URL needs no resolver to be refused. */
    private static void refuseLiteral(String host, boolean six, boolean sandbox)
            throws RefusedException {
        String name = host.toLowerCase(Locale.ROOT);
        boolean local = name.equals("localhost") || name.endsWith(".localhost");
        if (local && !sandbox) {
            throw new RefusedException("must not lead to this server's own machine");
        }
        boolean numeric = name.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        boolean hexadecimal = name.startsWith("0x");
        if (!six && !numeric && !hexadecimal) {
            return;
        }
        try {
            InetAddress address = six ? InetAddress.getByName("[" + host + "]") : four(name);
            if (!AddressRules.allows(address, sandbox)) {
                throw new RefusedException("must not lead to a private or reserved address");
            }
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw new RefusedException("must name a host");
        }
    }

    /** Dotted decimal alone: shorter and other forms mean different things to different readers. */
    private static InetAddress four(String name) throws UnknownHostException {
        String[] parts = name.split("\\.", -1);
        if (parts.length != 4) {
            throw new UnknownHostException(name);
        }
        byte[] address = new byte[4];
        for (int i = 0; i < parts.length; i++) {
            boolean octal = parts[i].length() > 1 && parts[i].startsWith("0");
            int value = octal || parts[i].length() > 3 ? -1 : Integer.parseInt(parts[i]);
            if (value < 0 || value > 255) {
                throw new UnknownHostException(name);
            }
            address[i] = (byte) value;
        }
        return InetAddress.getByAddress(address);
    }
}
