package mainline.look;

/**
 * An entry in a community's navigation; each module that has one contributes it as a bean.
 *
 * @param name names the message {@code section.NAME} and marks the current page
 * @param path below the community's own
 * @param place where in the row, ascending
 */
public record Section(String name, String path, int place) {}
