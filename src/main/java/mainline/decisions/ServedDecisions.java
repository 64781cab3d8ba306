package mainline.decisions;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mainline.platform.Outbound;
import mainline.proof.LogRow;
import mainline.proof.Tile;
import mainline.record.RecordCopy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A copy of a record that keeps the rows by which decisions were closed while it is read, so that afterwards the ballots its
 * server publishes can be held against what the record was told.
 */
public final class ServedDecisions implements RecordCopy {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CLOSED = "\"decision.closed\"";
    private static final Pattern DECISION = Pattern.compile("DECISION-(\\d{1,18})");
    private static final int LONGEST_LIST = 256 << 20;

    private final RecordCopy copy;
    private final Outbound outbound;
    private final String base;
    private final Map<Long, String> closed = new TreeMap<>();

    /** @param community the community's address, such as {@code https://example.org/harbour} */
    public ServedDecisions(RecordCopy copy, Outbound outbound, String community) {
        this.copy = copy;
        this.outbound = outbound;
        base = community.replaceFirst("/+$", "") + "/decisions/";
    }

    /**
     * What does not fit, a sentence for each decision; to be asked once the record itself was found to hold.
     *
     * @throws IOException when the server does not answer
     */
    public List<String> misfits() throws IOException {
        List<String> misfits = new ArrayList<>();
        for (Map.Entry<Long, String> each : closed.entrySet()) {
            String problem = problem(each.getKey(), each.getValue());
            if (!problem.isEmpty()) misfits.add("DECISION-" + each.getKey() + ": " + problem);
        }
        return List.copyOf(misfits);
    }

    /** How many decisions with counted ballots the record has closed. */
    public int counted() {
        return (int) closed.values().stream()
                .filter(body -> !fact(body, "digest").isEmpty())
                .count();
    }

    private String problem(long number, String body) throws IOException {
        String digest = fact(body, "digest");
        if (digest.isEmpty()) return "";
        Outbound.Answer answer = outbound.get(URI.create(base + number + "/ballots.list"), LONGEST_LIST);
        if (answer.status() != 200) return "its ballots are not shown; the server answered " + answer.status();
        List<String> hashes = Attestation.sorted(answer.text().lines());
        return Attestation.digest(hashes).equals(digest) ? "" : Attestation.changed(fact(body, "ballots"), hashes);
    }

    private static String fact(String body, String name) {
        JsonNode fact = JSON.readTree(body).path("facts").path(name);
        return fact.isString() ? fact.asString() : "";
    }

    private void keep(String line) {
        if (!line.contains(CLOSED)) return;
        LogRow row = LogRow.parse(line);
        LogRow.Told told = row.told();
        LogRow.Opened opened = row.opened();
        if (told == null
                || told.subject() == null
                || opened == null
                || !told.type().equals(DecisionVerb.CLOSED.code())) return;
        var subject = DECISION.matcher(told.subject());
        if (subject.matches()) closed.put(Long.valueOf(subject.group(1)), opened.body());
    }

    @Override
    public Head head() throws IOException {
        return copy.head();
    }

    @Override
    public Iterator<String> rows(long from, long to) throws IOException {
        Iterator<String> rows = copy.rows(from, to);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public String next() {
                String line = rows.next();
                keep(line);
                return line;
            }
        };
    }

    @Override
    public byte @Nullable [] tile(Tile tile) throws IOException {
        return copy.tile(tile);
    }
}
