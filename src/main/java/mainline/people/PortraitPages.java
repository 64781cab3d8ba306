package mainline.people;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import mainline.kernel.Burden;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Takes;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.pictures.Pictures;
import mainline.pictures.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Choosing a picture of oneself, and the pictures themselves. */
@Controller
class PortraitPages {
    /** The largest file, and the fields around it. */
    private static final long LONGEST = Portraits.MOST + (64L << 10);

    /** A picture never changes under its hash. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    record Show(Shell shell, Person person, Form form) {}

    private final Portraits portraits;
    private final People people;

    PortraitPages(Portraits portraits, People people) {
        this.portraits = portraits;
        this.people = people;
    }

    @GetMapping("/me/picture")
    ModelAndView choose(Visitor visitor) {
        return Page.show("people/picture", page(visitor, Form.empty()));
    }

    @Takes(type = Takes.FILES, most = LONGEST, ofStrangers = 0, toFile = true)
    @Burden(Burden.Kind.PICTURE)
    @PostMapping("/me/picture")
    ModelAndView show(Visitor visitor, @RequestParam(required = false) @Nullable MultipartFile picture)
            throws IOException {
        try {
            if (picture == null || picture.isEmpty()) throw Refused.because("picture", "picture.missing");
            portraits.show(visitor.id(), Uploads.read(picture, portraits::read));
            return Page.go("/me/picture", "picture-shown");
        } catch (Refused refused) {
            return Page.refuse("people/picture", page(visitor, Form.refused(Map.of(), refused)));
        }
    }

    @DeleteMapping("/me/picture")
    ModelAndView remove(Visitor visitor) {
        portraits.remove(visitor.id());
        return Page.go("/me/picture", "picture-removed");
    }

    @GetMapping("/assets/people/{hash:[0-9a-f]{64}}")
    ResponseEntity<byte[]> picture(@PathVariable String hash) {
        Pictures.Clean picture = portraits.find(hash).orElseThrow(() -> new Missing("picture " + hash));
        return ResponseEntity.ok()
                .contentType(picture.ending().equals(".png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .cacheControl(FOR_EVER)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(picture.bytes());
    }

    private Show page(Visitor visitor, Form form) {
        return new Show(visitor.shell(), people.get(visitor.id()), form);
    }
}
