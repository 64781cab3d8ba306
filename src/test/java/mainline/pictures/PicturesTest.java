package mainline.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import mainline.kernel.Refused;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    private final Pictures pictures = new Pictures();

    @TempDir
    private Path folder;

    private static BufferedImage drawn(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static BufferedImage seen(Pictures.Clean picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }

    private Pictures.Clean clean(byte[] bytes) {
        try {
            return pictures.clean(Files.write(folder.resolve("picture"), bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String refusal(byte[] file) {
        Refused refused = Assertions.catchThrowableOfType(Refused.class, () -> clean(file));
        assertThat(refused).isNotNull();
        return refused.problems().get("picture").key();
    }

    private static byte[] with(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_square_is_cut_from_the_middle() throws IOException {
        BufferedImage wide = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = wide.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(300, 0, 300, 300);
        pen.dispose();
        BufferedImage square =
                seen(pictures.square(Files.write(folder.resolve("wide"), file(wide, "png")), 128, Pictures.BIGGEST));
        assertThat(square.getWidth()).isEqualTo(128);
        assertThat(square.getHeight()).isEqualTo(128);
        for (int x : new int[] {2, 64, 125})
            assertThat(new Color(square.getRGB(x, 64))).isEqualTo(Color.RED);
    }

    @Test
    void a_picture_keeps_its_kind_and_its_clear_parts() throws IOException {
        Pictures.Clean png = clean(file(drawn(40, 30, BufferedImage.TYPE_INT_ARGB), "png"));
        assertThat(png.ending()).isEqualTo(".png");
        assertThat(new Color(seen(png).getRGB(35, 25), true).getAlpha()).isZero();
        assertThat(clean(file(drawn(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg"))
                        .ending())
                .isEqualTo(".jpg");
        assertThat(clean(file(drawn(40, 30, BufferedImage.TYPE_INT_RGB), "gif")).ending())
                .isEqualTo(".png");
    }

    @Test
    void webp_is_read_and_becomes_something_every_program_shows() throws IOException {
        byte[] webp = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        Pictures.Clean picture = clean(webp);
        assertThat(picture.ending()).isEqualTo(".jpg");
        assertThat(seen(picture).getWidth()).isEqualTo(1);
    }

    @Test
    void a_large_picture_is_made_as_large_as_a_page_needs() throws IOException {
        BufferedImage seen = seen(clean(file(drawn(5000, 3000, BufferedImage.TYPE_INT_RGB), "jpeg")));
        assertThat(seen.getWidth()).isEqualTo(2400);
        assertThat(seen.getHeight()).isEqualTo(1440);
        assertThat(new Color(seen.getRGB(100, 100)).getRed()).isGreaterThan(200);
    }

    @Test
    void a_photograph_stands_upright_and_does_not_tell_where_it_was_taken() throws IOException {
        byte[] jpeg = file(drawn(60, 40, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] tiff = latin("MM\0*\0\0\0\b\0\1\1\u0012\0\3\0\0\0\1\0\6\0\0\0\0\0\0GPS 43.26 N 2.93 W");
        byte[] exif = with(latin("Exif\0\0"), tiff);
        int length = exif.length + 2;
        byte[] segment = with(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length}, exif);
        byte[] photograph = with(with(Arrays.copyOf(jpeg, 2), segment), Arrays.copyOfRange(jpeg, 2, jpeg.length));
        assertThat(new String(photograph, StandardCharsets.ISO_8859_1)).contains("GPS 43.26");
        Pictures.Clean clean = clean(photograph);
        assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        BufferedImage seen = seen(clean);
        assertThat(seen.getWidth()).isEqualTo(40);
        assertThat(seen.getHeight()).isEqualTo(60);
        assertThat(new Color(seen.getRGB(30, 10)).getRed())
                .as("the red corner is at the right now")
                .isGreaterThan(200);
    }

    @Test
    void a_picture_that_would_unfold_to_too_many_pixels_is_not_unfolded() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.write(latin("\u0089PNG\r\n\u001a\n"));
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.write(latin("IHDR"));
        fields.writeInt(20_000);
        fields.writeInt(20_000);
        fields.write(new byte[] {8, 6, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.toByteArray());
        out.writeInt(13);
        out.write(header.toByteArray());
        out.writeInt((int) sum.getValue());
        assertThat(refusal(png.toByteArray())).isEqualTo("picture.too-large");
    }

    @Test
    void what_is_no_picture_is_told_by_what_is_in_it() throws IOException {
        assertThat(refusal(latin("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")))
                .isEqualTo("picture.other-kind");
        assertThat(refusal(latin("<html>"))).isEqualTo("picture.other-kind");
        assertThat(refusal(new byte[0])).isEqualTo("picture.empty");
        assertThat(refusal(new byte[Pictures.BIGGEST + 1])).isEqualTo("picture.too-big");
        byte[] png = file(drawn(400, 300, BufferedImage.TYPE_INT_RGB), "png");
        assertThat(refusal(Arrays.copyOf(png, png.length / 2))).isEqualTo("picture.unreadable");
        assertThat(refusal(latin("GIF89a and nothing more"))).isEqualTo("picture.unreadable");
        assertThat(refusal(latin("RIFF\0\0\0\0WEBPVP8 nothing more"))).isEqualTo("picture.unreadable");
        assertThat(refusal(latin("\u00ff\u00d8\u00ff\u00e0 nothing"))).isEqualTo("picture.unreadable");
    }

    @Test
    void what_else_is_in_the_file_is_gone() throws IOException {
        byte[] jpeg = file(drawn(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] polyglot = with(jpeg, latin("<script>alert(1)</script>PK\3\4"));
        assertThat(new String(clean(polyglot).bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script", "PK\3\4");
    }

    @Test
    void a_picture_that_moves_is_refused() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(gif)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(writer.getDefaultStreamMetadata(null));
            for (int i = 0; i < 2; i++) {
                BufferedImage frame = drawn(10 + i, 10 + i, BufferedImage.TYPE_INT_RGB);
                var about = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
                writer.writeToSequence(new IIOImage(frame, null, about), null);
            }
            writer.endWriteSequence();
        }
        assertThat(refusal(gif.toByteArray())).isEqualTo("picture.moves");
    }

    @Test
    void a_photograph_of_a_phone_comes_in_and_is_kept_small() throws IOException {
        BufferedImage large = drawn(9248, 6936, BufferedImage.TYPE_BYTE_GRAY);
        Pictures.Clean clean = clean(file(large, "jpeg"));
        assertThat(clean.bytes().length).isLessThan(5 * 1024 * 1024);
        assertThat(seen(clean).getWidth()).isEqualTo(2400);
        byte[] padded = Arrays.copyOf(file(drawn(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg"), Pictures.BIGGEST);
        assertThat(clean(padded).bytes().length).isLessThan(5000);
    }

    @Test
    void who_sends_what_only_phones_show_hears_how_to_send_it_otherwise() {
        for (String brand : new String[] {"heic", "heix", "mif1", "msf1", "hevc", "avif", "avis"})
            assertThat(refusal(latin("\0\0\0\u0018ftyp" + brand + "\0\0\0\0mif1heic")))
                    .as(brand)
                    .isEqualTo("picture.of-phones");
        assertThat(refusal(latin("\0\0\0\u0018ftypisom\0\0\0\0"))).isEqualTo("picture.other-kind");
    }

    @Test
    void what_ends_too_early_is_told_whatever_its_kind() throws IOException {
        BufferedImage noise = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        java.util.Random random = new java.util.Random(5);
        for (int x = 0; x < 300; x++) for (int y = 0; y < 200; y++) noise.setRGB(x, y, random.nextInt(1 << 24));
        for (String format : new String[] {"png", "jpeg", "gif"}) {
            byte[] whole = file(noise, format);
            for (double part : new double[] {.05, .5, .9})
                assertThat(refusal(Arrays.copyOf(whole, (int) (whole.length * part))))
                        .as(format + " " + part)
                        .isEqualTo("picture.unreadable");
        }
    }

    @Test
    void a_frame_that_says_less_than_what_is_in_it_does_not_help() {
        byte[] outer = latin("RIFF\u0040\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0\u000f\0\0\u000f\0\0");
        byte[] inner = latin("VP8 \u0010\0\0\0\u0010\u0001\0\u009d\u0001\u002a\u00ff\u003f\u00ff\u003f\0\0\0\0\0\0");
        assertThat(refusal(with(outer, inner))).isEqualTo("picture.too-large");
        byte[] lossless = latin("VP8L\u0010\0\0\0\u002f\u00ff\u00ff\u00ff\u000f\0\0\0\0\0\0\0\0\0\0\0");
        assertThat(refusal(with(outer, lossless))).isEqualTo("picture.too-large");
    }
}
