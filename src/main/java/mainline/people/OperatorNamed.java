package mainline.people;

import mainline.kernel.PersonId;

/** In the act's transaction. */
public record OperatorNamed(PersonId person, PersonId by) {}
