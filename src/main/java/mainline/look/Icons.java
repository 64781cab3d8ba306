package mainline.look;

import java.util.List;
import mainline.text.Html;

/** The drawings of {@code icon.jte}, on a square of 20. */
final class Icons {
    static final List<String> NAMES = List.of(
            "check",
            "cross",
            "plus",
            "clock",
            "dot",
            "flag",
            "comment",
            "branch",
            "merge",
            "page",
            "book",
            "person",
            "people",
            "hand",
            "search",
            "edit",
            "link",
            "external",
            "sun",
            "moon",
            "screen",
            "globe",
            "down",
            "right",
            "up",
            "mail",
            "bell",
            "scale",
            "flask",
            "warn",
            "info",
            "again",
            "lock",
            "key",
            "out",
            "star");

    private Icons() {}

    static Html of(String name) {
        return new Html(drawing(name));
    }

    private static String drawing(String name) {
        return switch (name) {
            case "check" -> path("m4 10.500 4 4 8-9");
            case "cross" -> path("m5 5 10 10M15 5 5 15");
            case "plus" -> path("M10 4v12M4 10h12");
            case "clock" -> circle(10, 10, 7) + path("M10 6v4l2.500 2");
            case "dot" -> circle(10, 10, 3);
            case "flag" -> path("M5 17V3.500h9.500l-2 3.500 2 3.500H5");
            case "comment" -> path("M3.500 4.500h13v9H9l-3.500 3v-3h-2z");
            case "branch" -> path("M6 4v12M6 13c0-4.500 8-2.500 8-6.500") + circle(14, 4.5, 1.8);
            case "merge" -> path("M6 4v12M6 7c0 4.500 8 2.500 8 6") + circle(14, 15, 1.8);
            case "page" -> path("M5 3h6.500L15 6.500V17H5zM11.500 3v3.500H15M7.500 10h5M7.500 13h5");
            case "book" ->
                path(
                        "M10 5.500C8 4 5.500 4 3.500 4.500v11c2-.500 4.500-.500 6.500 1 2-1.500 4.500-1.500 6.500-1v-11c-2-.500-4.500-.500-6.500 1zm0 0v11");
            case "person" -> circle(10, 7, 3) + path("M4 17c.500-3.500 3-5 6-5s5.500 1.500 6 5");
            case "people" ->
                circle(7.5, 7.5, 2.5)
                        + path(
                                "M2.500 16c.500-3 2.500-4 5-4s4.500 1 5 4M12.500 5.200a2.500 2.500 0 0 1 0 4.600M14.500 12.300c1.700.500 2.700 1.700 3 3.700");
            case "hand" ->
                path(
                        "M6 11V6.500a1.200 1.200 0 0 1 2.400 0V4.700a1.200 1.200 0 0 1 2.400 0v.800a1.200 1.200 0 0 1 2.400 0v1.200a1.200 1.200 0 0 1 2.300 0V12c0 3-2 5-4.700 5-2.500 0-3.600-1-5-3.300L3.600 10.500c.700-1 1.700-.700 2.400.500");
            case "search" -> circle(9, 9, 5) + path("m13 13 4 4");
            case "edit" -> path("m4 16 .800-3.500L13.500 3.800l2.700 2.700-8.700 8.700zM11.500 5.800l2.700 2.700");
            case "link" ->
                path(
                        "M8.500 11.500a3 3 0 0 0 4.300 0l2.700-2.700a3 3 0 0 0-4.300-4.300l-.900.900M11.500 8.500a3 3 0 0 0-4.300 0l-2.700 2.700a3 3 0 0 0 4.300 4.300l.900-.900");
            case "external" -> path("M8 5H4.500v10.500H15V12M11 4h5v5M16 4l-7 7");
            case "sun" ->
                circle(10, 10, 3)
                        + path("M10 3v1.500M10 15.500V17M3 10h1.500M15.500 10H17M5 5l1 1M14 14l1 1M5 15l1-1M14 6l1-1");
            case "moon" -> path("M16 12A6.500 6.500 0 0 1 8 4a6.500 6.500 0 1 0 8 8z");
            case "screen" -> path("M3 4.500h14v9H3zM7.500 16.500h5");
            case "globe" -> circle(10, 10, 6.5) + path("M3.500 10h13M10 3.500c4 4 4 9 0 13-4-4-4-9 0-13z");
            case "down" -> path("m5 8 5 5 5-5");
            case "right" -> path("m8 5 5 5-5 5");
            case "up" -> path("m5 12 5-5 5 5");
            case "mail" -> path("M3 5h14v10H3zm0 .500 7 5.500 7-5.500");
            case "bell" -> path("M5 13.500V9a5 5 0 0 1 10 0v4.500l1.500 1.500h-13zM8.500 17h3");
            case "scale" -> path("M10 3.500v13M6 16.500h8M4 6h12M4 6l-2 5h4zM16 6l-2 5h4z");
            case "flask" ->
                path(
                        "M8 3h4M8.500 3v5L4 15.500c-.400.800 0 1.500 1 1.500h10c1 0 1.400-.700 1-1.500L11.500 8V3M6.500 12.500h7");
            case "warn" -> path("M10 3.500 17.500 16.500h-15zM10 8v4M10 14.300v.200");
            case "info" -> circle(10, 10, 7) + path("M10 9.500V14M10 6.500v.200");
            case "again" -> path("M15.500 8A6 6 0 1 0 16 11.500M16 4v4h-4");
            case "lock" -> path("M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9");
            case "key" -> circle(7, 13, 3) + path("m9.200 10.800 6.300-6.300M13 7l2 2");
            case "out" -> path("M8 4H4v12h4M9 10h8M14 7l3 3-3 3");
            case "star" ->
                path("m10 3 2.100 4.600 5 .600-3.700 3.400 1 5L10 14.100l-4.400 2.500 1-5L2.900 8.200l5-.600z");
            default -> throw new IllegalArgumentException("no icon " + name);
        };
    }

    private static String path(String path) {
        return "<path d=\"" + path + "\"/>";
    }

    private static String circle(double x, double y, double radius) {
        return "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"" + radius + "\"/>";
    }
}
