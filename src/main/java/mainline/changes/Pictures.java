package mainline.changes;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import mainline.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes of an uploaded file a picture that can do nothing but be seen: it is decoded within bounds, drawn anew and encoded
 * again, so that where it was taken, and whatever else was in the file, is gone.
 */
@Component
class Pictures {
    static final int BIGGEST = 5 * 1024 * 1024;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int LONGEST_SIDE = 2400;
    private static final int WORTH_COMPRESSING = 1024 * 1024;
    /** "Exif" and two zeros before what it says. */
    private static final int EXIF_NAME = 6;

    private static final float QUALITY = .85f;

    /** One at a time: a decoded picture takes up to a hundred megabytes. */
    private final Semaphore decoding = new Semaphore(1);

    static {
        ImageIO.setUseCache(false);
    }

    /** @param ending of its name, with the dot */
    record Clean(String ending, byte[] bytes) {}

    private enum Kind {
        PNG("png"),
        JPEG("jpeg"),
        GIF("gif"),
        WEBP("webp");

        private final String format;

        Kind(String format) {
            this.format = format;
        }

        ImageReader reader() throws IOException {
            return this == WEBP
                    ? new WebPImageReaderSpi().createReaderInstance(null)
                    : ImageIO.getImageReadersByFormatName(format).next();
        }
    }

    /** @throws Refused for {@code picture} */
    Clean clean(byte[] file) {
        if (file.length > BIGGEST) throw refused("picture.too-big", BIGGEST / 1024 / 1024);
        Kind kind = kind(file);
        if (kind == null) throw refused("picture.other-kind");
        if (isAnimated(kind, file)) throw refused("picture.moves");
        try {
            if (!decoding.tryAcquire(30, TimeUnit.SECONDS)) throw refused("picture.busy");
            try {
                return encoded(kind, upright(read(kind, file), orientation(kind, file)));
            } finally {
                decoding.release();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw refused("picture.busy");
        }
    }

    private static Refused refused(String key, Object... gaps) {
        return Refused.because("picture", key, gaps);
    }

    /** Told from the first bytes; the name says nothing. */
    private static @Nullable Kind kind(byte[] file) {
        String first = new String(file, 0, Math.min(16, file.length), StandardCharsets.ISO_8859_1);
        if (first.startsWith("\u0089PNG\r\n\u001a\n")) return Kind.PNG;
        if (first.startsWith("\u00ff\u00d8\u00ff")) return Kind.JPEG;
        if (first.startsWith("GIF87a") || first.startsWith("GIF89a")) return Kind.GIF;
        if (first.startsWith("RIFF") && first.startsWith("WEBP", 8)) return Kind.WEBP;
        return null;
    }

    private static boolean isAnimated(Kind kind, byte[] file) {
        if (kind == Kind.WEBP)
            return file.length > 20
                    && new String(file, 12, 4, StandardCharsets.ISO_8859_1).equals("VP8X")
                    && (file[20] & 2) != 0;
        if (kind != Kind.GIF) return false;
        ImageReader reader = null;
        try (ImageInputStream in = input(file)) {
            reader = kind.reader();
            reader.setInput(in, false, true);
            return reader.getNumImages(true) > 1;
        } catch (IOException | RuntimeException broken) {
            throw refused("picture.unreadable");
        } finally {
            if (reader != null) reader.dispose();
        }
    }

    private static ImageInputStream input(byte[] file) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    }

    /** Decoded to hardly more than is kept, whatever it would unfold to. */
    private static BufferedImage read(Kind kind, byte[] file) {
        ImageReader reader = null;
        try (ImageInputStream in = input(file)) {
            reader = kind.reader();
            reader.setInput(in, kind != Kind.WEBP, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1) throw refused("picture.unreadable");
            if ((long) width * height > MOST_PIXELS)
                throw refused("picture.too-large", MOST_PIXELS / 1_000_000, width, height);
            ImageReadParam param = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refused known) throw known;
            throw refused("picture.unreadable");
        } finally {
            if (reader != null) reader.dispose();
        }
    }

    /** Which way a camera was held, from 1 to 8; 1 when nothing tells. */
    private static int orientation(Kind kind, byte[] file) {
        if (kind != Kind.JPEG) return 1;
        try (ImageInputStream in = input(file)) {
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

    private static Clean encoded(Kind kind, BufferedImage drawn) {
        boolean clear = drawn.getColorModel().hasAlpha();
        try {
            if (!clear && (kind == Kind.JPEG || kind == Kind.WEBP)) return new Clean(".jpg", jpeg(drawn));
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(drawn, "png", png);
            if (!clear && png.size() > WORTH_COMPRESSING) return new Clean(".jpg", jpeg(drawn));
            if (png.size() > BIGGEST) throw refused("picture.too-big", BIGGEST / 1024 / 1024);
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
