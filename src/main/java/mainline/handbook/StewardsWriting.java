package mainline.handbook;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import mainline.handbook.StewardsFile.Entry;
import mainline.handbook.StewardsFile.Seat;

/** Writes {@code STEWARDS.yml} anew. */
final class StewardsWriting {
    private StewardsWriting() {}

    static String of(String comment, List<Entry> areas) {
        StringBuilder text = new StringBuilder();
        comment.lines()
                .forEach(line -> text.append(line.startsWith("#") ? "" : "# ")
                        .append(line)
                        .append('\n'));
        text.append("areas:\n");
        for (Entry area : areas)
            lines(area).forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    /** An area as an item of a list, without the indent of the list. */
    static List<String> lines(Entry area) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add("- path: " + quoted(AreaPath.written(area.path())));
        if (!area.name().isEmpty()) lines.add("  name: " + quoted(area.name()));
        if (area.stewards().isEmpty()) lines.add("  stewards: []");
        else lines.add("  stewards:");
        for (Seat seat : area.stewards()) lines(seat).forEach(line -> lines.add("    " + line));
        if (!area.emeriti().isEmpty()) lines.add("  emeriti: [" + String.join(", ", area.emeriti()) + "]");
        rules(area.rules(), lines);
        return lines;
    }

    /** A steward as an item of a list, without the indent of the list. */
    static List<String> lines(Seat seat) {
        if (seat.since() == null && seat.until() == null) return List.of("- " + handle(seat.handle()));
        List<String> lines = new java.util.ArrayList<>();
        lines.add("- handle: " + handle(seat.handle()));
        if (seat.since() != null) lines.add("  since: " + seat.since());
        if (seat.until() != null) lines.add("  until: " + seat.until());
        return lines;
    }

    /** A steward within brackets. */
    static String inline(Seat seat) {
        if (seat.since() == null && seat.until() == null) return handle(seat.handle());
        return "{handle: " + handle(seat.handle()) + (seat.since() == null ? "" : ", since: " + seat.since())
                + (seat.until() == null ? "" : ", until: " + seat.until()) + "}";
    }

    /** Digits and hyphens alone would mean something else in YAML. */
    static String handle(String handle) {
        return handle.matches("[a-z][a-z0-9-]*") ? handle : "'" + handle + "'";
    }

    private static String quoted(String word) {
        return word.matches("[/\\p{L}\\p{N}][\\p{L}\\p{N} /._*-]*") && !word.endsWith(" ")
                ? word
                : "'" + word.replace("'", "''") + "'";
    }

    private static void rules(AreaRules rules, List<String> lines) {
        if (rules.areNone()) return;
        lines.add("  rules:");
        if (rules.approvals() != null) lines.add("    approvals: " + rules.approvals());
        if (rules.endorsements() != null) lines.add("    endorsements: " + rules.endorsements());
        if (rules.cooling() != null) lines.add("    cooling: " + time(rules.cooling()));
        if (rules.files() != null)
            lines.add("    files: " + rules.files().stream().collect(Collectors.joining(", ", "[", "]")));
        if (rules.largest() != null) lines.add("    largest: " + rules.largest() / 1024 + " KB");
    }

    private static String time(Duration time) {
        if (time.isZero()) return "none";
        if (time.toMinutes() % 60 != 0) return time.toMinutes() + " minutes";
        long hours = time.toHours();
        return hours % 24 == 0 && hours > 24 ? hours / 24 + " days" : hours + " hours";
    }
}
