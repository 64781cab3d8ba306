package mainline.stewardship;

import gg.jte.Content;
import java.util.List;
import mainline.community.Here;
import mainline.community.MemberPanel;
import mainline.handbook.Roster;
import mainline.handbook.Steward;
import mainline.look.Fragments;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a person's page: what they oversee, until when, and what they oversaw. */
@Component
@Order(20)
class StewardPanel implements MemberPanel {
    private final RosterFile rosterFile;
    private final Fragments fragments;

    StewardPanel(RosterFile rosterFile, Fragments fragments) {
        this.rosterFile = rosterFile;
        this.fragments = fragments;
    }

    /** @param emeritus what they oversaw, in words */
    record Show(Here here, Person person, List<Steward> stewards, List<String> emeritus, Roster roster) {
        String title(String area) {
            return here.say(roster.areas().stream()
                    .filter(each -> each.path().equals(area))
                    .findFirst()
                    .orElseThrow()
                    .title());
        }
    }

    @Override
    public @Nullable Content of(Person person, Here here) {
        Roster roster = rosterFile.roster(here.id());
        List<Steward> stewards = roster.all().stream()
                .filter(steward -> steward.person().equals(person.id()))
                .toList();
        List<String> emeritus = roster.areas().stream()
                .filter(area -> area.emeriti().contains(person.id()))
                .map(area -> here.say(area.title()))
                .toList();
        return stewards.isEmpty() && emeritus.isEmpty()
                ? null
                : fragments.of("stewardship/person", new Show(here, person, stewards, emeritus, roster));
    }
}
