package mainline.community;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mainline.kernel.Refused;
import mainline.people.Person;
import mainline.text.Markdown;
import mainline.text.Mention;
import org.springframework.stereotype.Component;

/** Whom a text mentions, and how many it may. */
@Component
public class Mentions {
    /** Whoever wants more people to hear of something has other ways than to call each by name. */
    static final int MOST = 10;

    private final CalledPeople called;

    Mentions(CalledPeople called) {
        this.called = called;
    }

    /**
     * For what is typed here and {@link Written} later or under another name, so that it is said beside its own field.
     *
     * @throws Refused when it mentions too many
     */
    public void check(Member by, String field, String text) {
        in(by, field, text);
    }

    /** Other members of the community. @throws Refused when they are too many */
    List<Person> in(Member by, String field, String text) {
        Set<String> handles = handles(Stream.of(text));
        if (handles.isEmpty()) return List.of();
        List<Person> mentioned = called.of(by.community(), handles).values().stream()
                .filter(person -> !person.id().equals(by.person()))
                .toList();
        if (mentioned.size() > MOST) throw Refused.because(field, "mention.too-many", MOST, mentioned.size());
        return mentioned;
    }

    static Set<String> handles(Stream<String> texts) {
        Set<String> handles = new LinkedHashSet<>();
        texts.flatMap(text -> Markdown.prose(text).marks().stream()).forEach(mark -> {
            if (mark instanceof Mention mention) handles.add(mention.handle());
        });
        return handles;
    }
}
