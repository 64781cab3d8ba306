package mainline.community;

import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;

/**
 * Something one person must hear of, published in the act's transaction; it reaches them by the ways they chose.
 *
 * @param subject where they are led to
 * @param text said in their language; a key of the publishing module
 */
public record Notice(PersonId to, Subject subject, Reason text) {}
