package mainline.pictures;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import mainline.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * Makes of an uploaded file a picture that can do nothing but be seen: it is decoded within bounds, drawn anew and encoded
 * again, so that where it was taken, and whatever else was in the file, is gone.
 */
@Component
public class Pictures {
    private static final int MEGABYTE = 1024 * 1024;
    /** As large as a phone makes them. */
    public static final int BIGGEST = 25 * MEGABYTE;
    /** What comes of it is smaller; only a picture with clear parts and as many colours as pixels is not. */
    private static final int MOST_KEPT = 5 * MEGABYTE;

    private static final int LONGEST_SIDE = 2400;
    /** What becomes a small square is decoded to so many times its side, so that what is cut off leaves enough. */
    private static final int SHARPER = 8;

    private static final int WORTH_COMPRESSING = MEGABYTE;
    /** "Exif" and two zeros before what it says. */
    private static final int EXIF_NAME = 6;

    /** What decoders say of a file that ends too early or has holes, and go on. */
    private static final Pattern DAMAGED = Pattern.compile("(?i)premature|corrupt|truncat|unexpected end");

    private static final float QUALITY = .85f;

    /** One at a time: a decoded picture takes up to a hundred megabytes. */
    private final Semaphore decoding = new Semaphore(1);

    static {
        ImageIO.setUseCache(false);
    }

    /** How a decoded picture is drawn anew. */
    private interface Drawing {
        BufferedImage of(BufferedImage read, int orientation);
    }

    /** @param ending of its name, with the dot */
    public record Clean(String ending, byte[] bytes) {}

    /**
     * As large as a page has use for.
     *
     * @param file at most {@link #BIGGEST} bytes of it are looked at
     * @throws Refused for {@code picture}
     */
    public Clean clean(Path file) {
        return clean(file, BIGGEST, LONGEST_SIDE, Pictures::upright);
    }

    /**
     * The middle of it as a square.
     *
     * @param side in pixels
     * @param biggest how many bytes the file may have
     * @throws Refused for {@code picture}
     */
    public Clean square(Path file, int side, int biggest) {
        return clean(file, biggest, SHARPER * side, (read, orientation) -> middle(upright(read, orientation), side));
    }

    private Clean clean(Path file, int biggest, int longestSide, Drawing drawing) {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            if (in.length() == 0) throw refused("picture.empty");
            if (in.length() > biggest) throw refused("picture.too-big", biggest / MEGABYTE);
            if (PictureKind.isOfPhones(in)) throw refused("picture.of-phones");
            PictureKind kind = PictureKind.of(in).orElseThrow(() -> refused("picture.other-kind"));
            if (!decoding.tryAcquire(30, TimeUnit.SECONDS)) throw refused("picture.busy");
            try (ImageInputStream all = new MemoryCacheImageInputStream(Files.newInputStream(file))) {
                if (kind.isAnimated(all)) throw refused("picture.moves");
                int orientation = orientation(kind, all);
                return encoded(kind, drawing.of(read(kind, all, longestSide), orientation));
            } finally {
                decoding.release();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw refused("picture.busy");
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refused known) throw known;
            throw refused("picture.unreadable");
        }
    }

    private static Refused refused(String key, Object... gaps) {
        return Refused.because("picture", key, gaps);
    }

    private static ImageInputStream input(byte[] file) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    }

    /** Decoded to hardly more than is kept, whatever it would unfold to. */
    private static BufferedImage read(PictureKind kind, ImageInputStream in, int longestSide) throws IOException {
        long most = kind.mostPixels(in);
        notTooLarge(kind.inner(in), most);
        ImageReader reader = kind.reader();
        try {
            in.seek(0);
            reader.setInput(in, false, true);
            PictureKind.Sides sides = new PictureKind.Sides(reader.getWidth(0), reader.getHeight(0));
            if (sides.width() < 1 || sides.height() < 1) throw refused("picture.unreadable");
            notTooLarge(sides, most);
            reader.addIIOReadWarningListener((source, warning) -> {
                if (DAMAGED.matcher(warning).find()) throw refused("picture.unreadable");
            });
            ImageReadParam param = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(sides.width(), sides.height()) / longestSide);
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static void notTooLarge(PictureKind.Sides sides, long most) {
        if (sides.pixels() > most) throw refused("picture.too-large", most / 1_000_000, sides.width(), sides.height());
    }

    /** Which way a camera was held, from 1 to 8; 1 when nothing tells. */
    private static int orientation(PictureKind kind, ImageInputStream in) {
        if (kind != PictureKind.JPEG) return 1;
        try {
            in.seek(0);
            for (JPEGSegment segment : JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif")) {
                try (InputStream exif = segment.segmentData()) {
                    exif.skipNBytes(EXIF_NAME);
                    Directory told = new TIFFReader().read(input(exif.readAllBytes()));
                    Entry held = told.getEntryById(TIFF.TAG_ORIENTATION);
                    if (held != null && held.getValue() instanceof Number number) return number.intValue();
                }
            }
        } catch (IOException | RuntimeException nothing) {
            return 1;
        }
        return 1;
    }

    /** Drawn anew, the right way up, and no larger than is of use on a page. */
    private static BufferedImage upright(BufferedImage read, int orientation) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean turned = orientation >= 5 && orientation <= 8;
        BufferedImage drawn = new BufferedImage(
                turned ? height : width,
                turned ? width : height,
                read.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.transform(turn(orientation, width, height));
        pen.drawImage(read, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    /** @param side of the square */
    private static BufferedImage middle(BufferedImage whole, int side) {
        int cut = Math.min(whole.getWidth(), whole.getHeight());
        int left = (whole.getWidth() - cut) / 2;
        int top = (whole.getHeight() - cut) / 2;
        BufferedImage drawn = new BufferedImage(side, side, whole.getType());
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(whole, 0, 0, side, side, left, top, left + cut, top + cut, null);
        pen.dispose();
        return drawn;
    }

    /** The eight ways of TIFF 6.0, tag 274. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Clean encoded(PictureKind kind, BufferedImage drawn) {
        boolean clear = drawn.getColorModel().hasAlpha();
        try {
            if (!clear && (kind == PictureKind.JPEG || kind == PictureKind.WEBP)) return new Clean(".jpg", jpeg(drawn));
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(drawn, "png", png);
            if (!clear && png.size() > WORTH_COMPRESSING) return new Clean(".jpg", jpeg(drawn));
            if (png.size() > MOST_KEPT) throw refused("picture.too-rich", MOST_KEPT / MEGABYTE);
            return new Clean(".png", png.toByteArray());
        } catch (IOException broken) {
            throw refused("picture.unreadable");
        }
    }

    private static byte[] jpeg(BufferedImage drawn) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(drawn, null, null), param);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
