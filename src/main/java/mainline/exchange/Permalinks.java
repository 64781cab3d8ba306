package mainline.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which address of a blog leads to which page here. */
final class Permalinks {
    private static final Pattern ADDRESS =
            Pattern.compile("(?is)https?://(?:www\\.)?([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?");
    private static final Pattern NUMBER = Pattern.compile("[?&](?:amp;)?p=(\\d{1,18})(?:&|$)");

    private final String host;
    private final Map<String, String> byNumber = new HashMap<>();
    private final Map<String, String> byAddress = new HashMap<>();
    private final Told told;

    Permalinks(String site, Told told) {
        Matcher address = ADDRESS.matcher(site);
        this.host = address.matches() ? address.group(1).toLowerCase(Locale.ROOT) : "";
        this.told = told;
    }

    void add(WordPressExport.Post post, String page) {
        byNumber.putIfAbsent(post.id(), page);
        for (String address : post.addresses()) {
            Matcher known = ADDRESS.matcher(address);
            if (known.matches()) byAddress.putIfAbsent(key(known), page);
        }
    }

    /** The page here, or the same address. */
    String here(String address) {
        Matcher asked = ADDRESS.matcher(address);
        if (!asked.matches()) return address;
        Matcher number = NUMBER.matcher(asked.group(3) == null ? "" : asked.group(3));
        String page = number.find() && isHere(asked) ? byNumber.get(number.group(1)) : byAddress.get(key(asked));
        if (page == null) return address;
        if (asked.group(4) != null && asked.group(4).length() > 1)
            told.changed(
                    "link to a place in a post that leads to its beginning now",
                    "links to places in posts that lead to their beginning now");
        return page;
    }

    private boolean isHere(Matcher address) {
        return !host.isEmpty() && address.group(1).toLowerCase(Locale.ROOT).equals(host);
    }

    private static String key(Matcher address) {
        String query = address.group(3) == null ? "" : address.group(3);
        return address.group(1).toLowerCase(Locale.ROOT) + address.group(2).replaceFirst("/+$", "") + query;
    }
}
