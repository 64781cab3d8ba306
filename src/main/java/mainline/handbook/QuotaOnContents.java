package mainline.handbook;

import gg.jte.Content;
import mainline.community.Here;
import mainline.git.Quota;
import mainline.git.Quotas;
import mainline.look.Fragments;
import mainline.look.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How much the handbook takes of what it may take, for those who run the installation. */
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
        Shell.Me me = here.shell().me();
        return me != null && me.operator()
                ? fragments.of("handbook/quota", new Show(here, quotas.of(here.id())))
                : null;
    }
}
