package mainline.demo;

import mainline.demo.PageProposals.NewPage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A page that no idea came before. */
@Component
@Order(5)
@ConditionalOnProperty("mainline.demo")
class AskFirst implements Chapter {
    private final PageProposals pages;

    AskFirst(PageProposals pages) {
        this.pages = pages;
    }

    @Override
    public void write(Story story) {
        NewPage page = new NewPage(
                "people/ask-before-you-advise.md",
                "asking.md",
                "Add: Ask before you advise",
                "We talk about it in every second one-to-one; here it is in one place.");
        pages.merge(story, 79, "mei", "amara", page, null);
    }
}
