package mainline.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.Markdown;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.mission.Founding;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.MailAddress;
import mainline.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a WordPress export into a community: posts are ideas by their authors with their dates, comments stand under them
 * in their threads, authors are people without a sign-in who can claim what is theirs through their address.
 */
@Component
public class WordPressImport {
    private static final int LONGEST_POST = 50_000;
    private static final int LONGEST_REMARK = 20_000;
    private static final int LONGEST_TITLE = 200;

    private final ImportedStore imported;
    private final Communities communities;
    private final Founding founding;
    private final Mission mission;
    private final People people;
    private final Ideas ideas;
    private final Discussions discussions;
    private final Clock clock;

    WordPressImport(
            ImportedStore imported,
            Communities communities,
            Founding founding,
            Mission mission,
            People people,
            Ideas ideas,
            Discussions discussions,
            Clock clock) {
        this.imported = imported;
        this.communities = communities;
        this.founding = founding;
        this.mission = mission;
        this.people = people;
        this.ideas = ideas;
        this.discussions = discussions;
        this.clock = clock;
    }

    /**
     * Brings in all published posts of a file, founding the community when there is none of that address.
     *
     * @throws Refusal in one line when the file is not a sound export; then nothing is stored
     */
    @Transactional
    public ImportReport bring(Path file, String slug) {
        return bring(WordPressFile.read(file), slug);
    }

    @Transactional
    public ImportReport bring(WordPressExport export, String slug) {
        imported.takeTurn();
        try {
            return new Run(export, community(export, slug)).all();
        } catch (Refused refused) {
            throw new Refusal(
                    "The file cannot be taken in: " + refused.problems().keySet() + " " + refused.getMessage(),
                    refused);
        }
    }

    private Community community(WordPressExport export, String slug) {
        Optional<Community> there = communities.bySlug(slug);
        if (there.isPresent()) return there.get();
        if (!slug.matches("[a-z0-9][a-z0-9-]{0,59}"))
            throw new Refusal("--community takes lower-case letters, digits and hyphens, such as lead-change.");
        String name = export.title().isEmpty() ? slug : Markdown.excerpt(export.title(), 90);
        String statement = export.description().isEmpty() ? name : Markdown.excerpt(export.description(), 280);
        return founding.found(name, slug, "UTC", statement, founder(export).id());
    }

    /** Whoever wrote the first post. */
    private Person founder(WordPressExport export) {
        String login = export.posts().stream()
                .filter(WordPressImport::isTaken)
                .map(WordPressExport.Post::login)
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no published post in this file to found a community on."));
        WordPressExport.Author author = export.authors().get(login);
        String name = author == null || author.name().isEmpty() ? login : author.name();
        return people.bring(shortName(name), author == null ? null : address(author.mail()));
    }

    private static boolean isTaken(WordPressExport.Post post) {
        return post.type().equals("post") && post.status().equals("publish") && !post.locked();
    }

    private static String shortName(String name) {
        String plain =
                Markdown.excerpt(name.replaceAll("[\\p{Cntrl}<>]", ""), 90).strip();
        return plain.isEmpty() ? "Unknown" : plain;
    }

    private static @Nullable String address(String mail) {
        return MailAddress.read(mail)
                .filter(read -> read.host().contains("."))
                .map(MailAddress::text)
                .orElse(null);
    }

    /** One import under way. */
    private final class Run {
        private final WordPressExport export;
        private final Community community;
        private final int clause;
        private final Map<String, PersonId> known = new HashMap<>();
        private final Map<String, Integer> leftOut = new TreeMap<>();
        private int newIdeas;
        private int newComments;
        private int newPeople;
        private int already;

        Run(WordPressExport export, Community community) {
            this.export = export;
            this.community = community;
            this.clause = mission.current(community.id()).clauses().getFirst().number();
        }

        ImportReport all() {
            export.posts().forEach(this::post);
            List<String> lines = new ArrayList<>();
            leftOut.forEach((why, number) -> lines.add(number + " " + why));
            return new ImportReport(community.name(), newIdeas, newComments, newPeople, already, lines);
        }

        private void leaveOut(String why) {
            leftOut.merge(why, 1, Integer::sum);
        }

        private String source(String what) {
            return Markdown.excerpt("wordpress:" + export.site(), 1000) + "#" + what;
        }

