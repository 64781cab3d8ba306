package mainline.record;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mainline.community.Here;
import mainline.community.MeantPeople;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.people.Person;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The record as everybody may read it. */
@Controller
@RequestMapping("/{community}/record")
class RecordPages {
    private static final int PAGE = 50;

    /** The first words of verbs, as later modules use them. */
    static final List<String> TOPICS = List.of(
            "community",
            "entry",
            "member",
            "operator",
            "mission",
            "idea",
            "comment",
            "decision",
            "concern",
            "consent",
            "need",
            "pledge",
            "project",
            "task",
            "contribution",
            "handbook",
            "change",
            "approval",
            "steward",
            "nomination",
            "recall",
            "measure",
            "practice",
            "trial",
            "evaluation",
            "verdict");

    /** @param older the address of the next page, if there is one */
    record Index(
            Here here,
            List<Told> entries,
            List<Option> topics,
            Form form,
            @Nullable String older) {}

    /**
     * @param logged its place in the tree; null while it waits
     * @param erased when its personal part was erased; null while it is there
     * @param erasable whether the viewer may have it erased
     * @param verify the command with which anyone checks the whole log
     */
    record Show(
            Here here,
            Told entry,
            Map<String, String> facts,
            @Nullable LoggedEntry logged,
            List<Witnessing> witnesses,
            @Nullable Instant erased,
            boolean erasable,
            String verify) {}

    private final PublicRecord record;
    private final Log log;
    private final RecordView lines;
    private final MeantPeople meant;
    private final Settings settings;

    RecordPages(PublicRecord record, Log log, RecordView lines, MeantPeople meant, Settings settings) {
        this.record = record;
        this.log = log;
        this.lines = lines;
        this.meant = meant;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(
            Here here,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "0") long before) {
        String topic = TOPICS.contains(about) ? about : "";
        String typed = person.strip();
        Person by = typed.isEmpty() ? null : meant.find(here.id(), typed).orElse(null);
        boolean nobody = !typed.isEmpty() && by == null;
        Paged<Entry> entries = nobody
                ? new Paged<>(List.of(), null)
                : record.list(here.id(), new RecordFilter(topic, by == null ? null : by.id(), null), before, PAGE);
        String older = entries.next() == null ? null : here.path("record" + query(topic, typed, entries.next()));
        Form form = Form.of(Map.of("about", topic, "person", typed));
        return Page.show(
                "record/record", new Index(here, lines.tell(here, entries.items()), topics(here), form, older));
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView show(Here here, @PathVariable long id) {
        Entry entry = record.find(here.id(), id).orElseThrow(() -> new Missing("entry " + id));
        Told told = lines.tell(here, List.of(entry)).getFirst();
        LoggedEntry logged = log.find(here.id(), id).orElse(null);
        Person viewer = here.person();
        return Page.show(
                "record/entry",
                new Show(
                        here,
                        told,
                        new TreeMap<>(entry.act().facts()),
                        logged,
                        logged == null
                                ? List.of()
                                : log.witnesses(here.id(), logged.row().seq() + 1),
                        entry.erased() ? record.erased(here.id(), id).orElse(null) : null,
                        viewer != null && record.mayErase(entry, viewer.id()),
                        "bin/mainline verify --url " + settings.address(here.path(""))));
    }

    private static List<Option> topics(Here here) {
        return TOPICS.stream()
                .map(topic -> new Option(topic, here.say("record.topic." + topic)))
                .toList();
    }

    private static String query(String topic, String handle, Cursor before) {
        return "?before=" + before + (topic.isEmpty() ? "" : "&about=" + topic)
                + (handle.isEmpty() ? "" : "&person=" + URLEncoder.encode(handle, StandardCharsets.UTF_8));
    }
}
