package mainline.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.community.Communities;
import mainline.pictures.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pictures people show of themselves. */
@MainlineTest
class PortraitsTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final PortraitStore store;
    private final Communities communities;
    private final JdbcClient sql;
    private final Village village;

    private Browser browser;
    private Person pia;

    @LocalServerPort
    private int port;

    PortraitsTest(People people, PortraitStore store, Communities communities, JdbcClient sql, Village village) {
        this.people = people;
        this.store = store;
        this.communities = communities;
        this.sql = sql;
        this.village = village;
    }

    @BeforeEach
    void pia_joins() {
        String mail = "pia-portrays" + NEXT.incrementAndGet() + "@example.org";
        pia = people.create("Pia Åkesson-Vidal", mail, PASSWORD);
        communities.join(village.community.id(), pia.id());
        browser = new Browser(port).signIn(mail, PASSWORD).get("/me/picture");
    }

    private static byte[] drawn(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", file);
        return file.toByteArray();
    }

    private void upload(byte[] file) {
        browser.upload("/me/picture", Map.of(), "picture", "pia.jpg", file);
    }

    private String portrait() {
        return browser.get(village.community.path("people/" + pia.handle()))
                .page()
                .select("main img.face")
                .attr("src");
    }

    @Test
    void a_picture_becomes_a_small_square_beside_the_name_and_is_kept_by_browsers_for_good() throws IOException {
        upload(drawn(900, 600));
        assertThat(browser.text()).contains("This is how others see you now");
        Browser onlooker = new Browser(port).get(portrait());
        assertThat(onlooker.header("Cache-Control")).contains("immutable", "public");
        assertThat(onlooker.header("Content-Type")).isEqualTo("image/jpeg");
        byte[] kept = store.find(people.get(pia.id()).picture()).orElseThrow().bytes();
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(seen.getWidth()).isEqualTo(128);
        assertThat(seen.getHeight()).isEqualTo(128);
    }

    @Test
    void ones_own_circle_in_the_bar_is_the_picture_as_well() throws IOException {
        assertThat(browser.page().select(".bar .face").text()).isEqualTo("PV");
        upload(drawn(90, 90));
        assertThat(browser.get("/me").page().select(".bar img.face").attr("src"))
                .isEqualTo(portrait());
    }

    @Test
    void whoever_takes_the_picture_away_is_drawn_by_initials_and_nothing_of_it_is_kept() throws IOException {
        upload(drawn(90, 90));
        String picture = portrait();
        browser.get("/me/picture").submit("/me/picture", Map.of("_method", "delete"));
        assertThat(portrait()).isEmpty();
        assertThat(browser.page().select("main .face").text()).isEqualTo("PV");
        assertThat(new Browser(port).ask(picture).status()).isEqualTo(404);
    }

    @Test
    void what_is_too_big_or_no_picture_is_refused_beside_the_field() throws IOException {
        upload("<svg onload='alert(1)'/>".getBytes(UTF_8));
        assertThat(browser.page().select("#f-picture-problem").text()).contains("no PNG, JPEG, GIF or WebP");
        upload(Arrays.copyOf(drawn(90, 90), Portraits.MOST + 1));
        assertThat(browser.page().select("#f-picture-problem").text()).contains("2 MB at most");
        upload(new byte[0]);
        assertThat(browser.page().select("#f-picture-problem").text()).contains("Choose a picture");
    }

    @Test
    void a_picture_goes_with_the_person() throws IOException {
        Person brought = people.bring("Nora Brief", null);
        store.put(brought.id(), new Pictures.Clean(".jpg", drawn(128, 128)));
        sql.sql("delete from person where id = ?").param(brought.id().value()).update();
        assertThat(sql.sql("select count(*) from person_picture where person_id = ?")
                        .param(brought.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void initials_take_whole_signs_of_the_first_and_the_last_word() {
        assertThat(Initials.of(named("ليلى حداد")).signs()).isEqualTo("لح");
        assertThat(Initials.of(named("Cher")).signs()).isEqualTo("C");
        assertThat(Initials.of(named("-")).signs()).isEqualTo("-");
        assertThat(Initials.of(named("Ann -")).signs()).isEqualTo("A");
        assertThat(Initials.of(named("👩‍🚀 Ann B. Orr")).signs()).isEqualTo("👩‍🚀O");
    }

    private Person named(String name) {
        return new Person(pia.id(), pia.handle(), name, "", pia.since(), null);
    }
}
