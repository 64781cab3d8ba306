package mainline.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import mainline.community.Community;
import mainline.community.Member;
import mainline.demo.Script.Made;
import mainline.kernel.PersonId;

/** The story while its chapters write it down: the script, the cast, and the community it is about. */
final class Story {
    private final Instant today;
    private final Script script;
    private final Cast cast;
    private final Community community;

    Story(Instant today, Script script, Cast cast, Community community) {
        this.today = today;
        this.script = script;
        this.cast = cast;
        this.community = community;
    }

    /** What is written down next happened so long ago. */
    void daysAgo(double days) {
        script.daysAgo(days);
    }

    Instant at(double daysAgo) {
        return script.at(daysAgo);
    }

    /** A day to come, or one that is past when the number is below zero. */
    LocalDate day(int fromToday) {
        return LocalDate.ofInstant(today, ZoneOffset.UTC).plusDays(fromToday);
    }

    void act(Runnable act) {
        script.act(act);
    }

    <T> Made<T> make(Supplier<T> act) {
        return script.make(act);
    }

    void join(String... names) {
        act(() -> cast.join(community, names));
    }

    Member as(String name) {
        return cast.in(community, name);
    }

    PersonId person(String name) {
        return cast.person(name);
    }

    static String text(String file) {
        try (InputStream in = Story.class.getResourceAsStream("harbour/" + file)) {
            if (in == null) throw new IllegalStateException("no example text " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
