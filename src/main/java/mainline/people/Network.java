package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The beginning of an address: enough to slow down a guesser and to recognise one's own sessions, not to find a person. */
public final class Network {
    /** Some proxies name the port as well. */
    private static final Pattern WITH_PORT = Pattern.compile("^(\\d+\\.\\d+\\.\\d+\\.\\d+):\\d+$|^\\[(.*)](?::\\d+)?$");

    private Network() {}

    public static String of(HttpServletRequest request) {
        return prefix(request.getRemoteAddr());
    }

    /** The first three parts of an IPv4 address, the first four groups of an IPv6 address, however it is written. */
    public static String prefix(String address) {
        String plain = WITH_PORT.matcher(address.strip()).replaceFirst("$1$2").replaceAll("%.*", "");
        try {
            byte[] bytes = InetAddress.ofLiteral(plain).getAddress();
            return bytes.length == 4
                    ? numbers(3, each -> Integer.toString(bytes[each] & 255), ".") + ".0/24"
                    : numbers(4, each -> HexFormat.of().formatHex(bytes, 2 * each, 2 * each + 2), ":") + "::/64";
        } catch (IllegalArgumentException odd) {
            return "?";
        }
    }

    private static String numbers(int many, IntFunction<String> each, String between) {
        return IntStream.range(0, many).mapToObj(each).collect(Collectors.joining(between));
    }
}
