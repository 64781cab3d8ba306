package mainline.notices;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/**
 * A person's wish to get no more of some mail, as it stands signed in an address of every letter.
 *
 * @param person whose mail it is
 * @param of what is to end
 */
record Wish(PersonId person, Of of) {
    private static final Pattern CODE =
            Pattern.compile("(\\d{1,18})[.](?:(all|direct|digest)|(\\d{1,18})[.]([A-Z]{1,20}-\\d{1,18}))");

    sealed interface Of {}

    /** All mail. */
    record Everything() implements Of {}

    /** What is mailed by itself; it joins the digest. */
    record Direct() implements Of {}

    record Digest() implements Of {}

    /** Whatever is about one thing, and about what becomes of it. */
    record Thing(CommunityId community, String what) implements Of {}

    String code() {
        return person.value() + "."
                + switch (of) {
                    case Everything all -> "all";
                    case Direct direct -> "direct";
                    case Digest digest -> "digest";
                    case Thing thing -> thing.community().value() + "." + thing.what();
                };
    }

    static Optional<Wish> of(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) return Optional.empty();
        PersonId person = new PersonId(Long.parseLong(parts.group(1)));
        if (parts.group(2) == null)
            return Optional.of(
                    new Wish(person, new Thing(new CommunityId(Long.parseLong(parts.group(3))), parts.group(4))));
        return Optional.of(new Wish(
                person,
                switch (parts.group(2)) {
                    case "direct" -> new Direct();
                    case "digest" -> new Digest();
                    default -> new Everything();
                }));
    }
}
