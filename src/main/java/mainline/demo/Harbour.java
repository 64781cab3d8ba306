package mainline.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.demo.Script.Made;
import mainline.discussion.Comment;
import mainline.discussion.Discussions;
import mainline.effort.Contribution;
import mainline.effort.Contributions;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.NeededHours;
import mainline.effort.Promise;
import mainline.effort.Work;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.Subject;
import mainline.mission.Clause;
import mainline.mission.Founding;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.platform.DemoWorld;
import mainline.platform.Refusal;
import mainline.platform.StoryClock;
import mainline.projects.Conveners;
import mainline.projects.Measure;
import mainline.projects.Plans;
import mainline.projects.Task;
import mainline.projects.Tasks;
import mainline.projects.Updates;
import mainline.review.Reviews;
import mainline.stewardship.Nomination;
import mainline.stewardship.Nominations;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Harbour Leaders: people who run volunteer shifts and meetings in a port town, four months into using Mainline. */
@Component
@ConditionalOnProperty("mainline.demo")
class Harbour implements DemoWorld {
    private final StoryClock clock;
    private final People people;
    private final Communities communities;
    private final Founding founding;
    private final Mission mission;
    private final Ideas ideas;
    private final Discussions discussions;
    private final Efforts efforts;
    private final Contributions contributions;
    private final Conveners conveners;
    private final Plans plans;
    private final Tasks tasks;
    private final Updates updates;
    private final Nominations nominations;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Trying trying;
    private final Deciding deciding;
    private final Ratifying ratifying;
    private final TransactionTemplate transaction;

    private final Instant today = Instant.now().truncatedTo(ChronoUnit.HOURS);

    Harbour(
            StoryClock clock,
            People people,
            Communities communities,
            Founding founding,
            Mission mission,
            Ideas ideas,
            Discussions discussions,
            Efforts efforts,
            Contributions contributions,
            Conveners conveners,
            Plans plans,
            Tasks tasks,
            Updates updates,
            Nominations nominations,
            Proposals proposals,
            Reviews reviews,
            Trying trying,
            Deciding deciding,
            Ratifying ratifying,
            TransactionTemplate transaction) {
        this.clock = clock;
        this.people = people;
        this.communities = communities;
        this.founding = founding;
        this.mission = mission;
        this.ideas = ideas;
        this.discussions = discussions;
        this.efforts = efforts;
        this.contributions = contributions;
        this.conveners = conveners;
        this.plans = plans;
        this.tasks = tasks;
        this.updates = updates;
        this.nominations = nominations;
        this.proposals = proposals;
        this.reviews = reviews;
        this.trying = trying;
        this.deciding = deciding;
        this.ratifying = ratifying;
        this.transaction = transaction;
    }

    @Override
    public List<String> signIns() {
        return List.of(
                "Sign in as " + Cast.mail("amara") + " (founder and steward), " + Cast.mail("ngozi") + " (convener)",
                "or " + Cast.mail("lena") + " (new here); everybody's password is " + Cast.PASSWORD);
    }

    /** All in one transaction, so that a demo that was interrupted begins anew. */
    @Override
    public void load() {
        if (people.byMail(Cast.mail("amara")).isPresent()) return;
        if (people.isSetUp())
            throw new Refusal("This database holds somebody's communities, not the example."
                    + " Give the demo a folder or a database of its own.");
        try {
            transaction.executeWithoutResult(status -> new Story().tell());
        } finally {
            clock.tell(null);
        }
    }

    /** What happened, written down thread by thread. */
    private final class Story {
        private final Script script = new Script(today);
        private final Cast cast;
        private final Community harbour;

        Story() {
            clock.tell(script.at(128));
            cast = new Cast(people, communities);
            harbour = founding.found(
                    "Harbour Leaders",
                    "harbour",
                    "Europe/Lisbon",
                    "We help people lead by character, wherever they stand, and we show that it works.",
                    cast.person("amara"));
        }

        private void daysAgo(double days) {
            script.daysAgo(days);
        }

        private LocalDate dayIn(int daysFromToday) {
            return LocalDate.ofInstant(today, ZoneOffset.UTC).plusDays(daysFromToday);
        }

        private Member as(String name) {
            return cast.in(harbour, name);
        }

        void tell() {
            begin();
            silentStart();
            newcomers();
            briefings();
            asking();
            deciding.write(script, this::as, today);
            ratifying.write(script, this::as, today);
            open();
            script.tell(clock::tell);
        }

