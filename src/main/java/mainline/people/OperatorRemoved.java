package mainline.people;

import mainline.kernel.PersonId;

/** In the act's transaction. */
public record OperatorRemoved(PersonId person, PersonId by) {}
