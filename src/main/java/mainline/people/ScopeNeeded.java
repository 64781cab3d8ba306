package mainline.people;

import java.io.Serial;

/** A program came with an access token that does not let it do this. */
public final class ScopeNeeded extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final AccessToken.Scope scope;

    public ScopeNeeded(AccessToken.Scope scope) {
        super("no access token to " + scope, null, false, false);
        this.scope = scope;
    }

    public AccessToken.Scope scope() {
        return scope;
    }
}