        private void post(WordPressExport.Post post) {
            if (!post.type().equals("post")) {
                leaveOut("of type " + Markdown.excerpt(post.type(), 40) + ": only posts become ideas");
                return;
            }
            if (!isTaken(post)) {
                leaveOut("posts that are not published for everybody");
                return;
            }
            String text = HtmlText.toMarkdown(post.html());
            if (text.isBlank()) text = post.title();
            if (text.isBlank() || post.id().isEmpty()) {
                leaveOut("posts without a text or a number");
                return;
            }
            String title = post.title().isBlank() ? Markdown.excerpt(text, 80) : post.title();
            if (title.codePointCount(0, title.length()) > LONGEST_TITLE)
                title = Markdown.excerpt(title, LONGEST_TITLE - 5);
            if (text.codePointCount(0, text.length()) > LONGEST_POST) {
                leaveOut("posts longer than " + LONGEST_POST + " characters");
                return;
            }
            Wording wording = new Wording(title.replaceAll("\\s+", " "), text, clause, "");
            remarks(post, idea(post, wording));
        }

        private Subject idea(WordPressExport.Post post, Wording wording) {
            String source = source("post-" + post.id());
            Optional<Subject> there = imported.find(community.id(), source);
            if (there.isPresent()) {
                already++;
                return there.get();
            }
            WordPressExport.Author author = export.authors().get(post.login());
            PersonId person = author == null
                    ? person(post.login(), "")
                    : person(author.name().isEmpty() ? author.login() : author.name(), author.mail());
            Idea idea = ideas.bring(
                    community.id(), person, wording, post.published() == null ? clock.instant() : post.published());
            imported.add(source, idea.subject());
            newIdeas++;
            return idea.subject();
        }

        /** Comments in the order of writing, so that an answer finds what it answers. */
        private void remarks(WordPressExport.Post post, Subject idea) {
            Map<String, Long> numbers = new HashMap<>();
            Map<String, WordPressExport.Remark> waiting = new java.util.LinkedHashMap<>();
            post.remarks().stream()
                    .sorted(java.util.Comparator.comparing(WordPressImport.Run::writtenOr))
                    .forEach(remark -> {
                        if (isWanted(remark)) waiting.put(remark.id(), remark);
                    });
            while (!waiting.isEmpty()) {
                List<WordPressExport.Remark> ready = waiting.values().stream()
                        .filter(remark -> !waiting.containsKey(remark.parent())
                                || remark.parent().equals(remark.id()))
                        .toList();
                List<WordPressExport.Remark> turn = ready.isEmpty() ? List.copyOf(waiting.values()) : ready;
                for (WordPressExport.Remark remark : turn) {
                    waiting.remove(remark.id());
                    remark(remark, idea, numbers);
                }
            }
        }

        private static Instant writtenOr(WordPressExport.Remark remark) {
            return remark.written() == null ? Instant.MAX : remark.written();
        }

        private boolean isWanted(WordPressExport.Remark remark) {
            if (!remark.approved()) {
                leaveOut("comments that were not approved");
                return false;
            }
            if (!remark.type().isEmpty() && !remark.type().equals("comment")) {
                leaveOut("of the kind " + Markdown.excerpt(remark.type(), 40) + " among the comments");
                return false;
            }
            return true;
        }

        private void remark(WordPressExport.Remark remark, Subject idea, Map<String, Long> numbers) {
            String source = source("comment-" + remark.id());
            Optional<Subject> there = imported.find(community.id(), source);
            if (there.isPresent()) {
                already++;
                numbers.put(remark.id(), there.get().number());
                return;
            }
            String text = HtmlText.toMarkdown(remark.html());
            if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST_REMARK) {
                leaveOut("comments that are empty or longer than " + LONGEST_REMARK + " characters");
                return;
            }
            Instant written = remark.written() == null ? clock.instant() : remark.written();
            Subject comment = discussions
                    .bring(idea, numbers.get(remark.parent()), author(remark), text, written)
                    .subject();
            imported.add(source, comment);
            numbers.put(remark.id(), comment.number());
            newComments++;
        }

        private PersonId author(WordPressExport.Remark remark) {
            if (!remark.authorId().equals("0")) {
                for (WordPressExport.Author author : export.authors().values())
                    if (author.id().equals(remark.authorId()) && !author.name().isEmpty())
                        return person(author.name(), author.mail());
            }
            return person(remark.name(), remark.mail());
        }

        /** The same address is the same person; without an address, the same name in this blog is. */
        private PersonId person(String name, String mail) {
            String address = address(mail);
            String source = source("person-"
                    + (address == null ? Markdown.excerpt(name, 200) : address).toLowerCase(java.util.Locale.ROOT));
            PersonId kept = known.get(source);
            if (kept != null) return kept;
            Optional<Subject> there = imported.find(community.id(), source);
            PersonId person = there.map(subject -> new PersonId(subject.number()))
                    .orElseGet(() -> people.bring(shortName(name), address).id());
            if (there.isEmpty()) {
                imported.add(source, new Subject(community.id(), Subject.Kind.MEMBER, person.value()));
                newPeople++;
            }
            known.put(source, person);
            return person;
        }
    }
}
