package mainline.remarks;

import mainline.changes.Change;
import mainline.changes.ChangeQuery;
import mainline.community.Here;

/** The way to the form for a remark on some lines. */
record SayLink(Here here, Change change, ChangeQuery query, Spot spot) {

    String address() {
        return (query.source() ? "?view=source&" : "?") + "version=" + query.version()
                + (query.since() == 0 ? "" : "&since=" + query.since()) + "&on=" + spot.key();
    }

    /** The form alone, to be shown in place. */
    String fragment() {
        return here.path(change.path() + "/remarks/new") + address();
    }
}
