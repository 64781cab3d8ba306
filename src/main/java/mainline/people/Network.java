package mainline.people;

import jakarta.servlet.http.HttpServletRequest;

/** The beginning of an address: enough to slow down a guesser and to recognise one's own sessions, not to find a person. */
final class Network {
    private Network() {}

    static String of(HttpServletRequest request) {
        return prefix(request.getRemoteAddr());
    }

    /** The first three parts of an IPv4 address, the first four groups of an IPv6 address. */
    static String prefix(String address) {
        String plain = address.replaceAll("%.*", "");
        if (plain.contains(".") && !plain.contains(":")) return plain.replaceAll("\\.\\d+$", ".0/24");
        if (!plain.matches("[0-9a-fA-F:.]{2,45}")) return "?";
        String[] groups = plain.split("::", 2)[0].split(":");
        return String.join(":", java.util.Arrays.copyOf(groups, Math.min(4, groups.length))) + "::/64";
    }
}
