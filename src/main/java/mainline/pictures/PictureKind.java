package mainline.pictures;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** What a picture's file is, told from its first bytes; its name says nothing. */
enum PictureKind {
    PNG("png", 120_000_000),
    JPEG("jpeg", 120_000_000),
    GIF("gif", 120_000_000),
    /** Its decoder unfolds the whole picture before it makes it smaller. */
    WEBP("webp", 16_000_000);

    /** A progressive one is held whole while it is decoded. */
    private static final long MOST_PROGRESSIVE = 40_000_000;

    private static final int BEGINNING = 16;
    private static final Set<String> PHONE = Set.of(
            "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1", "avif", "avis");

    private final String format;
    private final long mostPixels;

    PictureKind(String format, long mostPixels) {
        this.format = format;
        this.mostPixels = mostPixels;
    }

    static Optional<PictureKind> of(ImageInputStream in) throws IOException {
        String first = beginning(in);
        if (first.startsWith("\u0089PNG\r\n\u001a\n")) return Optional.of(PNG);
        if (first.startsWith("\u00ff\u00d8\u00ff")) return Optional.of(JPEG);
        if (first.startsWith("GIF87a") || first.startsWith("GIF89a")) return Optional.of(GIF);
        if (first.startsWith("RIFF") && first.startsWith("WEBP", 8)) return Optional.of(WEBP);
        return Optional.empty();
    }

    /** Whether it is of a kind that phones make and few programs read: HEIC or AVIF. */
    static boolean isOfPhones(ImageInputStream in) throws IOException {
        String first = beginning(in);
        return first.startsWith("ftyp", 4) && first.length() >= 12 && PHONE.contains(first.substring(8, 12));
    }

    private static String beginning(ImageInputStream in) throws IOException {
        byte[] first = new byte[BEGINNING];
        in.seek(0);
        int read = Math.max(0, in.read(first));
        return new String(Arrays.copyOf(first, read), StandardCharsets.ISO_8859_1);
    }

    ImageReader reader() throws IOException {
        return this == WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(format).next();
    }

    /** How many pixels such a file may have to be decoded at all. */
    long mostPixels(ImageInputStream in) throws IOException {
        return this == JPEG && isProgressive(in) ? MOST_PROGRESSIVE : mostPixels;
    }

    private static boolean isProgressive(ImageInputStream in) throws IOException {
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        in.seek(2);
        try {
            while (true) {
                int marker = in.readUnsignedShort();
                if (marker == 0xFFC2) return true;
                boolean begins = marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8;
                if (begins || marker < 0xFF00 || marker == 0xFFDA) return false;
                in.seek(in.getStreamPosition() + in.readUnsignedShort());
            }
        } catch (EOFException cut) {
            return false;
        }
    }

    /** How large something is, in pixels. */
    record Sides(int width, int height) {
        private static final Sides NONE = new Sides(0, 0);

        long pixels() {
            return (long) width * height;
        }
    }

    /** What a WebP picture unfolds to, whatever its outer frame says; nothing for other kinds, whose frame is the only one. */
    Sides inner(ImageInputStream in) throws IOException {
        if (this != WEBP) return Sides.NONE;
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        Sides most = Sides.NONE;
        try {
            for (long at = 12; ; ) {
                in.seek(at);
                byte[] name = new byte[4];
                in.readFully(name);
                long length = in.readUnsignedInt();
                Sides sides = sides(new String(name, StandardCharsets.ISO_8859_1), in);
                if (sides.pixels() > most.pixels()) most = sides;
                at += 8 + length + (length & 1);
            }
        } catch (EOFException end) {
            return most;
        }
    }

    private static Sides sides(String chunk, ImageInputStream in) throws IOException {
        if (chunk.equals("VP8 ")) {
            in.skipBytes(6);
            int width = in.readUnsignedShort() & 0x3FFF;
            return new Sides(width, in.readUnsignedShort() & 0x3FFF);
        }
        if (!chunk.equals("VP8L")) return Sides.NONE;
        in.skipBytes(1);
        int sides = in.readInt();
        return new Sides((sides & 0x3FFF) + 1, (sides >> 14 & 0x3FFF) + 1);
    }

    boolean isAnimated(ImageInputStream in) throws IOException {
        if (this == WEBP) {
            in.seek(12);
            byte[] extended = new byte[9];
            int read = in.read(extended);
            return read == extended.length
                    && new String(extended, 0, 4, StandardCharsets.ISO_8859_1).equals("VP8X")
                    && (extended[8] & 2) != 0;
        }
        if (this != GIF) return false;
        ImageReader reader = reader();
        try {
            in.seek(0);
            reader.setInput(in, false, true);
            return reader.getNumImages(true) > 1;
        } finally {
            reader.dispose();
        }
    }
}
