package mainline.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainline.community.Here;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import mainline.text.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Tells entries in sentences of the reader's language, for the record itself and for any page that shows what happened. */
@Component
public class RecordView {
    // Characters that no text can hold (the database refuses the one, pages strip the others) mark the gaps.
    private static final String PERSON = "\uFDD0";
    private static final String SUBJECT = "\uFDD1";
    private static final String NOTE = "\uFDD2";

    private static final int LOOKED_THROUGH = 100;

    private final PublicRecord record;
    private final People people;

    RecordView(PublicRecord record, People people) {
        this.record = record;
        this.people = people;
    }

    /** The newest entries, told. */
    public List<Told> newest(Here here, int most) {
        return tell(here, record.list(here.id(), RecordFilter.all(), 0, most).items());
    }

    /**
     * What others did since then, one line for each thing, the newest first.
     *
     * @param most lines
     */
    public List<Fresh> since(Here here, Instant since, int most) {
        Map<Subject, List<Entry>> things = new LinkedHashMap<>();
        for (Entry entry :
                record.list(here.id(), RecordFilter.all(), 0, LOOKED_THROUGH).items()) {
            if (!entry.at().isAfter(since)) break;
            PersonId by = entry.act().by();
            if (by != null && here.isViewer(by)) continue;
            things.computeIfAbsent(entry.act().subject(), any -> new ArrayList<>())
                    .add(entry);
        }
        List<List<Entry>> shown = things.values().stream().limit(most).toList();
        List<Told> told = tell(here, shown.stream().map(List::getFirst).toList());
        return IntStream.range(0, shown.size())
                .mapToObj(i -> new Fresh(told.get(i), shown.get(i).size() - 1))
                .toList();
    }

    /** Each entry as a sentence; the people in them cost one question to the database at most. */
    public List<Told> tell(Here here, List<Entry> entries) {
        Set<PersonId> ids = entries.stream()
                .map(entry -> entry.act().by())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<PersonId, Person> known = people.all(ids);
        return entries.stream().map(entry -> tell(here, entry, known)).toList();
    }

    private static Told tell(Here here, Entry entry, Map<PersonId, Person> known) {
        Act act = entry.act();
        if (entry.erased()) return erased(here, entry);
        String sentence = here.say("record." + act.verb(), PERSON, SUBJECT, NOTE);
        String markup = HtmlUtils.htmlEscape(sentence, "UTF-8")
                .replace(PERSON, person(here, act.by(), known))
                .replace(SUBJECT, subject(here, act))
                .replace(NOTE, note(here, act));
        return new Told(entry.id(), entry.at(), act.verb(), new Html(markup), here.path("record/" + entry.id()));
    }

    private static Told erased(Here here, Entry entry) {
        Html markup = new Html(HtmlUtils.htmlEscape(here.say("record.erased-line"), "UTF-8"));
        return new Told(entry.id(), entry.at(), entry.act().verb(), markup, here.path("record/" + entry.id()));
    }

    private static String person(Here here, @Nullable PersonId by, Map<PersonId, Person> known) {
        Person person = by == null ? null : known.get(by);
        return person == null
                ? HtmlUtils.htmlEscape(here.say("record.by-itself"), "UTF-8")
                : link(here.path("people/" + person.handle()), person.name());
    }

    private static String subject(Here here, Act act) {
        String title = act.facts().getOrDefault("title", "");
        return link(here.path(act.subject().path()), title.isBlank() ? here.say("record.untitled") : title);
    }

    private static String note(Here here, Act act) {
        String note = here.say(Reason.of("record.note", act.note()));
        String day = act.facts().getOrDefault("day", "");
        if (day.isEmpty()) return bdi(note);
        String told = bdi(here.shell().date(LocalDate.parse(day)));
        return note.isEmpty() ? told : told + ": " + bdi(note);
    }

    private static String link(String path, String text) {
        return "<a href=\"" + HtmlUtils.htmlEscape(path, "UTF-8") + "\">" + bdi(text) + "</a>";
    }

    private static String bdi(String text) {
        return "<bdi>" + HtmlUtils.htmlEscape(text.replaceAll("[\uFDD0-\uFDD2]", ""), "UTF-8") + "</bdi>";
    }
}
