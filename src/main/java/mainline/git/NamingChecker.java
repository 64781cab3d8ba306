package mainline.git;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectChecker;
import org.jspecify.annotations.Nullable;

/** Checks objects for every system people clone to, and names the file or folder that is amiss. */
public final class NamingChecker extends ObjectChecker {
    public NamingChecker() {
        setSafeForWindows(true);
        setSafeForMacOS(true);
    }

    @Override
    public void checkTree(@Nullable AnyObjectId id, byte[] raw) throws CorruptObjectException {
        try {
            super.checkTree(id, raw);
        } catch (CorruptObjectException odd) {
            String name = name(raw);
            if (name == null) throw odd;
            String why = String.valueOf(odd.getMessage()).replaceFirst("^[Oo]bject [0-9a-f]{40}:? ?", "");
            CorruptObjectException named = new CorruptObjectException(name + ": " + why);
            named.initCause(odd);
            throw named;
        }
    }

    /** Whether a name of so many bytes is written in UTF-8, as the names of all files here are. */
    public static boolean isSpelled(byte[] name, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name, 0, length));
            return true;
        } catch (CharacterCodingException odd) {
            return false;
        }
    }

    /** What is amiss, or the two that some systems take for the same; null when the tree cannot be read. */
    private @Nullable String name(byte[] tree) {
        Map<String, String> known = new HashMap<>();
        String same = null;
        int at = 0;
        while (at < tree.length) {
            int begin = next(tree, at, ' ');
            int end = next(tree, begin, '\0');
            if (end + Constants.OBJECT_ID_LENGTH > tree.length) return same;
            String name = new String(tree, begin, Math.max(0, end - 1 - begin), StandardCharsets.UTF_8);
            String shown = "\"" + name.replaceAll("\\p{Cc}", "?") + "\"";
            if (!isFine(tree, begin, end - 1)) return shown;
            String other = known.put(name.toLowerCase(Locale.ROOT), shown);
            if (other != null && same == null) same = other + " and " + shown;
            at = end + Constants.OBJECT_ID_LENGTH;
        }
        return same;
    }

    private static int next(byte[] tree, int from, char sign) {
        int at = from;
        while (at < tree.length && tree[at] != sign) at++;
        return at + 1;
    }

    private boolean isFine(byte[] tree, int begin, int end) {
        try {
            checkPathSegment(tree, begin, end);
            return true;
        } catch (CorruptObjectException odd) {
            return false;
        }
    }
}
