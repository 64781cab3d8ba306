package mainline.site;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Says that the server answers; what a proxy asks, and what a page's cost is measured against. */
@RestController
class PingPages {
    @GetMapping("/ping")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ping() {}
}
