package mainline.handbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainline.git.Bundle;
import mainline.git.GitRepository;
import mainline.git.Inspection;
import mainline.git.StoredRef;
import mainline.platform.Refusal;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * The branches and tags of a history that comes in.
 *
 * @param main the branch that becomes the handbook
 */
record ImportedRefs(Map<String, ObjectId> refs, String main) {
    private static final List<String> USUAL = List.of(GitRepository.MAIN, "refs/heads/master", "refs/heads/trunk");

    /**
     * @param wanted the branch that becomes the handbook; null for the one HEAD names
     * @param named what HEAD names, where that is known
     */
    static ImportedRefs of(Map<String, ObjectId> refs, @Nullable String wanted, @Nullable String named) {
        return new ImportedRefs(refs, main(refs, wanted, named));
    }

    ObjectId head() {
        return Objects.requireNonNull(refs.get(main));
    }

    private static String main(Map<String, ObjectId> refs, @Nullable String wanted, @Nullable String named) {
        if (wanted != null) {
            String main = Constants.R_HEADS + wanted;
            if (!refs.containsKey(main)) throw new Refusal("There is no branch " + wanted + " in it.");
            return main;
        }
        if (named != null && named.startsWith(Constants.R_HEADS) && refs.containsKey(named)) return named;
        ObjectId head = refs.get(Constants.HEAD);
        List<String> branches = refs.keySet().stream()
                .filter(name -> name.startsWith(Constants.R_HEADS))
                .filter(name -> head == null || head.equals(refs.get(name)))
                .toList();
        if (branches.size() == 1) return branches.getFirst();
        for (String usual : USUAL) if (branches.contains(usual)) return usual;
        if (head != null && branches.isEmpty() && !refs.containsKey(GitRepository.MAIN)) {
            refs.put(GitRepository.MAIN, head);
            return GitRepository.MAIN;
        }
        throw new Refusal("Which branch is the handbook? Say so with --branch NAME.");
    }

    /** @throws Refusal when something they lead to is missing */
    Taken taken(Repository repository) throws IOException {
        List<String> left = new ArrayList<>();
        Map<String, StoredRef> taken = new LinkedHashMap<>();
        try (RevWalk walk = new RevWalk(repository)) {
            for (var ref : refs.entrySet()) {
                String name = ref.getKey();
                boolean kept = name.startsWith(Constants.R_HEADS) || name.startsWith(Constants.R_TAGS);
                if (!kept || !Repository.isValidRefName(name)) {
                    if (!name.equals(Constants.HEAD)) left.add(name);
                    continue;
                }
                RevObject object = walk.parseAny(ref.getValue());
                RevObject peeled = walk.peel(object);
                taken.put(
                        name, new StoredRef(name, ref.getValue(), peeled.equals(object) ? null : peeled.copy(), null));
            }
            if (walk.parseAny(head()).getType() != Constants.OBJ_COMMIT)
                throw new Refusal("The branch " + main + " is not a line of commits.");
        } catch (MissingObjectException hole) {
            throw Bundle.notWhole(hole);
        }
        return new Taken(List.copyOf(taken.values()), List.copyOf(left));
    }

    /**
     * What comes in.
     *
     * @param left names of refs that do not
     */
    record Taken(List<StoredRef> refs, List<String> left) {
        int tags() {
            return (int) refs.stream()
                    .filter(ref -> ref.name().startsWith(Constants.R_TAGS))
                    .count();
        }

        int branches() {
            return refs.size() - tags();
        }

        Inspection inspect(Repository repository) throws IOException {
            try (var reader = repository.newObjectReader()) {
                List<ObjectId> tips = new ArrayList<>();
                for (StoredRef ref : refs) if (ref.object() != null) tips.add(ref.object());
                return Inspection.of(reader, tips);
            } catch (MissingObjectException hole) {
                throw Bundle.notWhole(hole);
            }
        }
    }
}
