package mainline.handbook;

/** The message of an edition's tag: its name, the sentence about it, and what changed, for readers of git. */
final class EditionMessage {
    private static final int LONGEST = 64 * 1024;

    private EditionMessage() {}

    static String of(Edition edition, ChangeLog log) {
        StringBuilder message = new StringBuilder(edition.name()).append('\n');
        if (!edition.words().isEmpty())
            message.append('\n').append(edition.words().replace("\r", "")).append('\n');
        for (ChangeLog.Area area : log.areas()) {
            message.append('\n').append(area.folder()).append("/\n");
            for (ChangeLog.Entry entry : area.entries())
                message.append("- ")
                        .append(entry.title())
                        .append(" (")
                        .append(entry.change())
                        .append(", ")
                        .append(entry.authors())
                        .append(")\n");
        }
        if (log.others() > 0) {
            message.append("\n+ ").append(log.others()).append('\n');
            for (String line : log.lines()) message.append("- ").append(line).append('\n');
        }
        return message.length() > LONGEST
                ? message.substring(0, LONGEST).replaceFirst("\\n[^\\n]*$", "\n…\n")
                : message.toString();
    }
}
