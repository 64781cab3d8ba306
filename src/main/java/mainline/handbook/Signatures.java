package mainline.handbook;

import java.time.Instant;
import mainline.community.Communities;
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
        String host = settings.baseUrl().getHost();
        return new PersonIdent(
                plain.isEmpty() ? handle : plain,
                handle + "@" + (host == null ? "localhost" : host),
                at,
                communities.find(community).orElseThrow().zone());
    }

    /** The absolute address of a change's page. */
    public String address(Subject change) {
        String slug = communities.find(change.community()).orElseThrow().slug();
        return settings.address("/" + slug + "/" + change.path());
    }

    private static String plain(String text) {
        String plain = text.replaceAll("[<>\\p{Cc}]", "").strip();
        return plain.matches("[\\p{Punct}\\s]*") ? "" : plain;
    }
}
