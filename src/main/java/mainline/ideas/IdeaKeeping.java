package mainline.ideas;

import mainline.community.Member;

/** Keeps the one kind of part that a later module adds to ideas. */
public interface IdeaKeeping<P extends IdeaPart> {
    Class<P> kind();

    /** The idea was published with that part; called in the same transaction. */
    void published(Idea idea, P part, Member author);
}
