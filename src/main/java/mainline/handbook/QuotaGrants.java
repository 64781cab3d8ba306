package mainline.handbook;

import mainline.community.Community;
import mainline.git.Quotas;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much room those who run the installation give to each handbook. */
@Component
public class QuotaGrants {
    private static final long MEGABYTE = 1 << 20;
    private static final int MOST = 10_000_000;

    private final Quotas quotas;
    private final PublicRecord record;

    QuotaGrants(Quotas quotas, PublicRecord record) {
        this.quotas = quotas;
        this.record = record;
    }

    /**
     * Gives a handbook room of its own.
     *
     * @param megabytes null for what the settings say for all
     * @throws Refused for {@code quota}
     */
    @Transactional
    public void set(Community community, @Nullable Integer megabytes, PersonId by) {
        boolean fine = megabytes == null || (megabytes >= 1 && megabytes <= MOST);
        if (!fine) throw Refused.because("quota", "handbook.quota.odd", 1, MOST);
        CommunityId id = community.id();
        quotas.set(id, megabytes == null ? null : megabytes * MEGABYTE, by);
        record.add(Act.by(
                by,
                HandbookVerb.QUOTA_SET,
                new Subject(id, Subject.Kind.AREA, 0),
                community.name(),
                "" + quotas.of(id).megabytes()));
    }
}
