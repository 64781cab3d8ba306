package mainline.changes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.git.Inspection;
import mainline.git.NamingChecker;
import mainline.handbook.Areas;
import mainline.handbook.Roster;
import mainline.handbook.Signatures;
import mainline.kernel.PersonId;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TooLargePackException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.ServiceMayNotContinueException;
import org.eclipse.jgit.transport.UnpackErrorHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What members push: commits become a change or its next version; branches and tags themselves are never moved. */
@Component
class Pushes {
    private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);
    private static final Pattern FOR_REVIEW = Pattern.compile("refs/for/[^/]+|refs/heads/change/(.{1,180})");
    private static final long BIGGEST_PACK = 100L * 1024 * 1024;
    private static final int MOST_COMPARED = 50;
    private static final String ADVICE = "the handbook changes by review: push to refs/for/main";

    private final GitRepositories repositories;
    private final Areas areas;
    private final Changes changes;
    private final ProposedCommits commits;
    private final ChangeStore store;
    private final VersionStore versions;
    private final Signatures signatures;

    Pushes(
            GitRepositories repositories,
            Areas areas,
            Changes changes,
            ProposedCommits commits,
            ChangeStore store,
            VersionStore versions,
            Signatures signatures) {
        this.repositories = repositories;
        this.areas = areas;
        this.changes = changes;
        this.commits = commits;
        this.store = store;
        this.versions = versions;
        this.signatures = signatures;
    }

    void advertise(GitRepository git, OutputStream out) throws IOException {
        var lines = new org.eclipse.jgit.transport.PacketLineOut(out);
        lines.writeString("# service=git-receive-pack\n");
        lines.end();
        receiver(git)
                .sendAdvertisedRefs(new org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser(lines));
    }

    /** Takes one push; what is refused leaves nothing behind, and the answer says why. */
    @Transactional
    public void receive(Member member, InputStream in, OutputStream answer) {
        List<ReceiveCommand> asked = new ArrayList<>();
        try (GitRepository git = repositories.open(member.community())) {
            ReceivePack receiver = receiver(git);
            receiver.setPreReceiveHook((pack, commands) -> {
                asked.addAll(commands);
                decide(member, git, pack, commands);
            });
            receiver.receive(in, answer, null);
        } catch (IOException ended) {
            LOG.debug("a push ended early", ended);
            asked.clear();
        }
        boolean taken = asked.stream().anyMatch(command -> command.getResult() == ReceiveCommand.Result.OK);
        if (!taken) TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }

    private static ReceivePack receiver(GitRepository git) throws IOException {
        ReceivePack receiver = new ReceivePack(git.repository());
        receiver.setBiDirectionalPipe(false);
        receiver.setTimeout(60);
        receiver.setCheckReceivedObjects(true);
        receiver.setObjectChecker(new NamingChecker());
        receiver.setMaxObjectSizeLimit(Inspection.BIGGEST_FILE);
        receiver.setMaxPackSizeLimit(BIGGEST_PACK);
        UnpackErrorHandler usual = receiver.getUnpackErrorHandler();
        receiver.setUnpackErrorHandler(broken -> usual.handleUnpackException(told(receiver, broken)));
        var refs = git.repository().getRefDatabase();
        Map<String, Ref> shown = new HashMap<>();
        for (Ref ref : refs.getRefsByPrefix(Constants.R_HEADS, Constants.R_TAGS)) shown.put(ref.getName(), ref);
        receiver.setAdvertiseRefsHook(new org.eclipse.jgit.transport.AdvertiseRefsHook() {
            @Override
            public void advertiseRefs(org.eclipse.jgit.transport.UploadPack upload) {
                throw new IllegalStateException("a push fetches nothing");
            }

            @Override
            public void advertiseRefs(ReceivePack push) throws ServiceMayNotContinueException {
                try {
                    push.setAdvertisedRefs(shown, null);
                } catch (IOException broken) {
                    throw new ServiceMayNotContinueException(broken);
                }
            }
        });
        return receiver;
    }

    /** What is wrong with what was sent, in words with what to run, as far as that is known. */
    private static Throwable told(ReceivePack pack, Throwable broken) {
        if (broken instanceof TooLargeObjectInPackException)
            return new IOException("a file in it has more than " + Inspection.BIGGEST_FILE / 1024 / 1024 + " MB");
        if (broken instanceof TooLargePackException)
            return new IOException("it has more than " + BIGGEST_PACK / 1024 / 1024 + " MB in all");
        if (!(broken instanceof MissingObjectException)) return broken;
        pack.sendMessage("Something that these commits build on was not sent, as from a shallow or partial clone. Run");
        pack.sendMessage("    git fetch --unshallow");
        pack.sendMessage("or, in a partial clone,");
        pack.sendMessage("    git fetch --refetch --no-filter");
        pack.sendMessage("and push again.");
        return new IOException("its history is not whole", broken);
    }

    private void decide(Member member, GitRepository git, ReceivePack pack, Collection<ReceiveCommand> commands) {
        boolean single = commands.size() == 1;
        for (ReceiveCommand command : commands) {
            if (command.getResult() != ReceiveCommand.Result.NOT_ATTEMPTED) continue;
            if (!single) {
                refuse(command, "push one branch at a time");
                continue;
            }
            try {
                command.setResult(take(member, git, pack, command));
            } catch (PushCheck.Odd odd) {
                refuse(command, String.valueOf(odd.getMessage()));
            } catch (IOException | RuntimeException broken) {
                LOG.warn("a push could not be taken", broken);
                refuse(command, "it could not be read");
            }
        }
    }

    private static void refuse(ReceiveCommand command, String why) {
        command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, why);
    }

    private ReceiveCommand.Result take(Member member, GitRepository git, ReceivePack pack, ReceiveCommand command)
            throws IOException, PushCheck.Odd {
        Matcher name = FOR_REVIEW.matcher(command.getRefName());
        if (!name.matches() || command.getType() == ReceiveCommand.Type.DELETE) {
            pack.sendMessage("Nobody moves a branch or tag of the handbook by hand. To propose what you have, run");
            pack.sendMessage("    git push origin HEAD:refs/for/main");
            throw new PushCheck.Odd(ADVICE);
        }
        String branch = name.group(1);
        if (branch != null && branch.startsWith("-")) throw new PushCheck.Odd("no branch begins with a hyphen");
        try (ObjectReader reader = git.repository().newObjectReader()) {
            Pushed pushed = new PushCheck(git, reader).of(command.getNewId());
            fits(areas.of(member.community()), git, pushed);
            Change onto = onto(member, git, branch, pushed);
            Change change = commits.push(git, member, onto, null, pushed);
            if (branch != null) versions.putBranch(change.subject(), member.person(), branch);
            answer(change, onto == null).forEach(pack::sendMessage);
            return ReceiveCommand.Result.OK;
        }
    }

    /** Ends with what to run for the next version, whatever becomes of the commits until then. */
    private List<String> answer(Change change, boolean isNew) {
        long number = change.subject().number();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                isNew
                        ? "This is change " + number + " now, waiting for review:"
                        : "Change " + number + " has a new version, " + change.version() + ":");
        lines.add("    " + signatures.address(change.subject()));
        if (change.why().isEmpty()) lines.add("Say below the first line of a commit why you propose it.");
        lines.add("Its next version, whatever you amend or rebase, comes by");
        lines.add("    git push origin HEAD:refs/heads/change/" + number);
        return lines;
    }

    private static void fits(Roster roster, GitRepository git, Pushed pushed) throws PushCheck.Odd {
        for (AreaFiles.Unfit unfit : AreaFiles.unfit(roster, git, pushed.base(), pushed.head(), pushed.paths())) {
            String shown = unfit.path().replaceAll("\\p{Cc}", "?");
            throw new PushCheck.Odd(
                    unfit.tooLarge()
                            ? shown + ": files there have at most "
                                    + unfit.rules().largest() / 1024 + " kB"
                            : shown + ": only these files lie there: "
                                    + String.join(", ", unfit.rules().files()));
        }
    }

    /** The open change that this is the next version of: by its branch, or because it goes on from it or replaces it. */
    private @Nullable Change onto(Member member, GitRepository git, @Nullable String branch, Pushed pushed)
            throws PushCheck.Odd {
        Change found = null;
        if (branch != null) found = byBranch(member, branch);
        if (found == null) {
            List<Change> own = store.by(member.community(), member.person(), "OPEN", Long.MAX_VALUE, MOST_COMPARED);
            found = new Successions(git, versions, pushed)
                    .of(own)
                    .map(change -> changes.hold(change.subject()))
                    .orElse(null);
        }
        if (found == null || !found.isOpen()) return null;
        AnyObjectId before = versions.of(found.subject()).getLast().head();
        if (before.equals(pushed.head()))
            throw new PushCheck.Odd("change " + found.subject().number() + " has these commits already");
        return found;
    }

    private @Nullable Change byBranch(Member member, String branch) throws PushCheck.Odd {
        PersonId person = member.person();
        Optional<Long> known = versions.branch(member.community(), person, branch);
        boolean numbered = known.isEmpty() && branch.matches("\\d{1,18}");
        Optional<Change> found = known.or(() -> numbered ? Optional.of(Long.valueOf(branch)) : Optional.empty())
                .flatMap(number -> changes.find(member.community(), number));
        if (numbered
                && found.filter(change -> change.isOpen() && change.isBy(person))
                        .isEmpty()) throw new PushCheck.Odd("you have no open change " + branch);
        return found.filter(Change::isOpen)
                .map(change -> changes.hold(change.subject()))
                .orElse(null);
    }
}
