package mainline.kernel;

/** The number of a person in this installation. */
public record PersonId(long value) {}
