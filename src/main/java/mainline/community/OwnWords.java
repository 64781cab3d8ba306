package mainline.community;

import java.util.Locale;
import mainline.kernel.CommunityId;
import mainline.kernel.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is written in a community's name and stays, such as in its handbook: in its own language, whoever acts or reads. */
@Component
public class OwnWords {
    private final MessageSource messages;
    private final Communities communities;

    OwnWords(MessageSource messages, Communities communities) {
        this.messages = messages;
        this.communities = communities;
    }

    public String say(CommunityId community, String key, Object... gaps) {
        Locale language = communities.find(community).map(Community::language).orElse(Languages.usual());
        return messages.getMessage(key, gaps, language);
    }
}
