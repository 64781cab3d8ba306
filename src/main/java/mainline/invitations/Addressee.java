package mainline.invitations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.platform.MailAddress;

/**
 * Somebody to write to.
 *
 * @param name as they are called; may be empty
 */
record Addressee(MailAddress mail, String name) {
    private static final int LONGEST_NAME = 100;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;\"']+@[^\\s<>,;\"']+");
    private static final String MARKS = "[<>\"\\t,;]+";

    /** @param odd lines in which no address was found; a line without an @ above all others is the heading of a table */
    record Read(List<Addressee> people, List<String> odd) {}

    /**
     * Addresses as people paste them: one or several a line, with names as mail programs write them, or the lines of a table
     * saved as CSV. Each address counts once.
     */
    static Read read(String pasted) {
        Map<String, Addressee> people = new LinkedHashMap<>();
        List<String> odd = new ArrayList<>();
        for (String line : pasted.lines().map(String::strip).toList()) {
            if (line.isEmpty()) continue;
            List<Addressee> found = of(line);
            if (found.isEmpty() && (line.contains("@") || !people.isEmpty() || !odd.isEmpty())) odd.add(line);
            found.forEach(each -> people.putIfAbsent(each.mail().text(), each));
        }
        return new Read(List.copyOf(people.values()), odd);
    }

    private static List<Addressee> of(String line) {
        List<Addressee> found = new ArrayList<>();
        Matcher address = ADDRESS.matcher(line);
        int from = 0;
        while (address.find()) {
            Optional<MailAddress> mail = MailAddress.read(address.group());
            if (mail.isEmpty()) return List.of();
            found.add(new Addressee(mail.get(), name(line.substring(from, address.start()))));
            from = address.end();
        }
        // In a table the name may stand behind the address.
        if (found.size() == 1 && found.getFirst().name().isEmpty())
            return List.of(new Addressee(found.getFirst().mail(), name(line.substring(from))));
        return found;
    }

    private static String name(String around) {
        String name = around.replaceAll(MARKS, " ").replaceAll("\\s+", " ").strip();
        return name.substring(
                0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
    }
}
