package mainline.git;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.PacketLineIn;
import org.eclipse.jgit.transport.PacketLineOut;

/**
 * Turns "so many commits more than I have" ({@code git fetch --deepen}) into "so many in all", since JGit's server knows only the
 * latter.
 */
final class Deepening {
    private static final String RELATIVE = "deepen-relative";
    private static final String DEEPEN = "deepen ";

    private Deepening() {}

    static InputStream absolute(Repository repository, byte[] question) {
        if (!new String(question, java.nio.charset.StandardCharsets.ISO_8859_1).contains(RELATIVE))
            return new ByteArrayInputStream(question);
        try {
            return new ByteArrayInputStream(rewritten(repository, question));
        } catch (IOException odd) {
            // Whoever answers the question says what is wrong with it.
            return new ByteArrayInputStream(question);
        }
    }

    private static byte[] rewritten(Repository repository, byte[] question) throws IOException {
        List<String> lines = lines(question);
        int more = 0;
        Set<ObjectId> wanted = new HashSet<>();
        Set<ObjectId> edge = new HashSet<>();
        for (String line : lines) {
            String said = line.strip();
            if (said.matches("want [0-9a-f]{40}")) wanted.add(ObjectId.fromString(said.substring(5)));
            if (said.matches("shallow [0-9a-f]{40}")) edge.add(ObjectId.fromString(said.substring(8)));
            if (said.matches("deepen \\d{1,9}")) more = Integer.parseInt(said.substring(DEEPEN.length()));
        }
        long depth = Math.min(Integer.MAX_VALUE, (long) depth(repository, wanted, edge) + more);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PacketLineOut out = new PacketLineOut(bytes);
        for (String line : lines) {
            if (PacketLineIn.isEnd(line)) out.end();
            else if (PacketLineIn.isDelimiter(line)) out.writeDelim();
            else if (line.startsWith(DEEPEN)) out.writeString(DEEPEN + depth + "\n");
            else if (!line.strip().equals(RELATIVE)) out.writeString(line + "\n");
        }
        return bytes.toByteArray();
    }

    private static List<String> lines(byte[] question) throws IOException {
        List<String> lines = new ArrayList<>();
        ByteArrayInputStream bytes = new ByteArrayInputStream(question);
        PacketLineIn in = new PacketLineIn(bytes);
        while (bytes.available() > 0) lines.add(in.readString());
        return lines;
    }

    /** How many commits lie on the shortest way from what is wanted to the farthest commit where the client's history ends. */
    private static int depth(Repository repository, Set<ObjectId> wanted, Set<ObjectId> edge) throws IOException {
        int farthest = 0;
        try (RevWalk walk = new RevWalk(repository)) {
            Set<ObjectId> seen = new HashSet<>();
            List<RevCommit> level = new ArrayList<>();
            for (ObjectId id : wanted) {
                RevObject object = walk.peel(walk.parseAny(id));
                if (object instanceof RevCommit commit && seen.add(commit)) level.add(commit);
            }
            Set<ObjectId> left = new HashSet<>(edge);
            for (int depth = 1; !level.isEmpty() && !left.isEmpty(); depth++) {
                List<RevCommit> next = new ArrayList<>();
                for (RevCommit commit : level) {
                    if (left.remove(commit)) farthest = depth;
                    walk.parseHeaders(commit);
                    for (RevCommit parent : commit.getParents()) if (seen.add(parent)) next.add(parent);
                }
                level = next;
            }
        }
        return farthest;
    }
}
