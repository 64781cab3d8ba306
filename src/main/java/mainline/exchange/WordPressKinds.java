package mainline.exchange;

/** The words for what WordPress keeps and Mainline has no place for. */
final class WordPressKinds {
    private WordPressKinds() {}

    /** Says why a post does not come in, and how many comments stay away with it. */
    static void leaveOut(WordPressExport.Post post, Told told) {
        switch (post.type()) {
            case "post" -> leaveOutPost(post, told);
            case "page" -> told.leftOut("page", "pages");
            case "attachment" -> told.leftOut("attachment", "attachments");
            case "revision" -> told.leftOut("revision", "revisions");
            case "nav_menu_item" -> told.leftOut("menu item", "menu items");
            default ->
                told.leftOut("thing of the kind " + word(post.type()), "things of the kind " + word(post.type()));
        }
        post.remarks()
                .forEach(remark -> told.leftOut("comment under what was left out", "comments under what was left out"));
    }

    private static void leaveOutPost(WordPressExport.Post post, Told told) {
        switch (post.status()) {
            case "publish" -> told.leftOut("post behind a password", "posts behind a password");
            case "draft", "auto-draft" -> told.leftOut("draft", "drafts");
            case "private" -> told.leftOut("private post", "private posts");
            case "pending" -> told.leftOut("post waiting for review", "posts waiting for review");
            case "future" -> told.leftOut("post planned for later", "posts planned for later");
            case "trash" -> told.leftOut("post in the trash", "posts in the trash");
            default ->
                told.leftOut(
                        "post with the status " + word(post.status()), "posts with the status " + word(post.status()));
        }
    }

    /** Whether a comment under a post that comes in is one for everybody; if not, says why. */
    static boolean isTaken(WordPressExport.Remark remark, Told told) {
        switch (remark.type()) {
            case "", "comment" -> {
                return isApproved(remark, told);
            }
            case "pingback" -> told.leftOut("pingback", "pingbacks");
            case "trackback" -> told.leftOut("trackback", "trackbacks");
            default ->
                told.leftOut("remark of the kind " + word(remark.type()), "remarks of the kind " + word(remark.type()));
        }
        return false;
    }

    private static boolean isApproved(WordPressExport.Remark remark, Told told) {
        switch (remark.status()) {
            case "1", "approve", "approved" -> {
                return true;
            }
            case "0", "hold", "" -> told.leftOut("comment that was not approved", "comments that were not approved");
            case "spam" -> told.leftOut("spam comment", "spam comments");
            case "trash", "post-trashed" -> told.leftOut("comment in the trash", "comments in the trash");
            default ->
                told.leftOut(
                        "comment with the status " + word(remark.status()),
                        "comments with the status " + word(remark.status()));
        }
        return false;
    }

    private static String word(String written) {
        return PlainNames.cut(written.isEmpty() ? "?" : written, 40);
    }
}
