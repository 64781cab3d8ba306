package mainline.site;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.community.ByToken;
import mainline.community.IdempotencyKey;
import mainline.community.IdempotencyKeys;
import mainline.community.IfMatch;
import mainline.community.Viewer;
import mainline.kernel.Cursor;
import mainline.platform.Settings;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** What the OpenAPI document says of all addresses for programs alike: who asks, in which community, and what goes wrong. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiDescription {
    private static final String TOKEN = "accessToken";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI describedApi(Settings settings) {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Viewer.class, IfMatch.class, IdempotencyKey.class)
                .replaceWithSchema(Cursor.class, new StringSchema());
        SecurityScheme bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("One of your access tokens; writing needs one that writes through the API.");
        return new OpenAPI()
                .info(new Info().title("Mainline").version("1"))
                .servers(List.of(new Server().url(settings.address(""))))
                .components(new Components().addSecuritySchemes(TOKEN, bearer));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("What went wrong, after RFC 9457.")
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("One sentence in the language asked for."))
                .addProperty(
                        "fields",
                        new MapSchema()
                                .additionalProperties(new StringSchema())
                                .description("What is wrong with each field; left out where no field is to blame."))
                .required(List.of("title", "status", "detail"));
    }

    private static ApiResponse refusal() {
        Schema<?> schema = new Schema<>().$ref(PROBLEM);
        return new ApiResponse()
                .description("What went wrong")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    @Bean
    OperationCustomizer whatProgramsSend() {
        return (operation, handler) -> {
            // A cursor that stands for the start is left out.
            if (operation.getParameters() != null)
                operation.getParameters().stream()
                        .map(Parameter::getSchema)
                        .filter(schema -> schema.getDefault() instanceof Cursor)
                        .forEach(schema -> schema.setDefault(null));
            boolean writes = handler.getMethodAnnotation(ByToken.class) != null;
            operation.addParametersItem(new Parameter()
                    .in("path")
                    .name("community")
                    .required(true)
                    .schema(new StringSchema())
                    .description("As it stands in the addresses of its pages."));
            if (takes(handler, IfMatch.class)) operation.addParametersItem(ifMatch());
            if (takes(handler, IdempotencyKey.class)) operation.addParametersItem(key());
            if (!writes) operation.addSecurityItem(new SecurityRequirement());
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            refusals(handler, writes)
                    .forEach(status -> operation
                            .getResponses()
                            .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + PROBLEM)));
            return operation;
        };
    }

    private static Stream<String> refusals(HandlerMethod handler, boolean writes) {
        return Stream.of(
                        Stream.of("400", "401", "404"),
                        writes ? Stream.of("403", "413", "415", "422") : Stream.<String>of(),
                        takes(handler, IfMatch.class) ? Stream.of("412", "428") : Stream.<String>of(),
                        takes(handler, IdempotencyKey.class) ? Stream.of("409") : Stream.<String>of())
                .flatMap(each -> each)
                .sorted();
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(each -> each.getParameterType() == type);
    }

    private static Parameter ifMatch() {
        return header("If-Match")
                .required(true)
                .description("The ETag of what you have read: 428 without one, 412 when it has changed since.");
    }

    private static Parameter key() {
        return header(IdempotencyKeys.HEADER)
                .description("A key of your choice. The same sent again under it within a day is done once and"
                        + " answered as the first time; something else is refused with 422.");
    }

    private static Parameter header(String name) {
        return new Parameter().in("header").name(name).schema(new StringSchema());
    }

    /** What is changed by its tag is always given with it. */
    @Bean
    OpenApiCustomizer whatProgramsAreAnswered() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem()).addResponses(PROBLEM, refusal());
            List<Operation> all = api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .toList();
            Set<String> tagged = all.stream()
                    .filter(each -> each.getParameters().stream().anyMatch(sent -> "If-Match".equals(sent.getName())))
                    .flatMap(each -> each.getResponses().values().stream())
                    .flatMap(ApiDescription::types)
                    .collect(Collectors.toSet());
            all.forEach(each -> each.getResponses().forEach((status, answer) -> {
                if (types(answer).anyMatch(tagged::contains)) answer.addHeaderObject("ETag", told("Its version."));
                if (status.equals("201")) answer.addHeaderObject("Location", told("Its address."));
            }));
        };
    }

    private static Header told(String what) {
        return new Header().description(what).schema(new StringSchema());
    }

    private static Stream<String> types(ApiResponse answer) {
        if (answer.getContent() == null) return Stream.of();
        return Stream.of(answer.getContent().values())
                .flatMap(Collection::stream)
                .map(MediaType::getSchema)
                .filter(schema -> schema != null && schema.get$ref() != null)
                .map(Schema::get$ref);
    }
}
