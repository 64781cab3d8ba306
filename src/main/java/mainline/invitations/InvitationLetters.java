package mainline.invitations;

import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.community.Purpose;
import mainline.look.MailBody;
import mainline.look.Shell;
import mainline.look.Stationery;
import mainline.people.People;
import mainline.people.Secret;
import mainline.platform.Letter;
import mainline.platform.Post;
import mainline.platform.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is written to those who are invited: by whom, what the community is for, and a link of their own. */
@Component
class InvitationLetters {
    private final Post post;
    private final Stationery stationery;
    private final Settings settings;
    private final Communities communities;
    private final People people;
    private final ObjectProvider<Purpose> purposes;

    InvitationLetters(
            Post post,
            Stationery stationery,
            Settings settings,
            Communities communities,
            People people,
            ObjectProvider<Purpose> purposes) {
        this.post = post;
        this.stationery = stationery;
        this.settings = settings;
        this.communities = communities;
        this.people = people;
        this.purposes = purposes;
    }

    /** @param name of whom it is for; may be empty */
    void invite(Member by, String to, String name, Secret key, Shell paper) {
        send("invite", by, to, name, key, paper);
    }

    void remind(Member by, String to, String name, Secret key, Shell paper) {
        send("remind", by, to, name, key, paper);
    }

    private void send(String kind, Member by, String to, String name, Secret key, Shell paper) {
        Community community = communities.find(by.community()).orElseThrow();
        String message = "invitations.letter." + kind;
        String inviter = MailBody.own(people.get(by.person()).name());
        String where = MailBody.own(community.name());
        String subject = paper.say(message + ".subject", inviter, where);
        MailBody body = MailBody.of(paper.locale(), community.name(), subject);
        if (!name.isEmpty()) body = body.says(paper.say("invitations.letter.hello", MailBody.own(name)));
        body = body.says(paper.say(message + ".text", inviter, where))
                .quotes(purposes.getObject().of(community.id()))
                .says(paper.say("invitations.letter.link"))
                .leads(paper.say("invitations.letter.do"), settings.address("/join/" + key.text()))
                .because(paper.say(message + ".why", inviter));
        Stationery.Written written = stationery.write(body);
        post.send(new Letter(to, subject, written.text(), written.html()).from(community.name()));
    }
}
