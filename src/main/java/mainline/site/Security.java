package mainline.site;

import jakarta.servlet.DispatcherType;
import mainline.people.Operators;
import mainline.people.SessionFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** What every request passes: who is asking, whether a write came from one of our own forms, and the headers of the answer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Security {
    /** Fetching from git is a POST without a form; it reads only. */
    private static final String GIT_FETCH = "/{community}/handbook.git/git-upload-pack";

    /** A push carries an access token; cookies count for nothing there. */
    private static final String GIT_PUSH = "/{community}/handbook.git/git-receive-pack";

    /** Logs elsewhere ask for our cosignature; what they send is signed. */
    private static final String WITNESS = "/witness/add-checkpoint";
    /** Signed in itself, and sent by mail programs (RFC 8058). */
    private static final String UNSUBSCRIBE = "/unsubscribe/{token}";

    /** Programs write with an access token; cookies count for nothing there either. */
    private static final String API = "/api/**";

    @Bean
    CsrfTokenRepository formTokens() {
        return new FormTokens();
    }

    @Bean
    SecurityFilterChain securityChain(
            HttpSecurity http, SessionFilter sessions, CsrfTokenRepository formTokens, Barred barred) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, GIT_FETCH),
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, GIT_PUSH),
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, WITNESS),
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, UNSUBSCRIBE),
                                PathPatternRequestMatcher.pathPattern(API)))
                .headers(Headers::write)
                .addFilterBefore(new Refusals(), CsrfFilter.class)
                .addFilterBefore(sessions, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/admin", "/admin/**")
                        .hasAuthority(Operators.RIGHT)
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(
                        barring -> barring.authenticationEntryPoint(barred).accessDeniedHandler(barred))
                .build();
    }

    /** The filter belongs to the chain above, not before it. */
    @Bean
    FilterRegistrationBean<SessionFilter> sessionFilterOnlyInChain(SessionFilter filter) {
        FilterRegistrationBean<SessionFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** People sign in through their own module. */
    @Bean
    AuthenticationManager nobodyElse() {
        return attempt -> {
            throw new BadCredentialsException("not here");
        };
    }
}
