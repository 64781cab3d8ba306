package mainline.people;

import mainline.kernel.PersonId;

/** Somebody is called otherwise from now on: published in the act's transaction. */
public record NameChanged(PersonId person, String handle, String name) {}
