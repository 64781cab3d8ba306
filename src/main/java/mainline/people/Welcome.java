package mainline.people;

import mainline.kernel.PersonId;

/** Where whoever made an account by an invitation belongs; a later module knows what invitations are. */
public interface Welcome {
    /**
     * PersonTold in the transaction in which the account begins.
     *
     * @param invitation the hash of its key
     * @return the path of the page to go to: where the person belongs now, or that the invitation does not hold any more
     */
    String welcome(byte[] invitation, PersonId person);
}