        private void begin() {
            daysAgo(128);
            join("tomas", "ngozi");
            stewards();
            daysAgo(126);
            script.act(() -> mission.revise(
                    as("amara"),
                    1,
                    "We help people lead by character, wherever they stand, and we show that it works.",
                    List.of(
                            new Clause(1, "Lead by character: say what you will do, and do it."),
                            new Clause(0, "Whoever takes the initiative leads; titles carry no rights."),
                            new Clause(0, "What we claim, we try first, and we publish how it went."),
                            new Clause(0, "Volunteers stay because they grow."),
                            new Clause(0, "Nobody is left unanswered."))));
            daysAgo(120);
            join("joaquin", "mei");
            daysAgo(60);
            join("farid", "sofie");
        }

        private void join(String... names) {
            script.act(() -> cast.join(harbour, names));
        }

        /** There are three of them, and all say yes. */
        private void stewards() {
            daysAgo(127);
            Made<Nomination> tomas = script.make(() -> nominations.nominate(
                    as("amara"),
                    "",
                    cast.person("tomas"),
                    "Nobody should merge alone. Tomas has kept the shift plans in order for years and reads to the end.",
                    ""));
            daysAgo(126.5);
            script.act(() -> nominations.accept(as("tomas"), tomas.get().subject()));
            script.act(() -> nominations.agree(as("ngozi"), tomas.get().subject()));
        }

        private void silentStart() {
            daysAgo(118);
            Made<Idea> idea = publish("ngozi", "Begin meetings in silence", """
                    Half an hour of our meetings is spent on reading out what everybody has been sent.

                    I propose that whoever calls a meeting writes **one page**, and that we read it together in silence for five \
                    minutes. Then we talk. We would try it in four teams for a month and count how long it takes until somebody \
                    says something that was not on the page.

                    > What is to be decided, what is known, what is open.
                    """, 1, "", 4, 0, 6, 0);
            daysAgo(117);
            Made<Comment> doubt = comment(
                    "joaquin",
                    idea,
                    null,
                    "We did this in the food bank. It died when the person who cared went on holiday. How will you keep it alive?");
            daysAgo(116.5);
            comment(
                    "ngozi",
                    idea,
                    doubt,
                    "By putting it into the invitation: no page, no meeting. Would you help to test exactly that?");
            daysAgo(115);
            pledge("ngozi", idea, EffortKind.DO, 4, -90);
            pledge("joaquin", idea, EffortKind.TEST, 3, -90);
            daysAgo(114);
            pledge("mei", idea, EffortKind.TEST, 3, -90);
            Supplier<Subject> project = projectOf(idea);
            daysAgo(113);
            script.act(() -> conveners.take(as("ngozi"), project.get()));
            script.act(() -> plans.set(
                    as("ngozi"),
                    project.get(),
                    List.of(new Measure(
                            "Minutes until something new is said",
                            "with a watch, by whoever takes the minutes",
                            "12",
                            "5")),
                    dayIn(-5),
                    ""));
            daysAgo(112);
            done("ngozi", "ngozi", project, "Write the one-page template");
            done("mei", "ngozi", project, "Ask four teams to try it for a month");
            work(
                    "ngozi",
                    "tomas",
                    idea,
                    EffortKind.DO,
                    4,
                    -110,
                    "The template, after trying three versions on the board");
            work("mei", "ngozi", idea, EffortKind.TEST, 3, -100, "Sat in four meetings with a watch");
            work("joaquin", "ngozi", idea, EffortKind.TEST, 2, -96, "Two meetings at the food bank");
            daysAgo(95);
            script.act(() -> updates.post(
                    as("ngozi"),
                    project.get(),
                    "Four teams are in. The harbour office asked for the template in Spanish; it is on its way."));
            merge(
                    "ngozi",
                    "tomas",
                    "meetings/silent-start.md",
                    "silent-start.md",
                    "Add: Silent start",
                    "Four teams tried it and want to keep it; this writes down what they do.",
                    project,
                    93);
            trying.silentStart(script, this::as, today);
        }

