package mainline.remarks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Credits;
import mainline.changes.FileLines;
import mainline.changes.ProposedCommits;
import mainline.changes.Version;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Names;
import mainline.handbook.PagePaths;
import mainline.handbook.Signatures;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.text.LineMap;
import mainline.text.Lines;
import mainline.text.Splice;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Wordings that members suggest for lines of a change; its author takes them, and who suggested them becomes a co-author. */
@Component
public class Suggestions {
    private final Changes changes;
    private final ProposedCommits commits;
    private final Remarks remarks;
    private final RemarkStore store;
    private final GitRepositories repositories;
    private final Signatures signatures;
    private final Credits credits;
    private final Names names;
    private final RemarkNotices notices;
    private final PublicRecord record;
    private final Clock clock;

    Suggestions(
            Changes changes,
            ProposedCommits commits,
            Remarks remarks,
            RemarkStore store,
            GitRepositories repositories,
            Signatures signatures,
            Credits credits,
            Names names,
            RemarkNotices notices,
            PublicRecord record,
            Clock clock) {
        this.changes = changes;
        this.commits = commits;
        this.remarks = remarks;
        this.store = store;
        this.repositories = repositories;
        this.signatures = signatures;
        this.credits = credits;
        this.names = names;
        this.notices = notices;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Makes a new version of the change with these suggestions in it, all of them or none.
     *
     * @param version the one in front of the author
     * @param numbers of remarks
     * @throws Refused for the whole: not theirs, moved on, or a wording is about lines that say something else now
     */
    @Transactional
    public Change take(Member member, Subject subject, int version, Collection<Long> numbers) {
        Change change = changes.hold(subject);
        new Refused.Check()
                .that(change.isOpen(), "", "change.closed")
                .that(change.isBy(member.person()), "", "change.not-yours")
                .that(change.version() == version, "", "change.moved-on")
                .that(!numbers.isEmpty(), "", "suggestion.none")
                .orRefuse();
        List<Remark> taken =
                numbers.stream().distinct().map(number -> open(change, number)).toList();
        Instant now = clock.instant();
        Set<PersonId> by = new LinkedHashSet<>();
        taken.forEach(remark -> by.add(remark.by()));
        by.remove(member.person());
        try (GitRepository git = repositories.open(member.community())) {
            List<Version> versions = changes.versions(change);
            Version last = versions.getLast();
            Map<String, byte[]> files = files(git, versions, taken);
            Set<PersonId> coauthors = new LinkedHashSet<>(change.coauthors());
            coauthors.addAll(by);
            PersonIdent signed = signatures.of(member.community(), member.person(), now);
            String credit = credits.lines(member.community(), by);
            String message = change.title() + "\n\n" + change.why() + "\n" + (credit.isEmpty() ? "" : "\n" + credit);
            ObjectId head = git.replace(last.head(), files, new GitRepository.Signed(signed, signed, message));
            List<String> paths = git.differences(last.base(), head);
            if (paths.isEmpty()) throw Refused.because("", "change.nothing");
            Change next = next(change, now, paths, coauthors);
            commits.take(git, next, last.base(), head);
            for (Remark remark : taken) {
                store.take(remark.subject(), next.version(), member.person(), now);
                store.resolve(remark.subject(), new Remark.Resolution(member.person(), now));
            }
            record.add(Act.by(
                    member.person(),
                    "change.suggestions-taken",
                    subject,
                    change.title(),
                    names.of(taken.stream().map(Remark::by).toList())));
            notices.taken(next, by);
            return next;
        }
    }

    private Remark open(Change change, long number) {
        return remarks.find(change.subject().community(), number)
                .filter(remark -> remark.change().equals(change.subject()))
                .filter(remark -> remark.isOpen() && remark.suggestion() != null)
                .orElseThrow(() -> Refused.because("", "suggestion.over"));
    }

    private static Change next(Change change, Instant at, List<String> paths, Set<PersonId> coauthors) {
        return new Change(
                change.subject(),
                change.title(),
                change.why(),
                change.interest(),
                change.author(),
                change.from(),
                change.clause(),
                change.version() + 1,
                at,
                paths,
                change.state(),
                coauthors);
    }

    /** The files that are touched, with the suggested wordings in them. */
    private static Map<String, byte[]> files(GitRepository git, List<Version> versions, List<Remark> taken) {
        ObjectId head = versions.getLast().head();
        Traces traces = new Traces(git);
        Map<String, List<Splice>> byPath = new TreeMap<>();
        for (Remark remark : taken) {
            Remark.Anchor anchor = remark.anchor();
            ObjectId made = versions.get(anchor.version() - 1).head();
            Traces.Trace trace = traces.find(made, anchor.path(), anchor.first(), anchor.last(), head);
            if (trace.found().fit() != LineMap.Fit.SAME) throw Refused.because("", "suggestion.stale");
            byPath.computeIfAbsent(trace.path(), path -> new ArrayList<>())
                    .add(new Splice(
                            trace.found().first(), trace.found().last(), Objects.requireNonNull(remark.suggestion())));
        }
        Map<String, byte[]> files = new TreeMap<>();
        byPath.forEach((path, splices) -> {
            Lines lines = FileLines.of(git, head, path).orElseThrow(() -> Refused.because("", "suggestion.stale"));
            byte[] text = Splice.all(lines, splices).orElseThrow(() -> Refused.because("", "suggestion.overlap"));
            if (path.endsWith(".md")) check(new String(text, StandardCharsets.UTF_8));
            files.put(path, text);
        });
        return files;
    }

    private static void check(String text) {
        Refused.Check check = new Refused.Check();
        PagePaths.check(check, text);
        check.orRefuse();
    }
}
