package mainline.site;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/**
 * What went wrong, for programs: an RFC 9457 problem.
 *
 * @param fields what is wrong with each field, in the language asked for; empty when nothing was sent
 */
record Problem(int status, String title, String detail, Map<String, String> fields) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    View view() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        if (!fields.isEmpty()) problem.put("fields", fields);
        byte[] body = JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        return (model, request, response) -> {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(body);
        };
    }
}
