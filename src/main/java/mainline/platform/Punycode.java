package mainline.platform;

import java.util.Optional;

/** One label of a host's name in letters of any script, and as mail and name servers carry it (RFC 3492). */
final class Punycode {
    private static final String PREFIX = "xn--";
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST = 128;

    private Punycode() {}

    static String ascii(String label) {
        return label.chars().allMatch(c -> c < FIRST) ? label : PREFIX + encode(label);
    }

    /** @return nothing for what only looks like an encoded label */
    static Optional<String> unicode(String label) {
        return label.startsWith(PREFIX) ? decode(label.substring(PREFIX.length())) : Optional.of(label);
    }

    private static String encode(String label) {
        int[] letters = label.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int letter : letters) if (letter < FIRST) out.append((char) letter);
        int basic = out.length();
        if (basic > 0) out.append('-');
        int next = FIRST;
        int delta = 0;
        int bias = FIRST_BIAS;
        for (int done = basic; done < letters.length; ) {
            int least = Integer.MAX_VALUE;
            for (int letter : letters) if (letter >= next && letter < least) least = letter;
            delta += (least - next) * (done + 1);
            next = least;
            for (int letter : letters) {
                if (letter < next) delta++;
                if (letter != next) continue;
                number(out, delta, bias);
                bias = adapt(delta, done + 1, done == basic);
                delta = 0;
                done++;
            }
            delta++;
            next++;
        }
        return out.toString();
    }

    private static void number(StringBuilder out, int delta, int bias) {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int t = threshold(k, bias);
            if (rest < t) break;
            out.append(digit(t + (rest - t) % (BASE - t)));
            rest = (rest - t) / (BASE - t);
        }
        out.append(digit(rest));
    }

    private static Optional<String> decode(String encoded) {
        int end = encoded.lastIndexOf('-');
        StringBuilder out = new StringBuilder(encoded.substring(0, Math.max(end, 0)));
        long next = FIRST;
        long at = 0;
        int bias = FIRST_BIAS;
        for (int in = end + 1; in < encoded.length(); ) {
            long before = at;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = in < encoded.length() ? Character.digit(shifted(encoded.charAt(in++)), BASE) : -1;
                if (digit < 0 || weight > Integer.MAX_VALUE) return Optional.empty();
                at += digit * weight;
                int t = threshold(k, bias);
                if (digit < t) break;
                weight *= BASE - t;
            }
            int count = out.codePointCount(0, out.length()) + 1;
            bias = adapt((int) Math.min(at - before, Integer.MAX_VALUE), count, before == 0);
            next += at / count;
            if (next > Character.MAX_CODE_POINT) return Optional.empty();
            at %= count;
            out.insert(out.offsetByCodePoints(0, (int) at), Character.toString((int) next));
            at++;
        }
        return Optional.of(out.toString());
    }

    private static int threshold(int k, int bias) {
        return Math.clamp(k - bias, T_MIN, T_MAX);
    }

    private static int adapt(int delta, int count, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / count;
        int k = 0;
        for (; rest > (BASE - T_MIN) * T_MAX / 2; k += BASE) rest /= BASE - T_MIN;
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    /** Its digits are a to z, then 0 to 9; those of Java are 0 to 9, then a to z. */
    private static char shifted(char digit) {
        int value = digit >= '0' && digit <= '9' ? digit - '0' + 26 : digit >= 'a' && digit <= 'z' ? digit - 'a' : -1;
        return value < 0 ? '!' : Character.forDigit(value, BASE);
    }
}
