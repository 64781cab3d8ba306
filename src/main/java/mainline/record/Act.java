package mainline.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done.
 *
 * @param verb the code of a {@link Verb}; the message {@code record.VERB} tells it in a sentence, with {0} the person (or
 *     the software), {1} the subject's title, {2} the facts {@code day} and {@code note}
 * @param by null when a clock or the software itself acted
 * @param facts public details; {@code title} names the subject as it was then, {@code note} fills the third gap,
 *     after the {@code day} (as 2026-12-20), which is told in the reader's language
 * @param hearers who hears of it when it is done; none of what was read from the record
 */
public record Act(
        String verb, @Nullable PersonId by, Subject subject, Map<String, String> facts, List<Hearer> hearers) {
    /** Whole numbers are names, such as those of versions. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,6}\\.\\d{1,4}");

    public Act(Verb verb, @Nullable PersonId by, Subject subject, Map<String, String> facts) {
        this(verb.code(), by, subject, facts, verb.hearers());
    }

    /** One that was done, as it is read. */
    public static Act done(String verb, @Nullable PersonId by, Subject subject, Map<String, String> facts) {
        return new Act(verb, by, subject, facts, List.of());
    }

    public static Act by(PersonId person, Verb verb, Subject subject, String title) {
        return new Act(verb, person, subject, Map.of("title", title));
    }

    public static Act by(PersonId person, Verb verb, Subject subject, String title, String note) {
        return new Act(verb, person, subject, Map.of("title", title, "note", note));
    }

    public static Act byItself(Verb verb, Subject subject, String title, String note) {
        return new Act(verb, null, subject, Map.of("title", title, "note", note));
    }

    public boolean is(Verb other) {
        return verb.equals(other.code());
    }

    /** The same act, about a day. */
    public Act on(LocalDate day) {
        Map<String, String> more = new HashMap<>(facts);
        more.put("day", day.toString());
        return new Act(verb, by, subject, Map.copyOf(more), hearers);
    }

    /** The fact {@code note} for the third gap: what it names, or an amount as a number, so that both are told in the reader's language. */
    public Object note() {
        String note = facts.getOrDefault("note", "");
        if (AMOUNT.matcher(note).matches()) return new BigDecimal(note);
        return HandbookPart.of(this).<Object>map(part -> part).orElse(note);
    }
}
