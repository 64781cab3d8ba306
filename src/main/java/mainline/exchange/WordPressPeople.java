package mainline.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.MailAddress;
import org.jspecify.annotations.Nullable;

/** Who wrote in a blog. The same address is the same person; without an address, the same name in this blog is. */
final class WordPressPeople {
    private static final int LONGEST = 90;

    private final WordPressExport export;
    private final CommunityId community;
    private final People people;
    private final ImportedStore imported;
    private final Told told;
    private final Map<String, PersonId> known = new HashMap<>();
    private int brought;

    WordPressPeople(WordPressExport export, CommunityId community, People people, ImportedStore imported, Told told) {
        this.export = export;
        this.community = community;
        this.people = people;
        this.imported = imported;
        this.told = told;
    }

    int brought() {
        return brought;
    }

    PersonId of(WordPressExport.Post post) {
        WordPressExport.Author author = export.authors().get(post.login());
        return author == null ? person(post.login(), "") : person(name(author), author.mail());
    }

    PersonId of(WordPressExport.Remark remark) {
        if (!remark.authorId().equals("0"))
            for (WordPressExport.Author author : export.authors().values())
                if (author.id().equals(remark.authorId())) return person(name(author), author.mail());
        return person(remark.name(), remark.mail());
    }

    static Person founder(People people, WordPressExport export, String login) {
        WordPressExport.Author author = export.authors().get(login);
        String name = PlainNames.cut(author == null ? login : name(author), LONGEST);
        return people.bring(name.isEmpty() ? PlainNames.UNKNOWN : name, author == null ? null : address(author.mail()));
    }

    private static String name(WordPressExport.Author author) {
        return author.name().isEmpty() ? author.login() : author.name();
    }

    private static @Nullable String address(String mail) {
        return MailAddress.read(mail)
                .filter(read -> read.host().contains("."))
                .map(MailAddress::text)
                .orElse(null);
    }

    static String source(WordPressExport export, String what) {
        String site = export.site();
        return "wordpress:" + site.substring(0, Math.min(1000, site.length())) + "#" + what;
    }

    private PersonId person(String written, String mail) {
        String plain = PlainNames.plain(written);
        String address = address(mail);
        String key = address == null
                ? plain.substring(
                        0, plain.offsetByCodePoints(0, Math.min(200, plain.codePointCount(0, plain.length()))))
                : address;
        String source = source(export, "person-" + key.toLowerCase(Locale.ROOT));
        PersonId kept = known.get(source);
        if (kept != null) return kept;
        Optional<Subject> there = imported.find(community, source);
        PersonId person =
                there.map(subject -> new PersonId(subject.number())).orElseGet(() -> bring(plain, address, source));
        known.put(source, person);
        return person;
    }

    private PersonId bring(String plain, @Nullable String address, String source) {
        String name = PlainNames.cut(plain, LONGEST);
        if (name.isEmpty()) told.changed("person without a name, Unknown now", "people without a name, Unknown now");
        else if (!name.equals(plain)) told.changed("long name shortened", "long names shortened");
        PersonId person = people.bring(name.isEmpty() ? PlainNames.UNKNOWN : name, address)
                .id();
        imported.add(source, new Subject(community, Subject.Kind.MEMBER, person.value()));
        brought++;
        return person;
    }
}
