package mainline.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.community.Here;
import mainline.community.Member;
import mainline.decisions.Ballots;
import mainline.decisions.Decision;
import mainline.discussion.Discussions;
import mainline.discussion.ReplyDebt;
import mainline.effort.Contribution;
import mainline.effort.Contributions;
import mainline.effort.Efforts;
import mainline.effort.OpenNeed;
import mainline.kernel.Cursor;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.People;
import mainline.people.Person;
import mainline.projects.OpenTask;
import mainline.projects.Projects;
import mainline.results.Results;
import mainline.results.VerdictDue;
import mainline.text.Markdown;
import org.springframework.stereotype.Component;

/** Where somebody can help now: votes that end, people, then what waits for this reader, then work anyone can take up. */
@Component
class Invitations {
    private static final int EACH = 2;
    private static final int MOST = 7;
    private static final Set<String> WRITTEN = Set.of("vote", "review", "confirm", "need", "task");

    private final Ballots ballots;
    private final Discussions discussions;
    private final Efforts efforts;
    private final Contributions contributions;
    private final Projects projects;
    private final Changes changes;
    private final Results results;
    private final People people;

    Invitations(
            Ballots ballots,
            Discussions discussions,
            Efforts efforts,
            Contributions contributions,
            Projects projects,
            Changes changes,
            Results results,
            People people) {
        this.ballots = ballots;
        this.discussions = discussions;
        this.efforts = efforts;
        this.contributions = contributions;
        this.projects = projects;
        this.changes = changes;
        this.results = results;
        this.people = people;
    }

    List<Invitation> to(Here here) {
        List<Invitation> all = new ArrayList<>();
        if (here.isMember()) votes(here, here.member(), all);
        replies(here, all);
        if (here.isMember()) {
            reviews(here, here.member(), all);
            confirmations(here, here.member(), all);
            trials(here, here.member(), all);
        }
        verdicts(here, all);
        needs(here, all);
        tasks(here, all);
        return all.stream().limit(MOST).toList();
    }

    private void replies(Here here, List<Invitation> all) {
        List<ReplyDebt> debts =
                discussions.debts(here.viewer(), Cursor.START, EACH).items();
        Map<PersonId, Person> authors =
                people.all(debts.stream().map(debt -> debt.comment().author()).toList());
        for (ReplyDebt debt : debts) {
            Person author = authors.get(debt.comment().author());
            all.add(new Invitation(
                    // Isolated, so that a name in another script does not turn the sentence round.
                    here.say("home.reply", author == null ? "" : "\u2068" + author.name() + "\u2069"),
                    false,
                    here.path(debt.comment().subject().path()),
                    here.shell().told(Reason.of("home.reply.why", debt.title())),
                    here.say("home.reply.do"),
                    here.path("comments/new?about=" + debt.comment().about().key() + "&replyTo="
                            + debt.comment().subject().number()),
                    all.isEmpty()));
        }
    }

    private void votes(Here here, Member member, List<Invitation> all) {
        for (Decision decision : ballots.waitingFor(member, EACH))
            add(here, all, "vote", decision.question(), here.path(decision.path()), decision.ends());
    }

    private void reviews(Here here, Member member, List<Invitation> all) {
        for (Change change : changes.waitingFor(member).stream().limit(EACH).toList())
            add(here, all, "review", change.title(), here.path(change.path()), Markdown.excerpt(change.why(), 120));
    }

    private void confirmations(Here here, Member member, List<Invitation> all) {
        for (Contribution work : contributions.toConfirm(member, 0, EACH).items())
            add(
                    here,
                    all,
                    "confirm",
                    Markdown.excerpt(work.what(), 80),
                    here.path(work.subject().path()),
                    here.shell().hours(work.hours().decimal()));
    }

    private void trials(Here here, Member member, List<Invitation> all) {
        results.trialsAsked(member, EACH)
                .forEach(practice -> add(here, all, "trial", practice.title(), here.path(practice.path()), ""));
    }

    private void verdicts(Here here, List<Invitation> all) {
        for (VerdictDue due : results.verdictsDue(here.id(), EACH))
            add(
                    here,
                    all,
                    "verdict",
                    due.project().title(),
                    here.path(due.project().path()),
                    here.shell().date(due.opened()));
    }

    private void needs(Here here, List<Invitation> all) {
        for (OpenNeed need : efforts.openNeeds(here.id(), 3)) {
            String missing = need.missing().entrySet().stream()
                    .map(entry -> here.say(
                            "home.need.hours",
                            here.shell().hours(entry.getValue().decimal()),
                            here.say("effort.kind." + entry.getKey())))
                    .collect(Collectors.joining(", "));
            add(here, all, "need", need.idea().title(), here.path(need.idea().path()), missing);
        }
    }

    private void tasks(Here here, List<Invitation> all) {
        for (OpenTask open : projects.openTasks(here.viewer(), EACH))
            add(
                    here,
                    all,
                    "task",
                    open.task().title(),
                    here.path(open.project().path()),
                    open.project().title());
    }

    private static void add(Here here, List<Invitation> all, String kind, String title, String href, Object gap) {
        all.add(new Invitation(
                here.say("home." + kind, title),
                WRITTEN.contains(kind),
                href,
                here.shell().told(Reason.of("home." + kind + ".why", gap)),
                here.say("home." + kind + ".do"),
                href,
                all.isEmpty()));
    }
}
