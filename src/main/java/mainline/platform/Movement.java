package mainline.platform;

import mainline.kernel.Subject;

/**
 * Something became of a subject. It says that, and never what: no person and no text is in it, so that whoever may know of
 * the community may be told.
 *
 * @param verb the code of what was done, such as {@code idea.published}
 */
public record Movement(Subject subject, String verb) {}
