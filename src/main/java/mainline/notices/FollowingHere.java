package mainline.notices;

import mainline.community.Following;
import mainline.community.Member;
import org.springframework.stereotype.Component;

/** Says on the page of a thing how much its reader hears of it. */
@Component
class FollowingHere implements Following {
    private final Follows follows;

    FollowingHere(Follows follows) {
        this.follows = follows;
    }

    @Override
    public String level(Member member, String what) {
        return follows.level(member.person(), member.community(), what).code();
    }
}
