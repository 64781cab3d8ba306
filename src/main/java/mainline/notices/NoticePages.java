package mainline.notices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Titles;
import mainline.community.Why;
import mainline.kernel.CommunityId;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.look.MailBody;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Visitor;
import mainline.text.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person was told: what is new by the thing it is about, first what asks something of them; then what they have seen. */
@Controller
@RequestMapping("/me/notices")
class NoticePages {
    private static final int SIZE = 30;
    /** So many new ones are put together at most; of more, the older ones come when these were taken up. */
    private static final int NEW = 500;

    private static final int SENTENCES = 3;

    record Line(Told told, Html text, @Nullable Community community) {}

    /**
     * @param title of the thing; empty where it has none
     * @param lines the newest few, the newest first
     */
    record Bundle(Group group, String title, @Nullable Community community, List<Line> lines) {}

    /**
     * @param asked new, and something is wanted of the reader
     * @param told new, and nothing is
     * @param newest 0 when there is nothing new to mark as seen
     */
    record Index(
            Shell shell,
            List<Bundle> asked,
            List<Bundle> told,
            List<Line> seen,
            @Nullable Cursor next,
            long newest) {}

    private final Notices notices;
    private final Communities communities;
    private final Titles titles;

    NoticePages(Notices notices, Communities communities, Titles titles) {
        this.notices = notices;
        this.communities = communities;
        this.titles = titles;
    }

    @GetMapping
    ModelAndView list(Visitor visitor, @RequestParam(defaultValue = "0") long before) {
        List<Told> fresh = before > 0 ? List.of() : notices.unseenOf(visitor.id(), NEW);
        Paged<Told> seen = notices.seenOf(visitor.id(), before, SIZE);
        List<Group> groups = Group.of(fresh);
        Bundling bundling = new Bundling(
                visitor.shell(), titles.of(groups.stream().map(Group::whole).toList()), new HashMap<>());
        return Page.show(
                "notices/notices",
                new Index(
                        visitor.shell(),
                        groups.stream()
                                .filter(group -> group.why() == Why.ASKED)
                                .map(bundling::bundle)
                                .toList(),
                        groups.stream()
                                .filter(group -> group.why() != Why.ASKED)
                                .map(bundling::bundle)
                                .toList(),
                        seen.items().stream().map(bundling::line).toList(),
                        seen.next(),
                        fresh.stream().mapToLong(Told::id).max().orElse(0)));
    }

    private final class Bundling {
        private final Shell shell;
        private final Map<Subject, String> named;
        private final Map<CommunityId, Optional<Community>> known;

        Bundling(Shell shell, Map<Subject, String> named, Map<CommunityId, Optional<Community>> known) {
            this.shell = shell;
            this.named = named;
            this.known = known;
        }

        Bundle bundle(Group group) {
            return new Bundle(
                    group,
                    named.getOrDefault(group.whole(), ""),
                    community(group.whole()).orElse(null),
                    group.notices().stream().limit(SENTENCES).map(this::line).toList());
        }

        /** Its times are those of the community it comes from. */
        Line line(Told told) {
            Optional<Community> community = community(told.subject());
            Shell there = community.map(found -> shell.in(found.zone())).orElse(shell);
            return new Line(told, there.told(isolated(told.text())), community.orElse(null));
        }

        /** Names and titles keep their direction to themselves, whatever stands first in the sentence. */
        private static Reason isolated(Reason text) {
            List<Object> gaps = new ArrayList<>();
            for (Object gap : text.gaps())
                gaps.add(
                        switch (gap) {
                            case Reason inner -> isolated(inner);
                            case String words -> MailBody.own(words);
                            default -> gap;
                        });
            return new Reason(text.key(), gaps);
        }

        private Optional<Community> community(Subject subject) {
            return known.computeIfAbsent(subject.community(), communities::find);
        }
    }

    /** To what the notice is about. */
    @GetMapping("/{id:\\d{1,18}}")
    ModelAndView open(Visitor visitor, @PathVariable long id) {
        Told told = notices.open(visitor.id(), id);
        Community community = communities
                .find(told.subject().community())
                .orElseThrow(() -> new Missing("community of notice " + id));
        return Page.go("/" + community.slug() + "/" + told.subject().path());
    }

    /** @param thing with its community in front, such as {@code 5.IDEA-12}; empty for everything */
    @PostMapping("/seen")
    ModelAndView see(
            Visitor visitor,
            @RequestParam(defaultValue = "0") long until,
            @RequestParam(defaultValue = "") String thing) {
        if (thing.isEmpty()) notices.see(visitor.id(), until);
        else notices.see(visitor.id(), whole(thing), until);
        return Page.go("/me/notices");
    }

    private static Subject whole(String thing) {
        if (!thing.matches("\\d{1,18}[.].+")) throw new Missing("thing " + thing);
        int dot = thing.indexOf('.');
        return Subject.of(new CommunityId(Long.parseLong(thing.substring(0, dot))), thing.substring(dot + 1));
    }
}
