package mainline.text;

import mainline.kernel.Subject;

/** A thing of the community called in a text by its number: {@code idea 12}, {@code decision #4}, or {@code #12} for an idea. */
public record Reference(Subject.Kind kind, long number, String written) implements Mark {}
