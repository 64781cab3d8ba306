package mainline.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.community.Here;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Merging what cannot wait, and the list of what was merged like that and nobody looked at since. */
@Controller
@RequestMapping("/{community}/changes")
class EmergencyPages {
    private static final int SIZE = 30;

    private final Emergencies emergencies;
    private final Changes changes;
    private final Reviews reviews;
    private final People people;

    EmergencyPages(Emergencies emergencies, Changes changes, Reviews reviews, People people) {
        this.emergencies = emergencies;
        this.changes = changes;
        this.reviews = reviews;
        this.people = people;
    }

    record Index(
            Here here, Paged<EmergencyStore.Merge> merges, Map<Long, Change> changes, Map<PersonId, Person> people) {}

    @GetMapping("/emergencies")
    ModelAndView list(Here here, @RequestParam(defaultValue = "0") long before) {
        Paged<EmergencyStore.Merge> merges = emergencies.open(here.id(), before, SIZE);
        List<PersonId> named = new ArrayList<>();
        Map<Long, Change> found = new java.util.HashMap<>();
        for (EmergencyStore.Merge merge : merges.items()) {
            named.add(merge.first());
            named.add(merge.second());
            found.put(merge.change().number(), changes.get(merge.change()));
        }
        return Page.show("review/emergencies", new Index(here, merges, found, people.all(named)));
    }

    record Show(
            Here here,
            Form form,
            Change change,
            List<EmergencyStore.Call> calls,
            List<MergeRule.Check> waiting,
            Map<PersonId, Person> people,
            boolean mayCall,
            boolean called) {}

    @GetMapping("/{number:\\d{1,18}}/emergency")
    ModelAndView show(Here here, @PathVariable long number) {
        return Page.show("review/emergency", page(here, change(here, number), Form.empty()));
    }

    private Change change(Here here, long number) {
        return changes.find(here.id(), number).orElseThrow(() -> new Missing("change " + number));
    }

    private Show page(Here here, Change change, Form form) {
        if (!change.isOpen()) throw new Missing("emergency of a change that is closed");
        List<EmergencyStore.Call> calls = emergencies.calls(change);
        return new Show(
                here,
                form,
                change,
                calls,
                reviews.checks(change).stream()
                        .filter(check -> !check.satisfied())
                        .toList(),
                people.all(calls.stream().map(EmergencyStore.Call::by).toList()),
                here.isMember() && emergencies.mayCall(here.member(), change),
                here.isMember() && calls.stream().anyMatch(call -> here.isViewer(call.by())));
    }

    @PostMapping("/{number:\\d{1,18}}/emergency")
    ModelAndView call(
            Here here,
            @PathVariable long number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String unchecked) {
        Subject subject = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            boolean merged = emergencies.call(here.member(), subject, version, reason, !unchecked.isEmpty());
            return Page.go(
                    here.path(subject.path()), merged ? "change.merged-in-emergency" : "change.emergency-called");
        } catch (Refused refused) {
            Change change = change(here, number);
            if (!change.isOpen()) return Page.go(here.path(subject.path()), "change.emergency-closed");
            Form form = Form.refused(Map.of("reason", reason, "unchecked", unchecked), refused);
            return Page.refuse("review/emergency", page(here, change, form));
        }
    }

    @DeleteMapping("/{number:\\d{1,18}}/emergency")
    ModelAndView takeBack(Here here, @PathVariable long number) {
        Subject subject = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            emergencies.takeBack(here.member(), subject);
            return Page.go(here.path(subject.path()), "change.emergency-taken-back");
        } catch (Refused closed) {
            return Page.go(here.path(subject.path()), "change.emergency-closed");
        }
    }

    @PostMapping("/{number:\\d{1,18}}/emergency/review")
    ModelAndView review(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String note) {
        Subject subject = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            emergencies.review(here.member(), subject, note);
            return Page.go(here.path(subject.path()), "change.emergency-reviewed");
        } catch (Refused refused) {
            return Page.go(here.path(subject.path()), "change.emergency-not-reviewed");
        }
    }
}
