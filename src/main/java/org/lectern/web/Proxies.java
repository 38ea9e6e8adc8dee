package org.lectern.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The proxies whose word is taken for who asked and under which address. Immutable. No name is ever
 * looked up.
 */
public final class Proxies {

    /** Trusts nobody. */
    public static final Proxies NONE = new Proxies(List.of(), false);

    /* Nothing else may reach InetAddress: it asks the network for what is no address. */
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern LITERAL =
            Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private final List<Network> networks;
    private final boolean standard;

    private Proxies(List<Network> networks, boolean standard) {
        this.networks = List.copyOf(networks);
        this.standard = standard;
    }

    /**
     * Reads addresses ({@code 127.0.0.1}, {@code ::1}) and networks ({@code 10.0.0.0/8}).
     *
     * @param standard whether they write {@code Forwarded}, not {@code X-Forwarded-…}: a proxy hands the
     *     family it does not write on as it came, from anyone, so only one is ever read
     * @throws IllegalArgumentException naming the entry that is neither
     */
    public static Proxies parse(List<String> entries, boolean standard) {
        List<Network> networks = new ArrayList<>();
        for (String entry : entries) {
            networks.add(Network.parse(entry));
        }
        return new Proxies(networks, standard);
    }

    boolean standard() {
        return standard;
    }

    /** Whether this address, as text, is one of them. What is no address is not. */
    boolean trust(String address) {
        if (networks.isEmpty() || !isLiteral(address)) {
            return false;
        }
        byte[] octets = octets(address);
        return networks.stream().anyMatch(network -> network.contains(octets));
    }

    /** Whether this is an address of version 6, without brackets. */
    static boolean isVersion6(String text) {
        return text.indexOf(':') >= 0 && isLiteral(text) && octets(text).length > 0;
    }

    private static boolean isLiteral(String text) {
        return LITERAL.matcher(text).matches();
    }

    private static byte[] octets(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }

    private record Network(byte[] octets, int bits) {

        static Network parse(String entry) {
            int slash = entry.indexOf('/');
            String address = slash < 0 ? entry : entry.substring(0, slash);
            byte[] octets = isLiteral(address) ? Proxies.octets(address) : new byte[0];
            String length = slash < 0 ? Integer.toString(octets.length * 8) : entry.substring(slash + 1);
            if (octets.length == 0 || !length.matches("\\d{1,3}") || Integer.parseInt(length) > octets.length * 8) {
                throw new IllegalArgumentException("'" + entry + "' is neither an IP address nor a network like 10.0.0.0/8");
            }
            return new Network(octets, Integer.parseInt(length));
        }

        boolean contains(byte[] other) {
            if (other.length != octets.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((octets[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
