package mainline;

import java.util.Map;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.discussion.Comment;
import mainline.discussion.Discussions;
import mainline.effort.EffortKind;
import mainline.effort.Hours;
import mainline.effort.NeededHours;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.mission.Founding;
import mainline.people.People;

/** A community with a lot in it: the longest names, a page of Arabic, and one discussion of hundreds of comments. */
final class Crowd {
    private static final String LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsverein";
    static final String SLUG = "crowd";
    static final int COMMENTS = 400;

    private final People people;
    private final Communities communities;
    private final Ideas ideas;
    private final Discussions discussions;
    private final Community community;

    Crowd(
            People people,
            Founding founding,
            Communities communities,
            Ideas ideas,
            Discussions discussions,
            String mail) {
        this.people = people;
        this.communities = communities;
        this.ideas = ideas;
        this.discussions = discussions;
        community = founding.found(
                LONG + " von 1829",
                SLUG,
                "Europe/Vienna",
                "Wir lassen niemanden allein, der je auf einem Schiff der " + LONG
                        + " gefahren ist, und zeigen es jedes Jahr neu.",
                people.byMail(mail).orElseThrow().id());
    }

    void gather() {
        Member anna = join("Anna-Magdalena Wolkenstein-Trostburg zu Hohenems und Altenburg am Großglockner");
        Member farid = join("فريد بن عبد الرحمن الحداد");
        Member wen = join("文");
        for (int n = 1; n <= 30; n++)
            publish(anna, "Idee " + n + ": " + LONG.substring(0, 20 + n), "Kurz gesagt. **Wirklich.**");
        publish(
                farid,
                "لنبدأ كل اجتماع بخمس دقائق من الصمت",
                "نقرأ في صمت ثم نتكلم. **جرّبناه مرتين** وكان مفيدا.\n\n- أولا\n- ثانيا");
        Idea idea = publish(
                anna,
                "https://example.org/" + LONG.toLowerCase().repeat(2),
                "| a | b |\n|---|---|\n| " + LONG + " | " + LONG + " |\n\n    " + LONG.repeat(3));
        Long last = null;
        for (int n = 0; n < COMMENTS; n++) {
            Member who = n % 3 == 0 ? farid : n % 3 == 1 ? wen : anna;
            Comment said = discussions.say(
                    who,
                    idea.subject(),
                    n % 10 == 0 ? null : last,
                    n % 3 == 0 ? "هذا صحيح، ولكن لماذا الآن؟ " + n : "Point " + n + ". " + LONG);
            last = said.subject().number();
        }
    }

    private Member join(String name) {
        Member member = new Member(community.id(), people.bring(name, null).id());
        communities.join(community.id(), member.person());
        return member;
    }

    private Idea publish(Member who, String title, String text) {
        return ideas.publish(
                who, new Wording(title, text, 1, LONG), new NeededHours(Map.of(EffortKind.DO, Hours.of(3))));
    }
}
