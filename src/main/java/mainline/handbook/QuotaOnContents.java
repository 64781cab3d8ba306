package mainline.handbook;

import gg.jte.Content;
import mainline.community.Here;
import mainline.git.Quota;
import mainline.git.Quotas;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How much the handbook takes of what it may take, for its members. */
@Component
@Order(90)
class QuotaOnContents implements ContentsPanel {
    record Show(Here here, Quota quota) {}

    private final Quotas quotas;
    private final Fragments fragments;

    QuotaOnContents(Quotas quotas, Fragments fragments) {
        this.quotas = quotas;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(Here here) {
        return here.isMember() ? fragments.of("handbook/quota", new Show(here, quotas.of(here.id()))) : null;
    }
}
