package mainline.look;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Mails of a small world of people, and one that wants to be more than it is. */
public final class MailExamples {
    private MailExamples() {}

    private static final Stationery PAPER = new Stationery(new Rendering().templateEngine());

    /** Each as mail programs show it that know HTML. */
    public static Map<String, String> pages() {
        return Map.of(
                "answer", write(anAnswer()).html(),
                "digest", write(aDigest()).html(),
                "arabic", write(inArabic()).html(),
                "hostile", write(hostile()).html());
    }

    static Stationery.Written write(MailBody body) {
        return PAPER.write(body);
    }

    static final String LONG = "word ".repeat(199) + "ends.";

    static MailBody anAnswer() {
        return MailBody.of(Locale.ENGLISH, "Harbour Leaders", "Ngozi Eze answered your concern")
                .says("In the question " + MailBody.own("Who may open the gate after sunset?")
                        + " you raised a concern. Ngozi has answered it and asks whether that settles it.")
                .quotes("""
                        The gate stays shut for cars, and whoever rows out early has a key.

                        If that is not enough: shall we try it for a month, and look again in June?""")
                .says(
                        "The question closes in three days, at the end of Sunday. Without a word from you, your concern stands.")
                .leads("Read it and answer", "https://harbour.example/harbour/decisions/7-who-may-open#concern-2")
                .because("You get this because you raised the concern.")
                .because("No more mails about this question", "https://harbour.example/me/notices/off?key=abc")
                .because("Choose what you are mailed", "https://harbour.example/me/notices");
    }

    static MailBody aDigest() {
        return MailBody.of(Locale.ENGLISH, "Harbour Leaders", "Your week in Harbour Leaders")
                .says("Two things ask for your word, and three have moved since Monday.")
                .heading("Waits for you")
                .lists(List.of(
                        new MailBody.Row(
                                "Who may open the gate after sunset?",
                                "https://harbour.example/harbour/decisions/7",
                                "Vote until the end of Sunday; 12 of 31 have."),
                        new MailBody.Row(
                                "نغلق الرصيف الشرقي في المساء",
                                "https://harbour.example/harbour/changes/41-نغلق-الرصيف",
                                "A change in your area waits for a steward.")))
                .heading("What is new")
                .lists(List.of(
                        new MailBody.Row("Lamps along the pier", "https://harbour.example/harbour/ideas/12"),
                        new MailBody.Row(
                                "Winter storage of the small boats", "https://harbour.example/harbour/projects/3"),
                        new MailBody.Row("Tide table of 2026 corrected", "https://harbour.example/harbour/changes/40")))
                .leads("To Harbour Leaders", "https://harbour.example/harbour")
                .because("You get this once a week because you are a member of Harbour Leaders.")
                .because("No more weekly mails", "https://harbour.example/me/notices/off?key=abc");
    }

    static MailBody inArabic() {
        return MailBody.of(Locale.of("ar"), "قادة الميناء", "أجابت نغوزي على اعتراضك")
                .says(
                        "في السؤال " + MailBody.own("Who may open the gate?")
                                + " قدّمت اعتراضًا، وقد أجابت عنه نغوزي وتسأل إن كان ذلك يكفي، وينتهي التصويت مساء الأحد القادم في الميناء.")
                .quotes("تبقى البوابة مغلقة أمام السيارات.\nThe key lies with Tomás.")
                .leads("اقرأ وأجب", "https://harbour.example/قادة/decisions/7")
                .because("تصلك هذه الرسالة لأنك قدّمت الاعتراض.");
    }

    /** Titles and words that try to be mark-up, links, headers, another direction. */
    static MailBody hostile() {
        String script = "<script>alert(1)</script><img src=x onerror=alert(2)> \"'&amp;";
        return MailBody.of(Locale.ENGLISH, "<b>win.example</b>", script)
                .heading("</h2><style>*{display:none}</style>")
                .says("Hello " + MailBody.own("https://evil.example/\u202eexe\u2069 and\r\nBcc: all@example.org")
                        + ", welcome.")
                .quotes(script + "\n[click](https://evil.example) www.evil.example, write to ann@harbour.example\n"
                        + LONG)
                .lists(List.of(new MailBody.Row(script, "https://harbour.example/a?b=c&d=%22e", "evil.example")))
                .leads(script, "https://harbour.example/harbour/ideas/7-<x>".replace("<x>", "x'y"))
                .because(script);
    }
}
