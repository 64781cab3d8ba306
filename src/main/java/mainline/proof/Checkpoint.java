package mainline.proof;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log says of itself at one moment, in the form of C2SP tlog-checkpoint.
 *
 * @param origin the log's lasting name
 * @param extensions further lines, which mean nothing here
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,18}");

    public Checkpoint {
        if (origin.isEmpty() || origin.indexOf('\n') >= 0) throw new Malformed("a checkpoint without an origin");
        if (size < 0) throw new Malformed("a checkpoint of negative size");
        if (size == 0 && !root.equals(Hash.EMPTY)) throw new Malformed("an empty tree with another root");
        extensions = List.copyOf(extensions);
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /**
     * Reads the text of a note.
     *
     * @throws Malformed when it is not exactly a checkpoint
     */
    public static Checkpoint parse(String body) {
        if (!body.endsWith("\n")) throw new Malformed("a checkpoint that does not end with a line");
        List<String> lines = List.of(body.substring(0, body.length() - 1).split("\n", -1));
        if (lines.size() < 3 || lines.contains("")) throw new Malformed("a checkpoint with too few lines");
        if (!NUMBER.matcher(lines.get(1)).matches()) throw new Malformed("not a size: " + lines.get(1));
        try {
            long size = Long.parseLong(lines.get(1));
            return new Checkpoint(lines.get(0), size, Hash.readBase64(lines.get(2)), lines.subList(3, lines.size()));
        } catch (NumberFormatException e) {
            throw new Malformed("not a size: " + lines.get(1));
        }
    }

    /** The text that is signed. */
    public String body() {
        StringBuilder body = new StringBuilder();
        body.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> body.append(line).append('\n'));
        return body.toString();
    }
}
