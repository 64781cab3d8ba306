package mainline.stewardship;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainline.changes.Change;
import mainline.community.Member;
import mainline.community.MemberLeft;
import mainline.handbook.Handbook;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The terms of stewards, and how they end: by the person's own word, by leaving, or by the calendar. The whole handbook never
 * loses its last steward by any of them.
 */
@Component
public class Tenures {
    private final RosterFile rosterFile;
    private final Handbook handbook;
    private final People people;
    private final StewardNotices notices;
    private final StewardActs acts;

    Tenures(RosterFile rosterFile, Handbook handbook, People people, StewardNotices notices, StewardActs acts) {
        this.rosterFile = rosterFile;
        this.handbook = handbook;
        this.people = people;
        this.notices = notices;
        this.acts = acts;
    }

    /** The term for which somebody is named for an area, whether or not it is over. */
    public Optional<Term> of(CommunityId community, String area, PersonId person) {
        return rosterFile.term(community, area, person);
    }

    /**
     * Gives an area back, at once.
     *
     * @param thanked whether to be named among those who oversaw it; after a whole year one is in any case
     * @throws Refused as a whole, for the last one over the whole handbook or somebody who does not oversee it
     */
    @Transactional
    public void stepDown(Member member, String area, boolean thanked) {
        CommunityId community = member.community();
        handbook.hold(community);
        Term term = rosterFile
                .term(community, area, member.person())
                .orElseThrow(() -> Refused.because("", "steward.not-there"));
        if (rosterFile.isLast(community, area, member.person())) throw Refused.because("", "steward.last");
        boolean emeritus = thanked || term.isFullYear(rosterFile.today(community));
        end(community, area, member.person(), new Change.ByPerson(member.person()), emeritus);
        notices.steppedDown(community, area, member.person());
    }

    void end(CommunityId community, String area, PersonId person, Change.Origin origin, boolean emeritus) {
        String handle = people.get(person).handle();
        String name = people.get(person).name();
        PersonId author = origin instanceof Change.ByPerson ? person : null;
        String key = switch (origin) {
            case Change.ByPerson own -> "steward.words.stepped-down";
            case Change.ByRule rule -> "steward.words." + rule.name();
            case Change.ByDecision decided -> throw new IllegalArgumentException("decided elsewhere");
        };
        Optional<Subject> change = rosterFile.change(
                community,
                origin,
                author,
                rosterFile.say(community, key, name, rosterFile.name(community, area)),
                rosterFile.say(community, emeritus ? "steward.why.emeritus" : "steward.why.ended", name),
                file -> emeritus ? file.retired(area, handle) : file.without(area, handle));
        if (change.isPresent()) tell(verb(origin), author, community, person, area);
    }

    private static Verb verb(Change.Origin origin) {
        return switch (origin) {
            case Change.ByPerson own -> StewardshipVerb.STEWARD_STEPPED_DOWN;
            case Change.ByRule rule ->
                rule.name().equals("left") ? StewardshipVerb.STEWARD_LEFT : StewardshipVerb.STEWARD_TERM_OVER;
            case Change.ByDecision decided -> StewardshipVerb.STEWARD_RECALLED;
        };
    }

    private void tell(Verb verb, @Nullable PersonId by, CommunityId community, PersonId steward, String area) {
        Subject about = new Subject(community, Subject.Kind.AREA, 0);
        if (by == null) acts.byItself(verb, about, steward, area);
        else acts.by(by, verb, about, steward, area);
    }

    /** Who leaves oversees nothing any more, except that the file does not lose its last name for the whole handbook. */
    @EventListener
    @Order(2)
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(MemberLeft left) {
        handbook.hold(left.community());
        LocalDate today = rosterFile.today(left.community());
        for (String area : rosterFile.areasOf(left.community(), left.person())) {
            Term term = rosterFile.term(left.community(), area, left.person()).orElseThrow();
            if (rosterFile.isLast(left.community(), area, left.person())) continue;
            end(left.community(), area, left.person(), new Change.ByRule("left"), term.isFullYear(today));
        }
    }

    /** The areas a member oversees, with the term for each. */
    List<Held> held(CommunityId community, PersonId person) {
        return rosterFile.areasOf(community, person).stream()
                .map(area ->
                        new Held(area, rosterFile.term(community, area, person).orElseThrow()))
                .toList();
    }

    record Held(String area, Term term) {}
}
