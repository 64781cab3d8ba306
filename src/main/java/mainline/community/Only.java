package mainline.community;

import java.util.Arrays;
import java.util.Locale;
import mainline.kernel.Missing;

/** Which things of a list a member wants to see. */
public enum Only {
    ALL,
    /** Those on which their word is wanted. */
    WAITING,
    /** Those they brought forward or work on. */
    MINE,
    /** Those that came since they were here before. */
    NEW;

    /** As in addresses. */
    public String code() {
        return this == ALL ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** @throws Missing when there is none of that name */
    public static Only of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Missing("only " + code));
    }

    /** An address with this choice; one that it held before is no part of it. */
    public String on(String address) {
        return this == ALL ? address : address + (address.contains("?") ? "&" : "?") + "only=" + code();
    }
}
