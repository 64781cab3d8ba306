package mainline.ideas;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import mainline.community.ByToken;
import mainline.community.IdempotencyKey;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.kernel.Missing;
import mainline.kernel.Subject;
import mainline.people.AccessToken;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The withdrawal of an idea, and taking it back, for programs: a change of state is a resource. */
@RestController
@ByToken(AccessToken.Scope.READ)
@RequestMapping("/api/v1/{community}/ideas/{number:\\d{1,18}}/withdrawal")
class WithdrawalApi {
    private final Ideas ideas;
    private final Settings settings;

    WithdrawalApi(Ideas ideas, Settings settings) {
        this.ideas = ideas;
        this.settings = settings;
    }

    record WithdrawalJson(Instant at, String why) {}

    /** @param why as the withdrawn idea shows it to everybody; may be left out */
    record WhyJson(@Nullable String why) {
        String text() {
            return Objects.requireNonNullElse(why, "");
        }
    }

    @Operation(summary = "Read since when and why an idea is withdrawn")
    @GetMapping
    WithdrawalJson read(Viewer viewer, @PathVariable long number) {
        if (ideas.get(viewer, idea(viewer, number)).state() instanceof Idea.Withdrawn withdrawn)
            return new WithdrawalJson(withdrawn.at(), withdrawn.why());
        throw new Missing("withdrawal");
    }

    @Operation(summary = "Withdraw an idea of one's own")
    @ByToken(AccessToken.Scope.WRITE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WithdrawalJson> withdraw(
            Viewer viewer,
            @PathVariable long number,
            IdempotencyKey key,
            @RequestBody(required = false) @Nullable WhyJson sent) {
        Member author = viewer.member();
        Subject idea = idea(viewer, number);
        return key.once(author, sent, WithdrawalJson.class, () -> {
            ideas.withdraw(author, idea, sent == null ? "" : sent.text());
            String address = settings.address("/api/v1" + viewer.community().path(idea.path()) + "/withdrawal");
            return ResponseEntity.created(URI.create(address)).body(read(viewer, number));
        });
    }

    @Operation(summary = "Take a withdrawal back")
    @ByToken(AccessToken.Scope.WRITE)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(Viewer viewer, @PathVariable long number) {
        ideas.reopen(viewer.member(), idea(viewer, number));
    }

    private static Subject idea(Viewer viewer, long number) {
        return viewer.at(new Subject(viewer.community().id(), Subject.Kind.IDEA, number));
    }
}
