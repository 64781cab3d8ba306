package mainline.decisions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The days that a question asks about as a form has them: a field each, and one more for whoever asks for it.
 *
 * @param fields of the form, by name
 */
record DateRows(Map<String, String> fields) {
    private static final Pattern ROW = Pattern.compile("date-([1-9]\\d?)");
    private static final String ANOTHER = "another";
    private static final int SHOWN = 3;

    static String name(int row) {
        return "date-" + row;
    }

    /** Whether the form was sent for another row, and not yet to be put. */
    boolean wantMore() {
        return fields.containsKey(ANOTHER) && Method.DATES.name().equals(fields.get("method"));
    }

    boolean mayGrow() {
        return count() < QuestionCheck.MOST_OPTIONS;
    }

    /** How many rows there are. */
    int count() {
        int last = fields.keySet().stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> Integer.parseInt(row.group(1)))
                .max(Comparator.naturalOrder())
                .orElse(0);
        int count = Math.max(SHOWN, last) + (wantMore() ? 1 : 0);
        return Math.min(count, QuestionCheck.MOST_OPTIONS);
    }

    /** The fields in which something stands, in their order. */
    List<String> filled() {
        return names().stream().filter(this::isFilled).toList();
    }

    /** The field in which the next day would stand. */
    String next() {
        return names().stream().filter(name -> !isFilled(name)).findFirst().orElse(name(count()));
    }

    List<String> names() {
        return IntStream.rangeClosed(1, count()).mapToObj(DateRows::name).toList();
    }

    private boolean isFilled(String name) {
        return !fields.getOrDefault(name, "").isBlank();
    }
}
