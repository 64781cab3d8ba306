package mainline.site;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP over {@link Connections} that are counted. The server makes it by its name. */
public final class Doorway extends Http11NioProtocol {
    private final Connections connections;

    public Doorway() {
        this(new Connections());
    }

    private Doorway(Connections connections) {
        super(connections);
        this.connections = connections;
    }

    Connections connections() {
        return connections;
    }
}
