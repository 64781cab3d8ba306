package mainline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.effort.EffortKind;
import mainline.effort.Hours;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookExamples;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.TestMail;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways through the product that people walk most, each on a phone, in a village of its own. */
public final class Ways {
    private static final String PASSWORD = "seven quiet lanterns";

    /** What a way has cost, and the most it may cost. */
    public record Walked(String way, Phone.Cost cost, Phone.Cost most) {
        public boolean met() {
            return cost.pages() <= most.pages() && cost.fields() <= most.fields() && cost.taps() <= most.taps();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s: %d pages, %d fields, %d taps (goal ≤ %d, %d, %d)",
                    way,
                    cost.pages(),
                    cost.fields(),
                    cost.taps(),
                    most.pages(),
                    most.fields(),
                    most.taps());
        }
    }

    private final People people;
    private final Decisions decisions;
    private final HandbookExamples examples;
    private final Handbook handbook;
    private final Proposals proposals;
    private final TestMail mails;
    private final Clock clock;
    private final int port;
    private final Communities communities;
    private final Village village;
    private final String home;
    private final String member;

    public Ways(ApplicationContext app, int port) {
        this.port = port;
        people = app.getBean(People.class);
        decisions = app.getBean(Decisions.class);
        clock = app.getBean(Clock.class);
        handbook = app.getBean(Handbook.class);
        proposals = app.getBean(Proposals.class);
        examples = app.getAutowireCapableBeanFactory().createBean(HandbookExamples.class);
        mails = new TestMail(app.getBean(JdbcClient.class));
        communities = app.getBean(Communities.class);
        village = new Village(people, app.getBean(Founding.class), communities, app.getBean(Ideas.class));
        home = "/" + village.community.slug();
        member = "mia-of-" + village.community.slug() + "@example.org";
        communities.join(
                village.community.id(), people.create("Mia", member, PASSWORD).id());
    }

    /** All of them, for a bench; each in a village where nothing else waits. */
    public static List<Walked> all(ApplicationContext app, int port) {
        List<Walked> typo = new Ways(app, port).typoToHandbook();
        return List.of(
                new Ways(app, port).strangerToIdea(),
                new Ways(app, port).strangerToComment(),
                new Ways(app, port).invitedToVote(),
                new Ways(app, port).memberToPledge(),
                typo.getFirst(),
                typo.getLast(),
                new Ways(app, port).stewardToNothingLeft(20),
                new Ways(app, port).memberToWhatWaits(() -> {}));
    }

    private String link(String mail) {
        return mails.linkTo(mail);
    }

    private Phone signedIn(String mail) {
        Phone phone = new Phone(port).begins("/sign-in?then=" + home);
        return phone.write("Mail address", mail)
                .write("Password", PASSWORD)
                .press("Sign in")
                .sees("What is new");
    }

    /** A stranger on the home page has an idea published. */
    Walked strangerToIdea() {
        String mail = "idea-" + member;
        try (Phone phone = new Phone(port)) {
            phone.begins(home)
                    .follow("Share an idea")
                    .write("What is your idea, in one line?", "Lamps for the pier")
                    .write("What would you do, and why?", "One sees nothing there at night.")
                    .write("Your name", "Sana Stranger")
                    .write("Mail address", mail)
                    .press("Publish")
                    .sees("Look into your mail");
            phone.followsMail(link(mail)).sees("Lamps for the pier");
            return new Walked("stranger to idea", phone.cost(), new Phone.Cost(3, 5, 3));
        }
    }

    Walked strangerToComment() {
        Idea idea = village.anOpenIdea();
        String mail = "comment-" + member;
        try (Phone phone = new Phone(port)) {
            phone.begins(home + "/" + idea.path())
                    .follow("Write a comment")
                    .write("Your comment", "I have a bench to give away.")
                    .write("Your name", "Cora Comment")
                    .write("Mail address", mail)
                    .press("Comment")
                    .sees("Look into your mail");
            phone.followsMail(link(mail)).sees("I have a bench to give away.");
            return new Walked("stranger to comment", phone.cost(), new Phone.Cost(2, 3, 3));
        }
    }

    /** Somebody who was written to joins and votes. */
    Walked invitedToVote() {
        ask("Shall the pier have lamps?");
        String mail = "invited-" + member;
        try (Phone mia = signedIn(member)) {
            mia.begins(home + "/invitations/mailed")
                    .write("Addresses", "Ivo Invited <" + mail + ">")
                    .press("Send the invitations")
                    .sees("on their way");
        }
        try (Phone phone = new Phone(port)) {
            phone.begins("/about").followsMail(link(mail)).press("Join");
            phone.sees("Shall the pier have lamps?").choose("Yes").press("Vote").sees("Your vote is in");
            return new Walked("invited to vote", phone.cost(), new Phone.Cost(2, 1, 3));
        }
    }

    private void ask(String question) {
        decisions.open(
                village.ada,
                Question.of(question, Method.SHOW_OF_HANDS, clock.instant().plus(Duration.ofDays(40))));
    }

    Walked memberToPledge() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(20)));
        try (Phone phone = signedIn(member)) {
            phone.begins(home + "/" + idea.path())
                    .open("Offer to help")
                    .write("Hours", "3")
                    .press("I promise")
                    .sees("Your promise");
            return new Walked("member to pledge", phone.cost(), new Phone.Cost(1, 2, 2));
        }
    }

    /** @param away what makes time go by between the question and the visit */
    Walked memberToWhatWaits(Runnable away) {
        ask("Shall the pier be lit?");
        away.run();
        try (Phone phone = signedIn(member)) {
            phone.begins(home).sees("Shall the pier be lit?");
            phone.follow("All that waits").sees("Shall the pier be lit?");
            return new Walked("member to what waits", phone.cost(), new Phone.Cost(1, 0, 1));
        }
    }

    /** A steward agrees to one change after the other: the page of each is loaded once. */
    Walked stewardToNothingLeft(int changes) {
        String stella = aSteward();
        String head = handbook.head(village.community.id());
        for (int i = 1; i <= changes; i++)
            proposals.propose(
                    village.ben,
                    new Proposal("bench" + i + ".md", head, "# Bench\n", "Bench " + i, "To sit", "", null));
        try (Phone phone = signedIn(stella)) {
            phone.begins(home + "/waiting").follow("Bench");
            for (int i = 1; i <= changes; i++)
                phone.press("I agree, put it into the handbook").sees("is in the handbook");
            return new Walked("steward to nothing left", phone.cost(), new Phone.Cost(changes + 1, 0, changes + 1));
        }
    }

    /** @return her address */
    private String aSteward() {
        String steward = "steward-" + member;
        if (people.byMail(steward).isPresent()) return steward;
        people.begin("Stella Steward", steward);
        Member stella = new Member(
                village.community.id(), people.byMail(steward).orElseThrow().id());
        communities.join(stella.community(), stella.person());
        people.setPassword(steward, PASSWORD);
        examples.stewards(
                village.ada,
                "areas: [{path: /, stewards: [" + examples.handle(stella) + "], rules: {endorsements: 1}}]\n");
        return steward;
    }

    /** The member's part of it, then the steward's. */
    List<Walked> typoToHandbook() {
        examples.put(village.ada, "pier.md", "# Pier\n\nWe meet on teh pier.\n");
        String steward = aSteward();
        String change;
        Walked typo;
        try (Phone phone = signedIn(member)) {
            phone.begins(home + "/handbook/pier")
                    .follow("Edit this page")
                    .write("Text", "# Pier\n\nWe meet on the pier.\n")
                    .write("Why", "A typo")
                    .press("Send the change")
                    .sees("A small edit");
            change = phone.path();
            typo = new Walked("typo to change", phone.cost(), new Phone.Cost(2, 2, 2));
        }
        try (Phone phone = signedIn(steward)) {
            phone.begins(change).press("I agree, put it into the handbook").sees("is in the handbook");
            return List.of(typo, new Walked("change to handbook", phone.cost(), new Phone.Cost(0, 0, 1)));
        }
    }
}
