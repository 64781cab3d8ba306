package mainline.platform;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/**
 * Asks the name servers of this machine for texts.
 *
 * @param address of the name servers, as the JDK writes it; {@code dns:} for those of the machine
 */
record NameServers(String address) {
    private static final int MOST = 50;
    private static final String PATIENCE = "1500";
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|\\S+");

    /**
     * @return empty when there is no such name, or no text under it
     * @throws NamingException when nobody answers
     */
    // Only texts are read, by a name server; nothing is made an object of. It wants its settings in a table of old.
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    List<String> texts(String name) throws NamingException {
        var settings = new Hashtable<String, String>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, address);
        settings.put("com.sun.jndi.dns.timeout.initial", PATIENCE);
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        var context = new InitialDirContext(settings);
        try {
            var found = context.getAttributes(name + ".", new String[] {"TXT"}).get("TXT");
            List<String> texts = new ArrayList<>();
            for (int i = 0; found != null && i < Math.min(MOST, found.size()); i++)
                texts.add(joined(String.valueOf(found.get(i))));
            return texts;
        } catch (NameNotFoundException e) {
            return List.of();
        } finally {
            context.close();
        }
    }

    /** A record is a row of strings of 255 bytes, which are read as one. */
    private static String joined(String text) {
        var joined = new StringBuilder();
        var string = STRING.matcher(text);
        boolean quoted = text.startsWith("\"");
        if (!quoted) return text;
        while (string.find())
            joined.append(
                    string.group(1) == null ? string.group() : string.group(1).replaceAll("\\\\(.)", "$1"));
        return joined.toString();
    }
}
