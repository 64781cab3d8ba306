package mainline.site;

import java.util.Locale;
import java.util.Map;
import mainline.community.Communities;
import mainline.founding.Beginnings;
import mainline.founding.FoundingFields;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first account and the first community, made together and once. */
@Component
class SetUp {
    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);

    private final People people;
    private final Communities communities;
    private final Beginnings beginnings;
    private final Settings settings;

    SetUp(People people, Communities communities, Beginnings beginnings, Settings settings) {
        this.people = people;
        this.communities = communities;
        this.beginnings = beginnings;
        this.settings = settings;
    }

    /** Where the data was imported before, there is a community already. */
    boolean needsCommunity() {
        return communities.all().isEmpty();
    }

    /**
     * @param language of whoever begins
     * @throws mainline.kernel.Refused for {@code code}, {@code name}, {@code mail}, {@code password}, {@code community},
     *     {@code zone} and {@code statement}; nothing is made then
     */
    @Transactional
    public Person complete(Map<String, String> typed, Locale language) {
        Person person = people.createFirst(
                typed.getOrDefault("code", ""),
                typed.getOrDefault("name", ""),
                typed.getOrDefault("mail", ""),
                typed.getOrDefault("password", ""));
        if (needsCommunity())
            SetUpForm.ofCommunity(() -> beginnings.begin(
                    FoundingFields.read(typed, "community"), FoundingFields.start(typed), language, person.id()));
        return person;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tellTheCode() {
        if (!settings.serving() || settings.demo() || people.isSetUp()) return;
        LOG.info("Set this installation up at {} with the code {}", settings.address("/setup"), people.setUpCode());
    }
}
