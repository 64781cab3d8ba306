package mainline.founding;

import static mainline.founding.Step.What.CLAUSES;
import static mainline.founding.Step.What.IDEA;
import static mainline.founding.Step.What.MAIL;
import static mainline.founding.Step.What.PAGE;
import static mainline.founding.Step.What.PEOPLE;
import static mainline.founding.Step.What.QUESTION;
import static mainline.founding.Step.What.READERS;
import static mainline.founding.Step.What.RULES;
import static mainline.founding.Step.What.STEWARD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Here;
import mainline.decisions.RuleBook;
import mainline.decisions.Strictness;
import mainline.handbook.Steward;
import mainline.handbook.Stewards;
import mainline.invitations.InvitationLinks;
import mainline.mission.Mission;
import mainline.platform.Settings;
import org.springframework.stereotype.Component;

/** What a new community needs. Nobody ticks anything: a step is done when what it asks for is there. */
@Component
class Checklist {
    private static final int ENOUGH_CLAUSES = 3;

    private final Mission mission;
    private final RuleBook rules;
    private final Counts counts;
    private final Stewards stewards;
    private final InvitationLinks invitations;
    private final MailTrial mail;
    private final Settings settings;

    Checklist(
            Mission mission,
            RuleBook rules,
            Counts counts,
            Stewards stewards,
            InvitationLinks invitations,
            MailTrial mail,
            Settings settings) {
        this.mission = mission;
        this.rules = rules;
        this.counts = counts;
        this.stewards = stewards;
        this.invitations = invitations;
        this.mail = mail;
        this.settings = settings;
    }

    /** In the order in which they are best done. */
    List<Step> of(Here here) {
        Map<Count, Long> there = counts.of(here.id());
        List<Step> steps = new ArrayList<>();
        boolean clauses = mission.clauses(here.id()).size() >= ENOUGH_CLAUSES;
        steps.add(Step.of(CLAUSES, clauses, "founding/clauses"));
        String readers = here.say("community.visibility." + here.community().visibility());
        steps.add(new Step(READERS, true, "visibility", List.of(readers)));
        steps.add(new Step(RULES, true, "decisions/rules", List.of(strictness(here))));
        if (triesMail(here)) steps.add(Step.of(MAIL, mail.works(), "/admin/mail"));
        boolean people = there.getOrDefault(Count.MEMBERS, 0L) > 1 || invitations.anyMailed(here.id());
        steps.add(Step.of(PEOPLE, people, "invitations/mailed"));
        steps.add(Step.of(QUESTION, has(there, Count.DECISIONS), "founding/questions"));
        steps.add(Step.of(IDEA, has(there, Count.IDEAS), "ideas/new"));
        boolean changed = has(there, Count.MERGED_CHANGES) || has(there, Count.OPEN_CHANGES);
        steps.add(Step.of(PAGE, changed, "handbook"));
        steps.add(Step.of(STEWARD, overseers(here) > 1, "stewards/nominations/new"));
        return steps;
    }

    private String strictness(Here here) {
        return here.say("rules.strictness."
                + Strictness.of(rules.current(here.id())).map(Strictness::name).orElse("OWN"));
    }

    private static boolean has(Map<Count, Long> there, Count what) {
        return there.getOrDefault(what, 0L) > 0;
    }

    /** Mail is the matter of those who run the installation, and of nobody where it is an example. */
    private boolean triesMail(Here here) {
        var me = here.shell().me();
        return me != null && me.operator() && !settings.demo();
    }

    private long overseers(Here here) {
        return stewards.of(here.id()).stream().map(Steward::person).distinct().count();
    }
}
