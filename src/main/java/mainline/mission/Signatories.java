package mainline.mission;

import java.time.Clock;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members put their names to the version that was ratified, each for themselves. */
@Component
public class Signatories {
    private final SignatureStore store;
    private final MissionStore versions;
    private final PublicRecord record;
    private final Clock clock;

    Signatories(SignatureStore store, MissionStore versions, PublicRecord record, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.record = record;
        this.clock = clock;
    }

    /** Signing twice changes nothing. */
    @Transactional
    public void sign(Member member, int version) {
        Charter charter = ratified(member.community(), version);
        if (!store.add(member.community(), version, member.person(), clock.instant())) return;
        record.add(Act.by(
                member.person(),
                MissionVerb.SIGNED,
                charter.subject(),
                charter.text().statement(),
                "" + version));
    }

    /** Takes the name off again. */
    @Transactional
    public void takeBack(Member member, int version) {
        Charter charter = ratified(member.community(), version);
        if (!store.drop(member.community(), version, member.person())) return;
        record.add(Act.by(
                member.person(),
                MissionVerb.UNSIGNED,
                charter.subject(),
                charter.text().statement(),
                "" + version));
    }

    private Charter ratified(CommunityId community, int version) {
        Charter charter = versions.version(community, version).orElseThrow(() -> new Missing("version " + version));
        if (!(charter.stage() instanceof CharterStage.Ratified)) throw Refused.because("", "mission.sign-ratified");
        return charter;
    }

    public int count(CommunityId community, int version) {
        return store.count(community, version);
    }

    public boolean hasSigned(Member member, int version) {
        return store.has(member.community(), version, member.person());
    }

    /** Who signed that version, by the number of the person, after the given. */
    public Paged<PersonId> list(CommunityId community, int version, long after, int size) {
        return Paged.of(store.list(community, version, after, size + 1), size, PersonId::value);
    }
}
