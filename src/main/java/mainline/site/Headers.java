package mainline.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers of every answer, after OWASP ASVS 5 chapter 3. */
final class Headers {
    private static final long YEAR = 31_536_000;
    private static final String NOTHING_ALLOWED =
            "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()";

    private Headers() {}

    static void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.httpStrictTransportSecurity(tls -> tls.maxAgeInSeconds(YEAR).includeSubDomains(false))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NOTHING_ALLOWED))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .addHeaderWriter(new ContentPolicy());
    }

    /** Scripts run only with the nonce of this answer, and nothing on a page comes from elsewhere. */
    private static final class ContentPolicy implements HeaderWriter {
        private static final String NAME = "Content-Security-Policy";
        private static final String POLICY =
                "style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
                        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

        @Override
        public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
            // The browser goes on using the page it has, with the nonce that came with it.
            if (response.getStatus() == HttpStatus.NOT_MODIFIED.value() || response.containsHeader(NAME)) return;
            String script = "script-src 'nonce-" + request.getAttribute(Nonces.NAME) + "' 'strict-dynamic'; ";
            response.setHeader(NAME, "default-src 'none'; " + script + POLICY);
        }
    }
}