        private void newcomers() {
            daysAgo(100);
            Made<Idea> idea = publish(
                    "tomas",
                    "Nobody starts alone",
                    "Each newcomer gets one person for a fortnight who is *not* their coordinator. Three things happen: a walk and a lunch on day one, a question on day four, three written lines on day fourteen.",
                    4,
                    "I coordinate newcomers, so it would save me work",
                    2,
                    4,
                    0,
                    0);
            daysAgo(98);
            pledge("tomas", idea, EffortKind.DO, 2, -80);
            pledge("amara", idea, EffortKind.SUPPORT, 4, -70);
            Supplier<Subject> project = projectOf(idea);
            daysAgo(97);
            script.act(() -> conveners.take(as("tomas"), project.get()));
            script.act(() -> plans.set(
                    as("tomas"),
                    project.get(),
                    List.of(new Measure(
                            "Newcomers who are still here after two months",
                            "of those who began, in percent",
                            "45",
                            "70")),
                    dayIn(-20),
                    ""));
            work(
                    "tomas",
                    "ngozi",
                    idea,
                    EffortKind.DO,
                    2,
                    -90,
                    "Wrote the three steps down and tried them with one newcomer");
            work("amara", "tomas", idea, EffortKind.SUPPORT, 4, -75, "Walked and lunched with two newcomers");
            merge(
                    "amara",
                    "tomas",
                    "people/first-fortnight.md",
                    "newcomers.md",
                    "Add: A first fortnight",
                    "It worked with the first three newcomers; others asked how.",
                    project,
                    72);
            trying.newcomers(script, this::as, today);
        }

        private void briefings() {
            daysAgo(40);
            Made<Idea> idea = publish(
                    "sofie",
                    "One-page briefings before every volunteer shift",
                    """
                    Half of our shifts start with ten minutes of people asking each other what is going on. A page that fits on a phone, \
                    written by whoever led the last shift, would mend that and teach people to hand over well.

                    I propose that we write a template, try it on four shifts in two places for a month, and count how long it takes \
                    until everybody is at work.
                    """,
                    4,
                    "I coordinate the Saturday shift",
                    6,
                    4,
                    8,
                    2);
            daysAgo(39);
            Made<Comment> board =
                    comment("joaquin", idea, null, "We have a whiteboard for this. Would a photo of it do?");
            daysAgo(38.8);
            comment("sofie", idea, board, "For a start, yes. Then let us see what people really look at.");
            daysAgo(36);
            pledge("sofie", idea, EffortKind.DO, 6, 10);
            pledge("amara", idea, EffortKind.SUPPORT, 4, 20);
            pledge("farid", idea, EffortKind.TEST, 5, 20);
            daysAgo(34);
            pledge("mei", idea, EffortKind.TEST, 3, 25);
            pledge("joaquin", idea, EffortKind.IMPLEMENT, 2, 30);
            Supplier<Subject> project = projectOf(idea);
            daysAgo(33);
            script.act(() -> conveners.take(as("sofie"), project.get()));
            script.act(() -> plans.set(
                    as("sofie"),
                    project.get(),
                    List.of(new Measure("Minutes until everybody is at work", "by the clock at the door", "14", "6")),
                    dayIn(27),
                    ""));
            done("sofie", "sofie", project, "Write the template");
            Made<Task> saturdays =
                    script.make(() -> tasks.add(as("sofie"), project.get(), "Try it on two Saturday shifts"));
            script.act(() -> tasks.claim(as("farid"), saturdays.get().subject()));
            script.act(() -> tasks.add(as("sofie"), project.get(), "Try it on two weekday shifts in the old town"));
            work("sofie", "amara", idea, EffortKind.DO, 5, -25, "The template and a laminated copy for each door");
            work("farid", "sofie", idea, EffortKind.TEST, 2, -12, "First Saturday: nine minutes, down from fourteen");
            daysAgo(6);
            script.act(() -> contributions.log(
                    as("mei"),
                    idea.get().subject(),
                    new Work(
                            EffortKind.TEST,
                            Hours.of(2),
                            dayIn(-6),
                            "Two evenings at the old town door with a watch",
                            "")));
            daysAgo(3);
            propose(
                    "sofie",
                    "shifts/briefing.md",
                    "shift-briefing.md",
                    "Add: Shift briefings",
                    "The template as it is after two Saturdays, so that others can begin.",
                    project);
        }

        private void asking() {
            daysAgo(80);
            merge(
                    "mei",
                    "amara",
                    "people/ask-before-you-advise.md",
                    "asking.md",
                    "Add: Ask before you advise",
                    "We talk about it in every second one-to-one; here it is in one place.",
                    null,
                    79);
        }

