package mainline.site;

import mainline.kernel.Burden;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Says that the server answers; what a proxy asks, and what a page's cost is measured against. */
@RestController
@Burden(Burden.Kind.NOTHING)
class PingPages {
    @GetMapping("/ping")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ping() {}
}
