package mainline.announcements;

import mainline.community.Audience;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** In whose name something is announced, which decides who hears it and how often. */
public sealed interface Voice {
    /** What the writer speaks for. */
    Subject of();

    /** What that is called; empty for the community itself. */
    String title();

    Audience.Many audience(PersonId writer);

    /** How messages about it are called. */
    String role();

    /** Those who oversee the whole handbook. They speak to everybody. */
    record Stewards(CommunityId community) implements Voice {
        @Override
        public Subject of() {
            return new Subject(community, Subject.Kind.COMMUNITY, 0);
        }

        @Override
        public String title() {
            return "";
        }

        @Override
        public Audience.Many audience(PersonId writer) {
            return new Audience.Members(writer);
        }

        @Override
        public String role() {
            return "stewards";
        }
    }

    /** Whoever convenes a project. They speak to those who follow it, as everybody does who takes part. */
    record Convener(Subject of, String title) implements Voice {
        @Override
        public Audience.Many audience(PersonId writer) {
            return new Audience.Followers(of, writer);
        }

        @Override
        public String role() {
            return "convener";
        }
    }

    /** Whoever asked a question that passed. They tell everybody what comes of it, once. */
    record Asker(Subject of, String title) implements Voice {
        @Override
        public Audience.Many audience(PersonId writer) {
            return new Audience.Members(writer);
        }

        @Override
        public String role() {
            return "asker";
        }
    }

    /** As it was kept. */
    static Voice kept(Subject of, String title) {
        if (of.kind() == Subject.Kind.PROJECT) return new Convener(of, title);
        if (of.kind() == Subject.Kind.DECISION) return new Asker(of, title);
        return new Stewards(of.community());
    }
}
