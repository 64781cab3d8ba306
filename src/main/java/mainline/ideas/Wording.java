package mainline.ideas;

import mainline.kernel.Refused;

/** What an author writes into an idea. */
public record Wording(String title, String text, int clause, String interest) {

    void check(Refused.Check check) {
        check.text(title, "title", 200)
                .that(title.lines().count() <= 1, "title", "idea.title.one-line")
                .text(text, "text", 50_000)
                .optional(interest, "interest", 500);
    }

    Wording tidy() {
        return new Wording(title.strip(), text.replace("\r\n", "\n").strip(), clause, interest.strip());
    }
}
