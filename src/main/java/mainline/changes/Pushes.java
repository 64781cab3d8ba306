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
import mainline.git.Book;
import mainline.git.Books;
import mainline.git.Inspection;
import mainline.handbook.Areas;
import mainline.handbook.Ruling;
import mainline.handbook.Signatures;
import mainline.kernel.PersonId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.ServiceMayNotContinueException;
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
    private static final int MOST_VERSIONS = 10;
    private static final String ADVICE = "the handbook changes by review: push to refs/for/main";

    private final Books books;
    private final Areas areas;
    private final Changes changes;
    private final ChangeStore store;
    private final Signatures signatures;

    Pushes(Books books, Areas areas, Changes changes, ChangeStore store, Signatures signatures) {
        this.books = books;
        this.areas = areas;
        this.changes = changes;
        this.store = store;
        this.signatures = signatures;
    }

    void advertise(Book book, OutputStream out) throws IOException {
        var lines = new org.eclipse.jgit.transport.PacketLineOut(out);
        lines.writeString("# service=git-receive-pack\n");
        lines.end();
        receiver(book)
                .sendAdvertisedRefs(new org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser(lines));
    }

    /** Takes one push; what is refused leaves nothing behind, and the answer says why. */
    @Transactional
    public void receive(Member member, InputStream in, OutputStream answer) {
        List<ReceiveCommand> asked = new ArrayList<>();
        try (Book book = books.open(member.community())) {
            ReceivePack receiver = receiver(book);
            receiver.setPreReceiveHook((pack, commands) -> {
                asked.addAll(commands);
                decide(member, book, pack, commands);
            });
            receiver.receive(in, answer, null);
        } catch (IOException ended) {
            LOG.debug("a push ended early", ended);
            asked.clear();
        }
        boolean taken = asked.stream().anyMatch(command -> command.getResult() == ReceiveCommand.Result.OK);
        if (!taken) TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }

    private static ReceivePack receiver(Book book) throws IOException {
        ReceivePack receiver = new ReceivePack(book.repository());
        receiver.setBiDirectionalPipe(false);
        receiver.setTimeout(60);
        receiver.setCheckReceivedObjects(true);
        receiver.setObjectChecker(new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true));
        receiver.setMaxObjectSizeLimit(Inspection.BIGGEST_FILE);
        receiver.setMaxPackSizeLimit(BIGGEST_PACK);
        var refs = book.repository().getRefDatabase();
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

    private void decide(Member member, Book book, ReceivePack pack, Collection<ReceiveCommand> commands) {
        boolean single = commands.size() == 1;
        for (ReceiveCommand command : commands) {
            if (command.getResult() != ReceiveCommand.Result.NOT_ATTEMPTED) continue;
            if (!single) {
                refuse(command, "push one branch at a time");
                continue;
            }
            try {
                command.setResult(take(member, book, pack, command));
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

    private ReceiveCommand.Result take(Member member, Book book, ReceivePack pack, ReceiveCommand command)
            throws IOException, PushCheck.Odd {
        Matcher name = FOR_REVIEW.matcher(command.getRefName());
        if (!name.matches() || command.getType() == ReceiveCommand.Type.DELETE) {
            pack.sendMessage("Nobody moves a branch or tag of the handbook by hand. To propose what you have, run");
            pack.sendMessage("    git push origin HEAD:refs/for/main");
            throw new PushCheck.Odd(ADVICE);
        }
        String branch = name.group(1);
        if (branch != null && branch.startsWith("-")) throw new PushCheck.Odd("no branch begins with a hyphen");
        try (ObjectReader reader = book.repository().newObjectReader()) {
            Pushed pushed = new PushCheck(book, reader).of(command.getNewId());
            fits(areas.of(member.community()), book, pushed);
            Change onto = onto(member, reader, branch, pushed);
            Change change = changes.push(book, member, onto, null, pushed);
            if (branch != null) store.putBranch(change.subject(), member.person(), branch);
            pack.sendMessage("");
            pack.sendMessage(
                    onto == null
                            ? "This is change " + change.subject().number() + " now, waiting for review:"
                            : "Change " + change.subject().number() + " has a new version, " + change.version() + ":");
            pack.sendMessage("    " + signatures.address(change.subject()));
            if (change.why().isEmpty()) pack.sendMessage("Say below the first line of a commit why you propose it.");
            pack.sendMessage("");
            return ReceiveCommand.Result.OK;
        }
    }

    private static void fits(Ruling ruling, Book book, Pushed pushed) throws PushCheck.Odd {
        for (AreaFiles.Unfit unfit : AreaFiles.unfit(ruling, book, pushed.base(), pushed.head(), pushed.paths())) {
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
    private @Nullable Change onto(Member member, ObjectReader reader, @Nullable String branch, Pushed pushed)
            throws IOException, PushCheck.Odd {
        Change found = null;
        if (branch != null) found = byBranch(member, branch);
        if (found == null) {
            for (Change change : store.openBy(member.community(), member.person(), MOST_COMPARED)) {
                if (goesOn(reader, store.versions(change.subject()), pushed)) {
                    found = changes.hold(change.subject());
                    break;
                }
            }
        }
        if (found == null || !found.isOpen()) return null;
        AnyObjectId before = store.versions(found.subject()).getLast().head();
        if (before.equals(pushed.head()))
            throw new PushCheck.Odd("change " + found.subject().number() + " has these commits already");
        return found;
    }

    private @Nullable Change byBranch(Member member, String branch) throws PushCheck.Odd {
        PersonId person = member.person();
        Optional<Long> known = store.branch(member.community(), person, branch);
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

    /** Not only from the newest version: its author may have taken a wording on the page since they last pushed. */
    private static boolean goesOn(ObjectReader reader, List<ChangeStore.Version> versions, Pushed pushed)
            throws IOException {
        for (ChangeStore.Version version :
                versions.reversed().stream().limit(MOST_VERSIONS).toList())
            if (goesOn(reader, version, pushed)) return true;
        return false;
    }

    private static boolean goesOn(ObjectReader reader, ChangeStore.Version before, Pushed pushed) throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            RevCommit old = walk.parseCommit(before.head());
            RevCommit now = walk.parseCommit(pushed.head());
            if (walk.isMergedInto(old, now)) return true;
            PersonIdent one = old.getAuthorIdent();
            PersonIdent other = now.getAuthorIdent();
            // Amending and rebasing keep who wrote a commit and when.
            return one.getName().equals(other.getName())
                    && one.getEmailAddress().equals(other.getEmailAddress())
                    && one.getWhenAsInstant().equals(other.getWhenAsInstant())
                    && old.getShortMessage().equals(now.getShortMessage());
        }
    }
}
