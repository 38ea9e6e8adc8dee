package org.lectern.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/**
 * The segments of a JPEG file before its first scan.
 *
 * @param size as stored
 * @param process number of the SOF marker: 0 and 1 sequential, 2 progressive, 3 lossless …
 * @param bits a sample
 * @param components how many
 * @param letters whether the components are named R, G and B
 * @param jfif whether there is a JFIF segment
 * @param adobe the transform of the Adobe segment; -1 without one
 * @param icc embedded profile; empty without
 * @param exif of the first EXIF segment
 * @param dpi dots an inch
 * @param profileMarkers where the second byte of the marker of each segment of a profile is
 */
record JpegHeader(
        Dimensions size,
        int process,
        int bits,
        int components,
        boolean letters,
        boolean jfif,
        int adobe,
        byte[] icc,
        Exif exif,
        OptionalDouble dpi,
        long[] profileMarkers) {

    static final int LOSSLESS = 3;
    static final int PROGRESSIVE = 2;
    private static final int RGB_TRANSFORM = 0;
    private static final int UNUSED_SEGMENT = 0xef; // APP15

    /** Whether the three colour components are luminance and differences of colour, as libjpeg decides it. */
    boolean luminance() {
        if (components == 4) {
            return adobe == 2;
        }
        return components == 3 && (jfif || (adobe >= 0 ? adobe != RGB_TRANSFORM : !letters));
    }

    /** Whether CMYK samples are stored as 255 for no ink, as everything does that writes an Adobe segment. */
    boolean inverted() {
        return adobe >= 0;
    }

    /** The file for readers that would refuse it for a profile they have no use for: its segments are another's. */
    Blob withoutProfile(Blob blob) {
        return profileMarkers.length == 0 ? blob : new MaskedBlob(blob, profileMarkers, UNUSED_SEGMENT);
    }

    /** Reads up to the first scan. */
    static JpegHeader read(Blob blob) throws IOException {
        try (BlobStream in = new BlobStream(blob)) {
            in.seek(2);
            Reading reading = new Reading();
            while (reading.segment(in)) {
                // one after the other
            }
            return reading.header();
        }
    }

    /** The segments seen so far. */
    private static final class Reading {
        private static final int START_OF_SCAN = 0xda;
        private static final int END = 0xd9;
        private static final int MAX_PROFILE_SEGMENTS = 512; // they count to 255
        private final SortedMap<Integer, byte[]> profile = new TreeMap<>();
        private final List<Long> profileMarkers = new ArrayList<>();
        private boolean profileBroken;
        private long profileBytes;
        private Dimensions size;
        private int process;
        private int bits;
        private int components;
        private boolean letters;
        private boolean jfif;
        private int adobe = -1;
        private Exif exif = Exif.NONE;
        private OptionalDouble dpi = OptionalDouble.empty();

        boolean segment(BlobStream in) throws IOException {
            int marker = marker(in);
            if (marker == START_OF_SCAN || marker == END) {
                return false;
            }
            if (marker == 1 || marker >= 0xd0 && marker <= 0xd8) {
                return true; // stands alone
            }
            long markerAt = in.getStreamPosition() - 1;
            int length = Math.max(0, in.readUnsignedShort() - 2);
            long end = in.getStreamPosition() + length;
            switch (marker) {
                case 0xe0 -> app0(in, length);
                case 0xe1 -> app1(in, length);
                case 0xe2 -> app2(in, length, markerAt);
                case 0xee -> app14(in, length);
                case 0xc4, 0xc8, 0xcc -> { }
                default -> {
                    if (marker >= 0xc0 && marker <= 0xcf) {
                        frame(in, marker - 0xc0);
                    }
                }
            }
            in.seek(end);
            return true;
        }

        /** The next marker; stray bytes before it are passed over. */
        private static int marker(BlobStream in) throws IOException {
            int before = in.readUnsignedByte();
            int octet = in.readUnsignedByte();
            while (before != 0xff || octet == 0xff || octet == 0) {
                before = octet;
                octet = in.readUnsignedByte();
            }
            return octet;
        }

        private void frame(BlobStream in, int number) throws IOException {
            process = number;
            bits = in.readUnsignedByte();
            int height = in.readUnsignedShort();
            int width = in.readUnsignedShort();
            components = in.readUnsignedByte();
            if (height == 0) {
                throw new IiifException.Unsupported(
                        "JPEG files that tell their height only behind the first scan (DNL) are not read.");
            }
            size = Heads.size("JPEG", width, height);
            StringBuilder names = new StringBuilder();
            for (int i = 0; i < Math.min(components, 4); i++) {
                names.append((char) in.readUnsignedByte());
                in.skipBytes(2);
            }
            letters = names.toString().equals("RGB");
        }

        private void app0(BlobStream in, int length) throws IOException {
            byte[] head = held(in, Math.min(length, 14));
            if (!Heads.has(head, 0, "JFIF\0")) {
                return;
            }
            jfif = true;
            if (head.length >= 12) {
                double density = (head[8] & 0xff) << 8 | head[9] & 0xff;
                dpi = switch (head[7]) {
                    case 1 -> Density.perInch(density);
                    case 2 -> Density.perInch(density * 2.54);
                    default -> OptionalDouble.empty();
                };
            }
        }

        private void app1(BlobStream in, int length) throws IOException {
            if (exif == Exif.NONE) {
                byte[] block = held(in, length);
                exif = Heads.has(block, 0, "Exif\0") ? Exif.parse(block) : exif;
            }
        }

        private void app2(BlobStream in, int length, long markerAt) throws IOException {
            byte[] head = held(in, Math.min(length, 14));
            if (!Heads.has(head, 0, "ICC_PROFILE\0") || head.length < 14) {
                return;
            }
            if (profileMarkers.size() < MAX_PROFILE_SEGMENTS) {
                profileMarkers.add(markerAt);
            }
            if (profileBroken) {
                return;
            }
            profileBytes += length;
            byte[] part = held(in, length - 14);
            profileBroken = profile.put(head[12] & 0xff, part) != null || profileBytes > EmbeddedProfile.MAX_BYTES;
        }

        private void app14(BlobStream in, int length) throws IOException {
            byte[] head = held(in, Math.min(length, 12));
            if (Heads.has(head, 0, "Adobe") && head.length == 12) {
                adobe = head[11] & 0xff;
            }
        }

        private static byte[] held(BlobStream in, int length) throws IOException {
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return bytes;
        }

        JpegHeader header() {
            if (size == null) {
                throw new IiifException.Broken("The JPEG file is broken: it has no frame header.");
            }
            ByteArrayOutputStream icc = new ByteArrayOutputStream();
            if (!profileBroken) {
                profile.values().forEach(icc::writeBytes);
            }
            return new JpegHeader(size, process, bits, components, letters, jfif, adobe, icc.toByteArray(), exif,
                    dpi.isPresent() ? dpi : exif.dpi(),
                    profileMarkers.stream().mapToLong(Long::longValue).toArray());
        }
    }
}
