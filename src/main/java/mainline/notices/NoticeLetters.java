package mainline.notices;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Titles;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.look.MailBody;
import mainline.look.Stationery;
import mainline.people.People;
import mainline.platform.Letter;
import mainline.platform.Post;
import mainline.platform.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes notices as letters: one about one thing, or a digest of many. */
@Component
class NoticeLetters {
    /** So many sentences stand in a letter about one thing; the page has them all. */
    private static final int SENTENCES = 10;

    private static final int SENTENCES_IN_DIGEST = 3;

    private final Communities communities;
    private final People people;
    private final Titles titles;
    private final Stationery stationery;
    private final Post post;
    private final Wishes wishes;
    private final Settings settings;
    private final MessageSource messages;
    /** Names and zones, for the length of a round of digests; who may read what is asked anew for each letter. */
    private final Cache<CommunityId, Community> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    NoticeLetters(
            Communities communities,
            People people,
            Titles titles,
            Stationery stationery,
            Post post,
            Wishes wishes,
            Settings settings,
            MessageSource messages) {
        this.communities = communities;
        this.people = people;
        this.titles = titles;
        this.stationery = stationery;
        this.post = post;
        this.wishes = wishes;
        this.settings = settings;
        this.messages = messages;
    }

    Optional<String> address(PersonId person) {
        return people.mail(person);
    }

    Map<PersonId, String> addresses(Collection<PersonId> of) {
        return people.mails(of);
    }

    ZoneId zone(CommunityId community) {
        return community(community).zone();
    }

    /** Those that are not seen yet, of communities that this person may read. */
    List<Told> readable(PersonId person, List<Told> notices) {
        return readable(Map.of(person, notices)).getOrDefault(person, List.of());
    }

    /** The same for many people. */
    Map<PersonId, List<Told>> readable(Map<PersonId, List<Told>> notices) {
        Map<CommunityId, List<PersonId>> readers = new HashMap<>();
        notices.forEach((person, some) -> some.stream()
                .map(told -> told.subject().community())
                .distinct()
                .forEach(community -> readers.computeIfAbsent(community, id -> new ArrayList<>())
                        .add(person)));
        Map<CommunityId, Set<PersonId>> seeing = new HashMap<>();
        readers.forEach((community, all) -> seeing.put(community, Set.copyOf(communities.seeing(community, all))));
        Map<PersonId, List<Told>> open = new LinkedHashMap<>();
        notices.forEach((person, some) -> open.put(
                person,
                some.stream()
                        .filter(told -> !told.seen()
                                && seeing.getOrDefault(told.subject().community(), Set.of())
                                        .contains(person))
                        .toList()));
        return open;
    }

    /** What these are about is called so. */
    Map<Subject, String> titles(List<Group> groups) {
        return titles.of(groups.stream().map(Group::whole).distinct().toList());
    }

    /** What was told of one thing, in a mail that others of the same thing are shown with. */
    Letter about(PersonId person, String address, Ways how, Group group) {
        Locale language = how.language();
        Community community = community(group.whole().community());
        String title = titles.of(List.of(group.whole())).getOrDefault(group.whole(), "");
        List<String> sentences = sentences(group, language, community, SENTENCES);
        String page = page(community, group.size() == 1 ? group.newest().subject() : group.whole());
        MailBody body =
                MailBody.of(language, community.name(), title.isEmpty() ? sentences.getFirst() : MailBody.own(title));
        for (String sentence : sentences) if (!title.isEmpty() || group.size() > 1) body = body.says(sentence);
        body = body.leads(say(language, "notices.letter.open." + group.why().code()), page)
                .because(say(language, "notices.letter.why." + group.why().code(), community.name()));
        Wish.Thing thing = new Wish.Thing(community.id(), group.whole().key());
        String end = wishes.address(new Wish(person, thing));
        body = body.because(say(language, "notices.letter.end-thing"), end)
                .because(say(language, "notices.letter.choose"), settings.address("/me/notices"));
        String subject = title.isEmpty() ? sentences.getFirst() : title;
        return letter(address, subject, body)
                .named(post.id("notice-" + group.newest().id()))
                .following(List.of(post.id(thread(person, community, group.whole()))))
                .ofList(post.list(community.slug(), community.name()))
                .endedAt(end);
    }

