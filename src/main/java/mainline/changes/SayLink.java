package mainline.changes;

import mainline.community.Here;

/** The way to the form for a remark on some lines. */
record SayLink(Here here, Change change, int version, int since, boolean source, Spot spot) {

    String query() {
        return (source ? "?view=source&" : "?") + "version=" + version + (since == 0 ? "" : "&since=" + since) + "&on="
                + spot.key();
    }

    /** The form alone, to be shown in place. */
    String fragment() {
        return here.path(change.path() + "/remarks/new") + query();
    }
}