        private void open() {
            daysAgo(9);
            Made<Idea> pair = publish(
                    "mei",
                    "Pair every new coordinator with someone from another town",
                    "Newcomers learn our habits, including the bad ones. A pair from elsewhere sees them.\n\nTwo calls a month, for half a year, and each pair tells us one habit to drop.",
                    2,
                    "",
                    4,
                    6,
                    0,
                    6);
            pledge("mei", pair, EffortKind.DO, 4, 30);
            daysAgo(7);
            pledge("tomas", pair, EffortKind.SUPPORT, 3, 60);
            daysAgo(6);
            comment(
                    "farid",
                    pair,
                    null,
                    "فكرة جميلة. أستطيع أن أسأل جمعية الميناء في طنجة إن كان أحد يرغب في أن يكون الطرف الآخر.");
            daysAgo(5);
            publish(
                    "joaquin",
                    "Actas en una página, y en el mismo día",
                    "Las actas llegan cuando ya nadie se acuerda. Propongo **una página**, escrita en la reunión, enviada al salir.\n\n- qué se decidió\n- quién hace qué, y para cuándo\n- qué quedó abierto",
                    1,
                    "",
                    2,
                    0,
                    4,
                    0);
            daysAgo(4);
            Made<Idea> prize = publish(
                    "sofie",
                    "A prize for the volunteer of the month",
                    "Let us vote on it and print a certificate.",
                    4,
                    "",
                    0,
                    0,
                    0,
                    0);
            daysAgo(3.5);
            comment(
                    "ngozi",
                    prize,
                    null,
                    "Who would feel *less* seen because of it? In my old group that was the effect.");
            daysAgo(3);
            script.act(() -> ideas.withdraw(
                    as("sofie"),
                    prize.get().subject(),
                    "Ngozi convinced me: a prize makes one person seen and twenty unseen."));
            daysAgo(2);
            join("lena");
            daysAgo(1.5);
            Made<Nomination> meetings = script.make(() -> nominations.nominate(
                    as("joaquin"),
                    "meetings",
                    cast.person("ngozi"),
                    "She wrote the silent start, sat in on every trial of it, and answers everybody who asks.",
                    ""));
            daysAgo(1.3);
            script.act(() -> nominations.accept(as("ngozi"), meetings.get().subject()));
            daysAgo(1.2);
            comment(
                    "lena",
                    pair,
                    null,
                    "I am new here. Is there something like this for people who only come once a month?");
        }

        private Made<Idea> publish(String name, String title, String text, int clause, String interest, int... hours) {
            Map<EffortKind, Hours> needed = new EnumMap<>(EffortKind.class);
            for (EffortKind kind : EffortKind.values()) needed.put(kind, Hours.of(hours[kind.ordinal()]));
            Wording wording = new Wording(title, text, clause, interest);
            return script.make(() -> ideas.publish(as(name), wording, new NeededHours(needed)));
        }

        private Made<Comment> comment(String name, Supplier<Idea> idea, @Nullable Supplier<Comment> to, String text) {
            return script.make(() -> discussions.say(
                    as(name),
                    idea.get().subject(),
                    to == null ? null : to.get().subject().number(),
                    text));
        }

        private void pledge(String name, Supplier<Idea> idea, EffortKind kind, int hours, int by) {
            script.act(() ->
                    efforts.pledge(as(name), idea.get().subject(), new Promise(kind, Hours.of(hours), dayIn(by))));
        }

        private Supplier<Subject> projectOf(Supplier<Idea> idea) {
            return () -> {
                if (ideas.get(idea.get().subject()).standing() instanceof Idea.Adopted adopted)
                    return adopted.project();
                throw new IllegalStateException(idea.get().title() + " is no project yet");
            };
        }

        private void done(String name, String by, Supplier<Subject> project, String what) {
            Made<Task> task = script.make(() -> tasks.add(as(by), project.get(), what));
            script.act(() -> tasks.claim(as(name), task.get().subject()));
            script.act(() -> tasks.finish(as(name), task.get().subject()));
        }

        private void work(
                String name, String witness, Supplier<Idea> idea, EffortKind kind, int hours, int day, String what) {
            daysAgo(-day);
            Made<Contribution> work = script.make(() -> contributions.log(
                    as(name), idea.get().subject(), new Work(kind, Hours.of(hours), dayIn(day), what, "")));
            daysAgo(-day - 0.5);
            script.act(() -> contributions.confirm(as(witness), work.get().subject()));
        }

        private Made<Change> propose(
                String name, String path, String file, String title, String why, @Nullable Supplier<Subject> from) {
            return script.make(() -> proposals.propose(
                    as(name), new Proposal(path, "", text(file), title, why, "", from == null ? null : from.get())));
        }

        private void merge(
                String name,
                String steward,
                String path,
                String file,
                String title,
                String why,
                @Nullable Supplier<Subject> from,
                int day) {
            daysAgo(day + 2);
            Made<Change> change = propose(name, path, file, title, why, from);
            daysAgo(day + 1);
            script.act(() -> reviews.approve(
                    as(steward), change.get().subject(), change.get().version(), ""));
            daysAgo(day);
            script.act(() -> reviews.merge(as(steward), change.get().subject()));
        }
    }

    static String text(String file) {
        try (InputStream in = Harbour.class.getResourceAsStream("harbour/" + file)) {
            if (in == null) throw new IllegalStateException("no example text " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
