package mainline.community;

import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** Somebody takes part in something without standing in the record for it, such as by a vote: published in the act's transaction. */
public record TookPart(PersonId person, Subject subject) {}
