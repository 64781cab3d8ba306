package mainline.look;

import java.time.Duration;
import mainline.kernel.Burden;
import mainline.kernel.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

@Controller
@Burden(Burden.Kind.NOTHING)
class AssetPages {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @GetMapping("/assets/{hash}/{name}")
    ResponseEntity<byte[]> show(
            @PathVariable String hash,
            @PathVariable String name,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String accepts) {
        Assets.Asset asset = Assets.find(hash, name);
        if (asset == null) throw new Missing("asset " + name);
        boolean zip = accepts != null && accepts.contains("gzip");
        var answer = ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (zip) answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        return answer.body(zip ? asset.zipped() : asset.plain());
    }

    /** Browsers ask for it whatever a page says. */
    @GetMapping("/favicon.ico")
    ResponseEntity<Void> favicon() {
        return ResponseEntity.status(301)
                .header(HttpHeaders.LOCATION, Assets.at("mark.svg"))
                .build();
    }
}
