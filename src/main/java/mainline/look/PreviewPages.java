package mainline.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import mainline.kernel.Burden;
import mainline.text.Markdown;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a text will look like, while it is being written. Nothing is kept. */
@Controller
class PreviewPages {
    /** @param of the name of the parameter that holds the text */
    @Burden(Burden.Kind.RENDERING)
    @PostMapping("/preview")
    ResponseEntity<String> preview(@RequestParam String of, HttpServletRequest request) {
        String text = Objects.requireNonNullElse(request.getParameter(of), "");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", java.nio.charset.StandardCharsets.UTF_8))
                .body(Markdown.preview(text).html().markup());
    }
}
