package mainline.handbook;

import java.time.Instant;
import java.util.Optional;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Settings;
import org.eclipse.jgit.lib.PersonIdent;
import org.springframework.stereotype.Component;

/** How people sign commits: with their name and an address that tells their handle here and no mailbox. */
@Component
public class Signatures {
    private final People people;
    private final Communities communities;
    private final Settings settings;

    Signatures(People people, Communities communities, Settings settings) {
        this.people = people;
        this.communities = communities;
        this.settings = settings;
    }

    public PersonIdent of(CommunityId community, PersonId id, Instant at) {
        Person person = people.get(id);
        String plain = plain(person.name());
        String handle = plain(person.handle());
        return new PersonIdent(
                plain.isEmpty() ? handle : plain,
                handle + "@" + host(),
                at,
                communities.find(community).orElseThrow().zone());
    }

    /** The member who signs with this address here; nobody for addresses of elsewhere, whomever they belong to. */
    public Optional<PersonId> member(CommunityId community, String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || !address.substring(at + 1).equalsIgnoreCase(host())) return Optional.empty();
        return people.byHandle(address.substring(0, at))
                .map(Person::id)
                .filter(person -> communities.isMember(community, person));
    }

    /** What a rule of the community made, not a person: signed with the community's own name. */
    public PersonIdent of(CommunityId id, Instant at) {
        Community community = communities.find(id).orElseThrow();
        String plain = plain(community.name());
        // No handle holds a full stop, so this is nobody's address.
        return new PersonIdent(
                plain.isEmpty() ? community.slug() : plain,
                "community." + community.slug() + "@" + host(),
                at,
                community.zone());
    }

    private String host() {
        String host = settings.baseUrl().getHost();
        return host == null ? "localhost" : host;
    }

    /** The absolute address of a page, such as that of a change. */
    public String address(Subject subject) {
        String slug = communities.find(subject.community()).orElseThrow().slug();
        return settings.address("/" + slug + "/" + subject.path());
    }

    private static String plain(String text) {
        String plain = text.replaceAll("[<>\\p{Cc}]", "").strip();
        return plain.matches("[\\p{Punct}\\s]*") ? "" : plain;
    }
}
