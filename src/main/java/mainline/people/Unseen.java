package mainline.people;

import mainline.kernel.PersonId;

/** How many notices somebody has not seen, for the bar of every page; counted up to a hundred. */
public interface Unseen {
    int of(PersonId person);
}
