package mainline.exchange;

import java.nio.file.Path;
import java.util.function.Consumer;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.handbook.HandbookImport;
import mainline.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings a git repository along as the handbook of a community. */
@Component
public class GitImport {
    private final Communities communities;
    private final HandbookImport handbook;

    GitImport(Communities communities, HandbookImport handbook) {
        this.communities = communities;
        this.handbook = handbook;
    }

    /**
     * @param source a repository's folder or a bundle
     * @param branch null for the one the repository names as its main one
     * @throws Refusal in one line; then nothing is stored
     */
    public String bring(Path source, String slug, @Nullable String branch, Consumer<String> told) {
        Community community = communities
                .bySlug(slug)
                .orElseThrow(() -> new Refusal("There is no community " + slug + "; found it in the browser first."));
        HandbookImport.Report report = handbook.bring(source, community, branch, told);
        told.accept("pack it together");
        handbook.pack(community);
        return told(community, report);
    }

    private static String told(Community community, HandbookImport.Report report) {
        StringBuilder told = new StringBuilder("The handbook of " + community.name() + " is the branch " + report.main()
                + " now: " + Told.counted(report.pages(), "page", "pages") + ", "
                + Told.counted(report.commits(), "commit", "commits") + ", "
                + Told.counted(report.objects(), "object", "objects") + ", "
                + Told.counted(report.branches(), "branch", "branches") + ", "
                + Told.counted(report.tags(), "tag", "tags") + ".");
        if (!report.left().isEmpty()) told.append("\nNot taken: ").append(String.join(", ", report.left()));
        if (!report.told().isEmpty()) told.append("\nAbout the pages as they are now:");
        report.told().forEach(line -> told.append("\n  ").append(line));
        if (report.remarked() > 0) {
            told.append("\nA push would have been refused for ")
                    .append(Told.counted(report.remarked(), "thing", "things"))
                    .append(" in it:");
            report.remarks().forEach(remark -> told.append("\n  ").append(remark));
            if (report.remarked() > report.remarks().size()) told.append("\n  …");
        }
        return told.toString();
    }
}