    /** No such mail was ever sent; by its name those that follow are kept together. */
    private static String thread(PersonId person, Community community, Subject whole) {
        return "about-" + community.id().value() + "-" + whole.key() + "-" + person.value();
    }

    /** Everything of some time, by community and thing. */
    Letter digest(PersonId person, String address, Ways how, List<Group> groups, Map<Subject, String> titles) {
        Locale language = how.language();
        Map<CommunityId, List<Group>> by = new LinkedHashMap<>();
        for (Group group : groups)
            by.computeIfAbsent(group.whole().community(), id -> new ArrayList<>())
                    .add(group);
        String title = say(language, "notices.digest.title", by.size(), names(by.keySet()));
        MailBody body = MailBody.of(language, sender(by.keySet()), title);
        for (Map.Entry<CommunityId, List<Group>> each : by.entrySet()) {
            Community community = community(each.getKey());
            if (by.size() > 1) body = body.heading(MailBody.own(community.name()));
            body = body.lists(each.getValue().stream()
                    .map(group -> row(community, group, titles.getOrDefault(group.whole(), ""), language))
                    .toList());
        }
        String end = wishes.address(new Wish(person, new Wish.Digest()));
        body = body.leads(say(language, "notices.digest.open"), settings.address("/me/notices"))
                .because(say(language, "notices.digest.why." + how.digest().code()))
                .because(say(language, "notices.digest.end"), end)
                .because(say(language, "notices.letter.choose"), settings.address("/me/notices"));
        long newest = groups.getFirst().newest().id();
        return letter(address, title, body)
                .named(post.id("digest-" + person.value() + "-" + newest))
                .ofList(post.list("digest", sender(by.keySet())))
                .endedAt(end);
    }

    private MailBody.Row row(Community community, Group group, String title, Locale language) {
        List<String> sentences = sentences(group, language, community, SENTENCES_IN_DIGEST);
        String page = page(community, group.size() == 1 ? group.newest().subject() : group.whole());
        if (title.isEmpty()) return new MailBody.Row(String.join(" ", sentences), page);
        return new MailBody.Row(MailBody.own(title), page, String.join(" ", sentences));
    }

    private List<String> sentences(Group group, Locale language, Community community, int most) {
        Stream<String> said = group.notices().stream()
                .limit(most)
                .map(told -> say(Spoken.inWords(told.text(), language, community.zone()), language));
        List<String> all = new ArrayList<>(said.distinct().toList());
        if (group.size() > most) all.add(say(language, "notices.letter.more", group.size() - most));
        return all;
    }

    private String page(Community community, Subject subject) {
        return settings.address("/" + community.slug() + "/" + subject.path());
    }

    private String sender(Collection<CommunityId> all) {
        return all.size() == 1 ? names(all) : settings.host();
    }

    private String names(Collection<CommunityId> all) {
        return String.join(", ", all.stream().map(id -> community(id).name()).toList());
    }

    private Community community(CommunityId id) {
        return known.get(id, each -> communities.find(each).orElseThrow(() -> new Missing("community of a notice")));
    }

    private Letter letter(String address, String subject, MailBody body) {
        Stationery.Written written = stationery.write(body);
        return new Letter(address, subject.replaceAll("[\u2068\u2069]", ""), written.text(), written.html())
                .from(body.sender());
    }

    private String say(Locale language, String key, Object... gaps) {
        return say(Reason.of(key, gaps), language);
    }

    private String say(Reason text, Locale language) {
        Object[] gaps = text.gaps().stream()
                .map(gap -> switch (gap) {
                    case Reason inner -> say(inner, language);
                    case String words -> MailBody.own(words);
                    default -> gap;
                })
                .toArray();
        return messages.getMessage(text.key(), gaps, language);
    }
}
