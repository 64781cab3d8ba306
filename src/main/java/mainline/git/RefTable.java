package mainline.git;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.internal.storage.dfs.DfsRefDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.ReflogReader;
import org.eclipse.jgit.lib.SymbolicRef;
import org.eclipse.jgit.util.RefList;
import org.jspecify.annotations.Nullable;

/**
 * Refs as rows. A name or a prefix is asked for by itself, since a handbook has a ref for every version of every change.
 * After refs were read, packs are looked up anew: a ref never points to an object that cannot be found.
 */
final class RefTable extends DfsRefDatabase {
    private final GitStore store;
    private final CommunityId community;
    private final PackObjects objects;

    RefTable(HandbookRepository repository, GitStore store, CommunityId community, PackObjects objects) {
        super(repository);
        this.store = store;
        this.community = community;
        this.objects = objects;
    }

    @Override
    public @Nullable Ref exactRef(String name) {
        Optional<StoredRef> stored = store.ref(community, name);
        objects.lookAgain();
        if (stored.isEmpty()) return null;
        String target = stored.get().target();
        return target == null ? ref(stored.get()) : new SymbolicRef(name, leaf(target));
    }

    private Ref leaf(String target) {
        return store.ref(community, target).map(RefTable::ref).orElseGet(() -> unborn(target));
    }

    @Override
    public List<Ref> getRefsByPrefix(String prefix) {
        List<Ref> found = new ArrayList<>();
        for (StoredRef stored : store.refs(community, prefix)) {
            String target = stored.target();
            Ref ref = target == null ? ref(stored) : new SymbolicRef(stored.name(), leaf(target));
            if (ref.getObjectId() != null) found.add(ref);
        }
        objects.lookAgain();
        return found;
    }

    @Override
    public Map<String, Ref> getRefs(String prefix) {
        Map<String, Ref> refs = new LinkedHashMap<>();
        getRefsByPrefix(prefix).forEach(ref -> refs.put(ref.getName().substring(prefix.length()), ref));
        return refs;
    }

    @Override
    public boolean isNameConflicting(String name) {
        return !getConflictingNames(name).isEmpty();
    }

    @Override
    public Collection<String> getConflictingNames(String name) {
        List<String> conflicts = new ArrayList<>();
        store.refs(community, name + "/").forEach(ref -> conflicts.add(ref.name()));
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
            store.ref(community, name.substring(0, slash)).ifPresent(ref -> conflicts.add(ref.name()));
        }
        return conflicts;
    }

    @Override
    protected RefCache scanAllRefs() {
        Map<String, Ref> plain = new HashMap<>();
        RefList.Builder<Ref> ids = new RefList.Builder<>();
        RefList.Builder<Ref> symbolic = new RefList.Builder<>();
        List<StoredRef> all = store.refs(community, "");
        all.stream().filter(ref -> ref.target() == null).forEach(ref -> plain.put(ref.name(), ref(ref)));
        for (StoredRef stored : all) {
            String target = stored.target();
            Ref ref = target == null
                    ? plain.get(stored.name())
                    : new SymbolicRef(stored.name(), plain.getOrDefault(target, unborn(target)));
            ids.add(ref);
            if (target != null) symbolic.add(ref);
        }
        objects.lookAgain();
        ids.sort();
        symbolic.sort();
        return new RefCache(ids.toRefList(), symbolic.toRefList());
    }

    @Override
    public ReflogReader getReflogReader(Ref ref) {
        throw new UnsupportedOperationException("the record tells who moved what");
    }

    @Override
    protected boolean compareAndPut(@Nullable Ref old, Ref next) {
        StoredRef wanted = stored(next);
        return (old == null || old.getStorage() == Ref.Storage.NEW)
                ? store.create(community, wanted)
                : store.move(community, stored(old), wanted);
    }

    @Override
    protected boolean compareAndRemove(Ref old) {
        return store.remove(community, stored(old));
    }

    private static StoredRef stored(Ref ref) {
        if (ref.isSymbolic())
            return new StoredRef(ref.getName(), null, null, ref.getTarget().getName());
        return new StoredRef(ref.getName(), ref.getObjectId(), ref.getPeeledObjectId(), null);
    }

    private static Ref ref(StoredRef stored) {
        ObjectId object = stored.object();
        ObjectId peeled = stored.peeled();
        return peeled == null
                ? new ObjectIdRef.PeeledNonTag(Ref.Storage.PACKED, stored.name(), object)
                : new ObjectIdRef.PeeledTag(Ref.Storage.PACKED, stored.name(), object, peeled);
    }

    private static Ref unborn(String name) {
        return new ObjectIdRef.Unpeeled(Ref.Storage.NEW, name, null);
    }
}
