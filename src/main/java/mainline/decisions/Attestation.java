package mainline.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mainline.kernel.CommunityId;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.Sha256;
import mainline.kernel.Subject;
import mainline.record.Attested;
import mainline.record.Entry;
import mainline.record.Misfit;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import org.springframework.stereotype.Component;

/** Holds published ballots and outcomes against what the record was told when each decision closed: the hash of every ballot. */
@Component
class Attestation implements Attested {
    /** With more ballots than these the record holds only one hash over all. */
    static final int MOST_LISTED = 1000;

    private static final int CHUNK = 100;

    private final DecisionStore store;
    private final BallotStore ballots;
    private final PublicRecord record;

    Attestation(DecisionStore store, BallotStore ballots, PublicRecord record) {
        this.store = store;
        this.ballots = ballots;
        this.record = record;
    }

    static List<String> hashes(List<BallotStore.Row> ballots) {
        return sorted(ballots.stream().map(Attestation::line));
    }

    /** The SHA-256 of each line, in hexadecimal digits, in their order. */
    static List<String> sorted(Stream<String> lines) {
        return lines.map(Sha256::hex).sorted().toList();
    }

    /** SHA-256 over the sorted hashes, one a line. */
    static String digest(List<String> hashes) {
        return Sha256.hex(String.join("\n", hashes));
    }

    /** What the record is told of the ballots: the hash of each while there are few, and one over all. */
    static Map<String, String> proof(List<BallotStore.Row> cast) {
        Map<String, String> proof = new LinkedHashMap<>();
        List<String> hashes = hashes(cast);
        if (hashes.size() <= MOST_LISTED) proof.put("ballots", String.join(" ", hashes));
        proof.put("digest", digest(hashes));
        return proof;
    }

    /** Receipt, number of the voter (or {@code -}) and choice: what the record holds the hash of. */
    static String line(BallotStore.Row ballot) {
        String voter =
                ballot.voter() == null ? "-" : String.valueOf(ballot.voter().value());
        return ballot.receipt() + " " + voter + " " + ballot.choice();
    }

    @Override
    public List<Misfit> misfits(CommunityId community) {
        Map<Subject, Entry> told = told(community);
        List<Misfit> misfits = new ArrayList<>();
        long before = Long.MAX_VALUE;
        List<Decision> some;
        do {
            some = store.list(community, Which.ALL, before, CHUNK);
            for (Decision decision : some) {
                problem(decision, Optional.ofNullable(told.remove(decision.subject())))
                        .ifPresent(problem -> misfits.add(new Misfit(decision.subject(), problem)));
                before = decision.subject().number();
            }
        } while (some.size() == CHUNK);
        told.keySet().forEach(subject -> misfits.add(new Misfit(subject, "the record has closed it, and it is gone")));
        return misfits.reversed();
    }

    private Optional<String> problem(Decision decision, Optional<Entry> told) {
        if (!(decision.stage() instanceof Stage.Closed closed))
            return told.map(entry -> "the record has closed it, and it has no outcome");
        if (told.isEmpty()) return Optional.of("it is closed, and the record does not say so");
        Map<String, String> facts = told.get().act().facts();
        List<String> hashes = hashes(ballots.published(decision.subject()));
        if (decision.method().isCounted() && !digest(hashes).equals(facts.get("digest")))
            return Optional.of(changed(facts.getOrDefault("ballots", ""), hashes));
        boolean same = String.valueOf(closed.passed()).equals(facts.get("passed"))
                && closed.winners().toString().equals(facts.get("winners"))
                && String.valueOf(closed.voted()).equals(facts.get("voted"));
        return same ? Optional.empty() : Optional.of("its outcome is not the one in the record");
    }

    static String changed(String listed, List<String> hashes) {
        if (listed.isEmpty()) return "its published ballots are not those in the record";
        List<String> recorded = List.of(listed.split(" "));
        List<String> missing = new ArrayList<>(recorded);
        hashes.forEach(missing::remove);
        List<String> strange = new ArrayList<>(hashes);
        recorded.forEach(strange::remove);
        return missing.size() + " of its ballots in the record are missing, and " + strange.size()
                + " published ones are not in the record";
    }

    private Map<Subject, Entry> told(CommunityId community) {
        Map<Subject, Entry> told = new HashMap<>();
        RecordFilter closed = RecordFilter.doing(DecisionVerb.CLOSED);
        Paged<Entry> page = record.list(community, closed, 0, CHUNK);
        while (true) {
            page.items().forEach(entry -> told.put(entry.act().subject(), entry));
            Cursor next = page.next();
            if (next == null) return told;
            page = record.list(community, closed, next.or(0), CHUNK);
        }
    }
}
