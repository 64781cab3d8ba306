package mainline.notices;

import mainline.kernel.PersonId;
import mainline.people.Unseen;
import org.springframework.stereotype.Component;

@Component
class UnseenNotices implements Unseen {
    private static final int MANY = 100;

    private final NoticeStore store;

    UnseenNotices(NoticeStore store) {
        this.store = store;
    }

    @Override
    public int of(PersonId person) {
        return store.unseen(person, MANY);
    }
}
