package mainline.community;

import org.springframework.stereotype.Component;

/** Begins the {@link Reading} of a page. */
@Component
class Readings {
    private final CalledPeople people;
    private final Titles titles;

    Readings(CalledPeople people, Titles titles) {
        this.people = people;
        this.titles = titles;
    }

    Reading by(Viewer viewer) {
        return new Reading(viewer, people, titles);
    }
}
