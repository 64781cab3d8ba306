package mainline.decisions;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.community.Here;
import mainline.community.Listing;
import mainline.community.Narrowing;
import mainline.community.Only;
import mainline.kernel.CommunityId;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.Subject;
import mainline.look.Page;
import mainline.look.Section;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is open, and whether the reader's vote is missing; then what was settled, each with its one sentence. */
@Controller
class DecisionListPages {
    private static final int SIZE = 30;
    private static final int MOST_KNOWN = 1_000;

    private final Decisions decisions;
    private final Ballots ballots;
    private final Clauses clauses;
    private final Narrowing narrowing;
    private final Clock clock;
    private final Kept<Sought, Paged<Decision>> lists;

    DecisionListPages(
            Decisions decisions, Ballots ballots, Clauses clauses, Narrowing narrowing, Clock clock, Memory memory) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.clauses = clauses;
        this.narrowing = narrowing;
        this.clock = clock;
        this.lists = memory.keep(MOST_KNOWN, Sought::community, Memory::isAnyAct);
    }

    @Bean
    static Section decisionsSection() {
        return new Section("decisions", "decisions", 50);
    }

    /** @param state whether the reader voted, in a few words; null when that is nothing to them */
    record Row(
            Decision decision,
            boolean isOver,
            boolean isAsked,
            @Nullable String state) {}

    /** @param serves the clause that all of them serve, 0 for housekeeping; null for all there are */
    record Index(
            Here here,
            Only only,
            @Nullable Integer serves,
            List<Clauses.Clause> clauses,
            List<Row> open,
            List<Row> settled,
            @Nullable String moreOpen,
            @Nullable String more) {
        /** The address of the list with these choices. */
        String address(Only narrow, @Nullable Integer clause) {
            return narrow.on(here.path("decisions" + (clause == null ? "" : "?serves=" + clause)));
        }
    }

    @GetMapping("/{community}/decisions")
    ModelAndView list(
            Here here,
            @RequestParam(required = false) @Nullable Integer serves,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "0") long open,
            @RequestParam(defaultValue = "0") long before) {
        Only narrow = Only.of(only);
        if (narrow != Only.ALL && here.isMember()) return narrowed(here, narrow, serves, before);
        Paged<Decision> running = before > 0
                ? new Paged<>(List.of(), null)
                : lists.get(new Sought(here.id(), Which.RUNNING, serves, open), this::read);
        Paged<Decision> settled = open > 0
                ? new Paged<>(List.of(), null)
                : lists.get(new Sought(here.id(), Which.SETTLED, serves, before), this::read);
        String filter = serves == null ? "" : "&serves=" + serves;
        String moreOpen = running.next() == null ? null : here.path("decisions?open=" + running.next() + filter);
        String more = settled.next() == null ? null : here.path("decisions?before=" + settled.next() + filter);
        Stream<Decision> all = Stream.concat(running.items().stream(), settled.items().stream());
        return Page.show("decisions/decisions", index(here, Only.ALL, serves, all.toList(), moreOpen, more));
    }

    private record Sought(
            CommunityId community, Which which, @Nullable Integer serves, long before) {}

    private Paged<Decision> read(Sought sought) {
        return decisions.list(sought.community(), sought.which(), sought.serves(), sought.before(), SIZE);
    }

    private ModelAndView narrowed(Here here, Only only, @Nullable Integer serves, long before) {
        Cursor from = before > 0 ? Cursor.at(before) : Cursor.START;
        Listing<Decision> all = decisions.in(here.id()).where(each -> serves == null || serves(each, serves));
        Paged<Decision> found = narrowing.of(here.viewer(), only, all, from, SIZE);
        String filter = serves == null ? "" : "&serves=" + serves;
        String more = found.next() == null ? null : only.on(here.path("decisions?before=" + found.next() + filter));
        return Page.show("decisions/decisions", index(here, only, serves, found.items(), null, more));
    }

    private static boolean serves(Decision decision, int clause) {
        Purpose purpose = decision.purpose();
        return purpose != null && purpose.clause() == clause;
    }

    private Index index(
            Here here,
            Only only,
            @Nullable Integer serves,
            List<Decision> all,
            @Nullable String moreOpen,
            @Nullable String more) {
        Set<Subject> asked = asked(here);
        Set<Subject> voted = voted(here, asked);
        return new Index(
                here,
                only,
                serves,
                clauses.all(here.id()),
                all.stream()
                        .filter(each -> each.stage().isRunning())
                        .map(each -> row(here, each, asked, voted))
                        .toList(),
                all.stream()
                        .filter(each -> !each.stage().isRunning())
                        .map(each -> new Row(each, true, false, null))
                        .toList(),
                moreOpen,
                more);
    }

    private Set<Subject> asked(Here here) {
        if (!here.isMember()) return Set.of();
        return ballots.waitingFor(here.member(), SIZE).stream()
                .map(Decision::subject)
                .collect(Collectors.toSet());
    }

    private Set<Subject> voted(Here here, Set<Subject> asked) {
        if (!here.isMember()) return Set.of();
        return ballots.openTo(here.member(), Method.COUNTED, 2 * SIZE).stream()
                .map(Decision::subject)
                .filter(each -> !asked.contains(each))
                .collect(Collectors.toSet());
    }

    private Row row(Here here, Decision decision, Set<Subject> asked, Set<Subject> voted) {
        boolean over =
                !clock.instant().isBefore(decision.ends()) && decision.method().isCounted();
        boolean isAsked = asked.contains(decision.subject());
        String state = isAsked
                ? here.say("decisions.you-have-not")
                : voted.contains(decision.subject()) ? here.say("decisions.you-voted") : null;
        return new Row(decision, over, isAsked, state);
    }
}
