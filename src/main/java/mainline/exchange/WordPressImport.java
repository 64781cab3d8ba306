package mainline.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.discussion.Discussions;
import mainline.ideas.Ideas;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.mission.Founding;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a WordPress export into a community: posts are ideas by their authors with their dates, comments stand under them
 * in their threads, authors are people without a sign-in who can claim what is theirs through their address.
 */
@Component
public class WordPressImport {
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
        String login = export.posts().stream()
                .filter(WordPressExport.Post::isTaken)
                .map(WordPressExport.Post::login)
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no published post in this file to found a community on."
                        + " Export all posts, or name a community that is there."));
        String title = PlainNames.cut(export.title(), 90);
        String name = title.isEmpty() ? slug : title;
        String description = PlainNames.cut(export.description(), 280);
        return founding.found(
                name,
                slug,
                "UTC",
                description.isEmpty() ? name : description,
                WordPressPeople.founder(people, export, login).id());
    }

    /** One import under way. Each new idea is given its number first, so that texts can link to what comes after them. */
    private final class Run {
        private final Community community;
        private final Told told = new Told();
        private final WordPressPosts posts;
        private final Permalinks links;
        private final WordPressPeople writers;
        private final WordPressRemarks remarks;
        private int brought;
        private int already;

        Run(WordPressExport export, Community community) {
            this.community = community;
            int clause = mission.current(community.id()).clauses().getFirst().number();
            posts = new WordPressPosts(export, clause);
            links = new Permalinks(export.site(), told);
            writers = new WordPressPeople(export, community.id(), people, imported, told);
            remarks = new WordPressRemarks(export, imported, discussions, writers, links::here, clock, told);
        }

        ImportReport all() {
            Map<WordPressPosts.Chosen, Subject> numbered = new LinkedHashMap<>();
            for (WordPressPosts.Chosen chosen : posts.chosen(told)) {
                Subject idea =
                        imported.find(community.id(), chosen.source()).orElseGet(() -> ideas.expect(community.id()));
                numbered.put(chosen, idea);
                links.add(chosen.post(), "/" + community.slug() + "/" + idea.path());
            }
            numbered.forEach(this::bring);
            return new ImportReport(
                    community.name(),
                    brought,
                    remarks.brought(),
                    writers.brought(),
                    already + remarks.already(),
                    told.leftOut(),
                    told.changed());
        }

        private void bring(WordPressPosts.Chosen chosen, Subject idea) {
            if (imported.find(community.id(), chosen.source()).isPresent()) already++;
            else {
                WordPressExport.Post post = chosen.post();
                if (post.published() == null)
                    told.changed("post without a date, dated today", "posts without a date, dated today");
                Instant published = post.published() == null ? clock.instant() : post.published();
                ideas.bring(idea, writers.of(post), posts.wording(post, links, told), published);
                imported.add(chosen.source(), idea);
                brought++;
            }
            remarks.bring(chosen, idea);
        }
    }
}
