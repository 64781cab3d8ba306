package mainline.community;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import mainline.kernel.Burden;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a text will look like in this community, where it names people and things, while it is being written. */
@Controller
class ProsePages {
    /** @param of the name of the parameter that holds the text */
    @Burden(Burden.Kind.RENDERING)
    @PostMapping("/{community}/preview")
    ResponseEntity<String> preview(Here here, @RequestParam String of, HttpServletRequest request) {
        String text = Objects.requireNonNullElse(request.getParameter(of), "");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(here.preview(text).markup());
    }
}
