package mainline.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.kernel.PersonId;
import mainline.people.People;

/** The people of the example, by their first names. They all sign in with the same password. */
final class Cast {
    static final String PASSWORD = "harbour-light-at-dawn";
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("amara", "Amara Okafor");
        NAMES.put("tomas", "Tomás Silva");
        NAMES.put("ngozi", "Ngozi Adeyemi");
        NAMES.put("joaquin", "Joaquín Paz");
        NAMES.put("mei", "Mei Tanaka");
        NAMES.put("farid", "فريد حداد");
        NAMES.put("sofie", "Sofie van den Berg-Lindqvist");
        NAMES.put("lena", "Lena Brandt");
    }

    private final Map<String, PersonId> people = new LinkedHashMap<>();
    private final Communities communities;

    Cast(People known, Communities communities) {
        this.communities = communities;
        NAMES.forEach((name, full) ->
                people.put(name, known.create(full, mail(name), PASSWORD).id()));
    }

    static String mail(String name) {
        return name + "@harbour.example";
    }

    PersonId person(String name) {
        PersonId person = people.get(name);
        if (person == null) throw new IllegalArgumentException(name);
        return person;
    }

    void join(Community community, String... names) {
        for (String name : names) communities.join(community.id(), person(name));
    }

    Member in(Community community, String name) {
        return new Member(community.id(), person(name));
    }
}
