package mainline.text;

/**
 * Somebody called in a text: {@code @amara}.
 *
 * @param handle as {@link mainline.kernel.Slug#fold} leaves it
 */
public record Mention(String handle, String written) implements Mark {}
