package mainline.remarks;

import java.util.HashMap;
import java.util.Map;
import mainline.changes.Change;
import mainline.changes.ChangeQuery;
import mainline.community.Here;
import mainline.look.Form;
import mainline.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * The form for a remark.
 *
 * @param wording what the lines say now; null when no other wording can be suggested
 */
record RemarkForm(
        Here here,
        Change change,
        ChangeQuery query,
        Spot spot,
        String path,
        @Nullable String wording,
        Form form) {

    static RemarkForm of(Here here, Change change, ChangeQuery query, Spot spot, String path, Lines lines) {
        String wording = lines.text(spot.first(), spot.last());
        boolean may = !spot.left() && wording.length() < Remark.LONGEST_WORDING;
        return new RemarkForm(here, change, query, spot, path, may ? wording : null, Form.empty());
    }

    /** With what was typed, if anything was. */
    RemarkForm with(Form typed) {
        Map<String, String> values = new HashMap<>();
        values.put("asks", "yes");
        values.put("last", "" + spot.last());
        if (wording != null) values.put("suggestion", wording);
        boolean sent = typed.values().containsKey("remark");
        if (sent) values.remove("asks");
        if (sent) values.putAll(typed.values());
        return new RemarkForm(here, change, query, spot, path, wording, new Form(values, typed.problems()));
    }

    boolean suggests() {
        return wording != null && !form.value("suggestion").strip().equals(wording.strip());
    }
}
