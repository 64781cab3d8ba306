package mainline.ideas;

/** What a later module adds to an idea that is published, such as the effort it needs: a record of that module. */
public interface IdeaPart {}
