package mainline.handbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mainline.community.MemberJoined;
import mainline.community.MemberLeft;
import mainline.community.OwnWords;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.StewardsFile.Entry;
import mainline.handbook.StewardsFile.Seat;
import mainline.handbook.StewardsFile.Unreadable;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.People;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Settings;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The areas of a handbook as {@code STEWARDS.yml} at its top names them. The file of the main branch is the truth; one that
 * cannot be followed locks nobody out, since the last good one counts on.
 */
@Component
public class Areas {
    public static final String FILE = "STEWARDS.yml";
    private static final int COMMUNITIES = 1_000;
    private static final String ROSTER = "roster";

    private final AreaStore store;
    private final PageStore pages;
    private final GitRepositories repositories;
    private final Seating seating;
    private final People people;
    private final OwnWords words;
    private final Settings settings;
    private final Memory memory;
    private final Kept<CommunityId, AreaStore.Snapshot> known;

    Areas(
            AreaStore store,
            PageStore pages,
            GitRepositories repositories,
            Seating seating,
            People people,
            OwnWords words,
            Settings settings,
            Memory memory) {
        this.store = store;
        this.pages = pages;
        this.repositories = repositories;
        this.seating = seating;
        this.people = people;
        this.words = words;
        this.settings = settings;
        this.memory = memory;
        this.known = memory.keep(COMMUNITIES, id -> id, ROSTER);
    }

    /** What holds now. */
    public Roster of(CommunityId community) {
        AreaStore.Snapshot now = known.get(community, store::snapshot);
        return new Sitting(seating.today(community)).roster(community, now.counting(), now.areas(), now.holders());
    }

    /** The file that counts, to be changed; where there was none, one that says what counts without it. */
    public StewardsFile file(CommunityId community) {
        String text = store.counting(community).map(AreaStore.Counting::text).orElse(null);
        if (text != null) return StewardsFile.of(text);
        List<AreaStore.Holder> holders = store.holders(community);
        return StewardsFile.written(
                words.say(community, "stewards.file.comment"),
                store.areas(community).stream()
                        .map(area -> entry(area, holders))
                        .toList());
    }

    private static Entry entry(AreaStore.AreaRow area, List<AreaStore.Holder> holders) {
        return new Entry(
                area.path(),
                area.name(),
                holders.stream()
                        .filter(holder -> holder.area().equals(area.path()) && !holder.emeritus())
                        .map(holder -> new Seat(holder.handle(), holder.first(), holder.last()))
                        .toList(),
                holders.stream()
                        .filter(holder -> holder.area().equals(area.path()) && holder.emeritus())
                        .map(AreaStore.Holder::handle)
                        .toList(),
                area.rules());
    }

    /** What somebody typed as the path of an area, in the way {@link Area} has it; nothing for what can name no files. */
    public static Optional<String> path(String typed) {
        return AreaPath.of(typed).map(AreaPath::text);
    }

    /** The area of that path as the file names it; one without stewards and rules of its own where it names none. */
    public Area area(CommunityId community, String path) {
        return of(community).areas().stream()
                .filter(area -> area.path().equals(path))
                .findFirst()
                .orElseGet(() -> new Area(path, "", List.of(), List.of(), AreaRules.NONE));
    }

    /** Whether such a file would count as far as somebody who is there oversees the whole handbook, if somebody does now. */
    public boolean keepsRoot(CommunityId community, StewardsFile file) {
        return rootless(community, file).isEmpty();
    }

    /** The communities in which somebody's term ends by that day, or is over already. */
    public List<CommunityId> endingBy(LocalDate day) {
        return store.endingBy(day);
    }

    /** The areas that count now and hold no file of the handbook, each with what it may mean. */
    public List<Reason> astray(CommunityId community) {
        try (GitRepository git = repositories.open(community)) {
            List<String> areas = known.get(community, store::snapshot).areas().stream()
                    .map(AreaStore.AreaRow::path)
                    .toList();
            return areas.stream().allMatch(String::isEmpty)
                    ? List.of()
                    : new Astray(git.paths(git.head())).among(areas);
        }
    }

    /** The areas that a commit's own file names and that hold none of its files; nothing for a file that does not count. */
    public List<Reason> astray(GitRepository git, ObjectId commit) {
        try {
            return read(git, commit)
                    .map(file -> new Astray(git.paths(commit))
                            .among(file.areas().stream().map(Entry::path).toList()))
                    .orElse(List.of());
        } catch (Unreadable broken) {
            return List.of();
        }
    }

    /** Why a commit's file would not count if it came to the main branch; nothing when it would. */
    public Optional<Roster.Broken> breaks(CommunityId community, GitRepository git, ObjectId commit) {
        try {
            Optional<StewardsFile> file = read(git, commit);
            if (file.isPresent()) return rootless(community, file.get());
            return store.counting(community).map(AreaStore.Counting::text).isPresent()
                    ? Optional.of(gone())
                    : Optional.empty();
        } catch (Unreadable broken) {
            return Optional.of(broken.broken());
        }
    }

