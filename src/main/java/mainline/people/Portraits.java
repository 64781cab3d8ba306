package mainline.people;

import java.nio.file.Path;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.pictures.Pictures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pictures people show of themselves. Whoever shows none is drawn by their {@link Initials}. */
@Component
public class Portraits {
    /** So many bytes of a file are taken. */
    public static final int MOST = 2 << 20;

    /** In pixels: twice of what the largest is shown as. */
    static final int SIDE = 128;

    private final PortraitStore store;
    private final Pictures pictures;
    private final PersonTold told;

    Portraits(PortraitStore store, Pictures pictures, PersonTold told) {
        this.store = store;
        this.pictures = pictures;
        this.told = told;
    }

    /**
     * The middle of a picture, and nothing else that was in the file. It takes a while: no transaction waits for it.
     *
     * @throws Refused for {@code picture}
     */
    Pictures.Clean read(Path file) {
        return pictures.square(file, SIDE, MOST);
    }

    /** Shows this from now on. */
    @Transactional
    public void show(PersonId person, Pictures.Clean picture) {
        store.put(person, picture);
        told.changed(person);
    }

    @Transactional
    public void remove(PersonId person) {
        store.remove(person);
        told.changed(person);
    }

    /** @param hash as in {@link Person#picture} */
    public Optional<Pictures.Clean> find(String hash) {
        return store.find(hash);
    }
}
