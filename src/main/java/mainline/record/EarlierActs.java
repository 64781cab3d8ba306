package mainline.record;

import java.util.function.Function;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.CommunityFounded;
import mainline.community.LanguageChanged;
import mainline.community.MemberJoined;
import mainline.community.MemberLeft;
import mainline.community.VisibilityChanged;
import mainline.invitations.InvitationEnded;
import mainline.invitations.InvitationMade;
import mainline.kernel.CommunityId;
import mainline.kernel.Languages;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.OperatorNamed;
import mainline.people.OperatorRemoved;
import mainline.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes down the acts of the modules that come before the record, in the transactions of these acts. */
@Component
class EarlierActs {
    private final PublicRecord record;
    private final Communities communities;
    private final People people;

    EarlierActs(PublicRecord record, Communities communities, People people) {
        this.record = record;
        this.communities = communities;
        this.people = people;
    }

    /** Before anything that later modules do at a founding. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void founded(CommunityFounded founded) {
        record(founded.community(), founded.founder(), RecordVerb.COMMUNITY_FOUNDED);
    }

    @EventListener
    void joined(MemberJoined joined) {
        record(joined.community(), joined.person(), RecordVerb.MEMBER_JOINED);
    }

    @EventListener
    void left(MemberLeft left) {
        record(left.community(), left.person(), RecordVerb.MEMBER_LEFT);
    }

    @EventListener
    void shown(VisibilityChanged changed) {
        Verb verb = switch (changed.visibility()) {
            case EVERYBODY -> RecordVerb.COMMUNITY_OPENED;
            case MEMBERS -> RecordVerb.COMMUNITY_CLOSED;
        };
        if (changed.by() != null) record(changed.community(), changed.by(), verb);
        else record.add(Act.byItself(verb, subject(changed.community()), name(changed.community()), ""));
    }

    @EventListener
    void spoken(LanguageChanged changed) {
        record.add(Act.by(
                changed.by(),
                RecordVerb.COMMUNITY_LANGUAGE,
                subject(changed.community()),
                name(changed.community()),
                Languages.name(changed.language())));
    }

    @EventListener
    void invited(InvitationMade made) {
        record(made.community(), made.by(), RecordVerb.COMMUNITY_INVITED);
    }

    @EventListener
    void uninvited(InvitationEnded ended) {
        record(ended.community(), ended.by(), RecordVerb.COMMUNITY_INVITATION_ENDED);
    }

    @EventListener
    void operatorNamed(OperatorNamed named) {
        everywhere(community -> about(community, named.by(), RecordVerb.OPERATOR_NAMED, named.person()));
    }

    @EventListener
    void operatorRemoved(OperatorRemoved removed) {
        everywhere(community -> about(community, removed.by(), RecordVerb.OPERATOR_REMOVED, removed.person()));
    }

    private void record(CommunityId community, PersonId by, Verb verb) {
        record.add(Act.by(by, verb, subject(community), name(community)));
    }

    private static Subject subject(CommunityId community) {
        return new Subject(community, Subject.Kind.COMMUNITY, 0);
    }

    private String name(CommunityId community) {
        return communities.find(community).map(Community::name).orElse("");
    }

    /** Whoever runs the installation can reach the data of every community in it, so each is told. */
    private void everywhere(Function<CommunityId, Act> act) {
        communities.all().forEach(community -> record.add(act.apply(community.id())));
    }

    private Act about(CommunityId community, PersonId by, Verb verb, PersonId person) {
        Subject subject = new Subject(community, Subject.Kind.MEMBER, person.value());
        return Act.by(by, verb, subject, people.get(person).name());
    }
}