    /** Why a file would not count if it came to the main branch; nothing when it would. */
    public Optional<Roster.Broken> breaks(CommunityId community, StewardsFile file) {
        return rootless(community, file);
    }

    private static Optional<StewardsFile> read(GitRepository git, ObjectId commit) {
        return git.file(commit, FILE).map(file -> {
            if (file.getSize() > StewardsFile.BIGGEST)
                throw new Unreadable(0, Flaw.TOO_BIG, StewardsFile.BIGGEST / 1024);
            return StewardsFile.of(GitRepository.bytes(file, StewardsFile.BIGGEST));
        });
    }

    private static Roster.Broken gone() {
        return new Roster.Broken(0, Flaw.GONE, List.of());
    }

    /** The whole handbook keeps somebody who is there, if it has somebody now: in their term, or held over when there is none. */
    private Optional<Roster.Broken> rootless(CommunityId community, StewardsFile file) {
        LocalDate today = seating.today(community);
        List<AreaStore.Holder> before = store.holders(community);
        List<AreaStore.Holder> after = seating.holders(community, file, null);
        boolean inTerm = before.stream().anyMatch(holder -> Sitting.holdsRoot(holder, today));
        boolean lost = inTerm
                ? after.stream().noneMatch(holder -> Sitting.holdsRoot(holder, today))
                : before.stream().anyMatch(Sitting::isNamedForRoot)
                        && after.stream().noneMatch(Sitting::isNamedForRoot);
        return lost ? Optional.of(new Roster.Broken(0, Flaw.ROOTLESS, List.of())) : Optional.empty();
    }

    /** The founder oversees the whole handbook until others are named. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(CommunityId community, PersonId founder, StewardsFile file, ObjectId first) {
        store.begin(community);
        count(community, file, first, founder);
        store.member(community, people.get(founder).handle(), founder, true);
    }

    /** What the founder of a community begins with. */
    StewardsFile first(CommunityId community, PersonId founder) {
        AreaRules rules = new AreaRules(1, 1, settings.cooling().length(), null, null);
        Seat seat = new Seat(people.get(founder).handle(), seating.today(community), null);
        return StewardsFile.written(
                words.say(community, "stewards.file.comment"),
                List.of(new Entry("", "", List.of(seat), List.of(), rules)));
    }

    /** The main branch is at that commit now. Its file counts from now on, if it can be followed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(CommunityId community, GitRepository git, ObjectId head, @Nullable PersonId by) {
        Optional<Roster.Broken> broken = breaks(community, git, head);
        memory.old(community, ROSTER);
        if (broken.isPresent()) store.leave(community, broken.get());
        else read(git, head).ifPresent(file -> count(community, file, head, by));
    }

    /** Another history took the place of the handbook's: a file it does not have says nothing any more, but nobody is put out. */
    @Transactional(propagation = Propagation.MANDATORY)
    void followAnew(CommunityId community, GitRepository git, ObjectId head) {
        List<AreaStore.AreaRow> plain = store.areas(community).stream()
                .map(area -> new AreaStore.AreaRow(area.path(), area.name(), AreaRules.NONE))
                .toList();
        store.count(community, null, null);
        store.replace(community, plain, store.holders(community));
        follow(community, git, head, null);
    }

    private void count(CommunityId community, StewardsFile file, ObjectId commit, @Nullable PersonId by) {
        List<AreaStore.AreaRow> areas = new ArrayList<>(file.areas().stream()
                .map(entry -> new AreaStore.AreaRow(entry.path(), entry.name(), entry.rules()))
                .toList());
        if (areas.stream().noneMatch(area -> area.path().isEmpty()))
            areas.addFirst(new AreaStore.AreaRow("", "", AreaRules.NONE));
        store.count(community, commit.name(), file.text());
        store.replace(community, areas, seating.holders(community, file, by));
    }

    /**
     * Somebody the file names already may have come; it may have been broken only as long as nobody was there. A file that
     * comes at the same moment waits, or it would not know of them.
     */
    @EventListener
    void joined(MemberJoined joined) {
        pages.lock(joined.community());
        memory.old(joined.community(), ROSTER);
        store.member(joined.community(), people.get(joined.person()).handle(), joined.person(), true);
        boolean waited = store.counting(joined.community())
                .map(AreaStore.Counting::broken)
                .filter(broken -> broken.flaw() == Flaw.ROOTLESS)
                .isPresent();
        if (!waited) return;
        try (GitRepository git = repositories.open(joined.community())) {
            follow(joined.community(), git, git.head(), null);
        }
    }

    @EventListener
    @Order
    void left(MemberLeft left) {
        pages.lock(left.community());
        memory.old(left.community(), ROSTER);
        store.member(left.community(), people.get(left.person()).handle(), left.person(), false);
    }
}
