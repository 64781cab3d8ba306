package mainline.tally;

import java.util.ArrayList;
import java.util.List;

/** The approval profiles of abcvoting: {@code profile: [[0, 2], [1]]}, candidates from 0, and some lines around. */
final class AbcReader {
    private final TextFile lines;

    AbcReader(TextFile lines) {
        this.lines = lines;
    }

    BallotFile read() {
        Sheet sheet = null;
        int profile = 0;
        int seats = 0;
        for (int number = 1; number <= lines.count(); number++) {
            String[] pair = lines.get(number).split(":", 2);
            if (pair.length != 2) continue;
            switch (pair[0]) {
                case "profile" -> profile = number;
                case "num_cand" -> sheet = new Sheet(lines, Format.ABC, lines.options(number, pair[1]));
                case "committeesize" -> seats = lines.seats(number, pair[1]);
                default -> {}
            }
        }
        if (sheet == null) throw lines.wrong(lines.count(), "the line num_cand is missing");
        if (profile == 0) throw lines.wrong(lines.count(), "the line profile is missing");
        sheet.seats = seats;
        sheet.approvals = true;
        for (int option = 1; option <= sheet.count(); option++) sheet.name(option, "Candidate " + (option - 1));
        readProfile(sheet, profile);
        return sheet.done();
    }

    private void readProfile(Sheet sheet, int first) {
        int depth = 0;
        List<Integer> approved = new ArrayList<>();
        for (int number = first; number <= lines.count(); number++) {
            String text = number == first ? lines.get(number).split(":", 2)[1] : lines.get(number);
            for (String token : text.replaceAll("([\\[\\]{},])", " $1 ").strip().split("\\s+")) {
                switch (token) {
                    case "[", "{" -> {
                        if (++depth > 2) throw lines.wrong(number, "the profile has a bracket too many");
                    }
                    case "]", "}" -> {
                        if (depth == 2) {
                            sheet.approval(number, 1, List.copyOf(approved));
                            approved.clear();
                        }
                        if (--depth == 0) return;
                    }
                    case ",", "" -> {}
                    default -> {
                        if (depth != 2)
                            throw lines.wrong(number, "a candidate stands outside a ballot: " + TextFile.quoted(token));
                        approved.add(sheet.option(
                                number, String.valueOf(lines.number(number, token, "a candidate", 0) + 1)));
                    }
                }
            }
        }
        throw lines.wrong(lines.count(), "the profile is not closed");
    }
}
