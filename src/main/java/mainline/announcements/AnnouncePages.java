package mainline.announcements;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.text.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing an announcement, for those who may; the others are told who may. */
@Controller
@RequestMapping("/{community}/announcements")
class AnnouncePages {

    /**
     * @param voices in whose name the reader may write; empty for who may not
     * @param urgent whether they may write what is mailed at once
     */
    record Announce(
            Here here,
            Form form,
            List<Option> voices,
            boolean urgent,
            @Nullable Html preview) {}

    private final Announcements announcements;
    private final Voices voices;
    private final Restraint restraint;

    AnnouncePages(Announcements announcements, Voices voices, Restraint restraint) {
        this.announcements = announcements;
        this.voices = voices;
        this.restraint = restraint;
    }

    /** @param as what the writer wants to speak for, such as {@code PROJECT-3} */
    @GetMapping("/new")
    ModelAndView write(Here here, @RequestParam(defaultValue = "") String as) {
        return Page.show("announcements/announce", page(here, Form.of(Map.of("as", as)), null));
    }

    @PostMapping("/preview")
    ModelAndView preview(Here here, @RequestParam Map<String, String> fields) {
        Html preview = here.preview(fields.getOrDefault("text", ""));
        return Page.show("announcements/announce", page(here, Form.of(fields), preview));
    }

    @PostMapping
    ModelAndView announce(Here here, @RequestParam Map<String, String> fields) {
        AnnouncementDraft draft = new AnnouncementDraft(
                fields.getOrDefault("title", ""), fields.getOrDefault("text", ""), fields.containsKey("urgent"));
        try {
            Announcement made = announcements.announce(here.member(), fields.getOrDefault("as", ""), draft);
            return Page.go(here.path(made.path()), "announcement.made");
        } catch (Refused refused) {
            return Page.refuse("announcements/announce", page(here, Form.refused(fields, refused), null));
        }
    }

    private Announce page(Here here, Form form, @Nullable Html preview) {
        List<Voice> may = voices.of(here.member());
        return new Announce(
                here,
                form,
                may.stream().map(voice -> option(here, voice)).toList(),
                may.stream().anyMatch(Voice.Stewards.class::isInstance),
                preview);
    }

    private Option option(Here here, Voice voice) {
        Instant next = restraint.until(voice, false).orElse(null);
        Reason often =
                next == null ? Reason.of("announce.often." + voice.role()) : Reason.of("announce.too-soon.as", next);
        return new Option(voice.of().key(), here.say("announce.as." + voice.role(), voice.title()), here.say(often));
    }
}
