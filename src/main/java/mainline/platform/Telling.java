package mainline.platform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Subject;

/**
 * What one process tells the others, as it travels: the process's own mark, then a line for each movement.
 *
 * @param origin by which a process knows what it told itself
 * @param movements empty when it may be anything
 */
record Telling(String origin, Set<Movement> movements) {
    /** PostgreSQL takes less than 8000 bytes; the codes of verbs and kinds are ASCII. */
    private static final int LONGEST = 7_900;

    Telling {
        movements = new LinkedHashSet<>(movements);
    }

    boolean isOfAnything() {
        return movements.isEmpty();
    }

    String text() {
        StringBuilder text = new StringBuilder(origin);
        for (Movement each : movements) {
            Subject subject = each.subject();
            text.append('\n').append(subject.community().value());
            text.append(' ').append(subject.key()).append(' ').append(each.verb());
        }
        // What is too long may have been anything.
        return text.length() <= LONGEST ? text.toString() : origin;
    }

    /** What another release tells in words that are not known here may be anything. */
    static Telling of(String text) {
        List<String> lines = text.lines().toList();
        String origin = lines.isEmpty() ? "" : lines.getFirst();
        List<Movement> movements = new ArrayList<>();
        try {
            lines.stream().skip(1).forEach(line -> movements.add(movement(line)));
        } catch (Missing | IllegalArgumentException unknown) {
            return new Telling(origin, Set.of());
        }
        return new Telling(origin, new LinkedHashSet<>(movements));
    }

    private static Movement movement(String line) {
        String[] words = line.split(" ", 3);
        if (words.length != 3) throw new IllegalArgumentException(line);
        CommunityId community = new CommunityId(Long.parseLong(words[0]));
        return new Movement(Subject.of(community, words[1]), words[2]);
    }
}
