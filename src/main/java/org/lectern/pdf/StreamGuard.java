package org.lectern.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.lectern.core.IiifException;

/**
 * Refuses streams that inflate to more than a limit, before PDFBox inflates them into memory. What
 * cannot exceed it, by its length and the best its filter can do, is not looked into.
 */
final class StreamGuard {

    private static final int DEFLATE_AT_BEST = 1032; // 258 bytes from a quarter of a byte
    private static final int CHAIN_AT_MOST = 8;
    private static final Set<String> PICTURE_FILTERS = Set.of(
            "DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF");

    private StreamGuard() {}

    /**
     * Checks one stream, up to the filter of a picture format if it has one.
     *
     * @throws IiifException.TooLarge when it inflates to more than the limit
     */
    static void check(COSStream stream, long limit) throws IOException {
        List<COSName> filters = filters(stream);
        int stages = inflating(filters);
        if (stages == 0 || stages == 1 && isFlate(filters.get(0)) && stream.getLength() * DEFLATE_AT_BEST <= limit) {
            return;
        }
        var counter = new Counter(OutputStream.nullOutputStream(), limit);
        decode(stream, filters, stages, counter, limit);
    }

    /**
     * The bytes that the picture filter at the end of the chain is given.
     *
     * @throws IiifException.TooLarge when they are more than the limit
     */
    static InputStream beforePictureFilter(COSStream stream, long limit) throws IOException {
        List<COSName> filters = filters(stream);
        int stages = inflating(filters);
        if (stages == 0) {
            return stream.createRawInputStream();
        }
        var bytes = new ByteArrayOutputStream();
        decode(stream, filters, stages, new Counter(bytes, limit), limit);
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** The filter of a picture format that ends the chain, by its long name; or the empty string. */
    static String pictureFilter(COSStream stream) {
        List<COSName> filters = filters(stream);
        int stages = inflating(filters);
        if (stages == filters.size()) {
            return "";
        }
        return switch (filters.get(stages).getName()) {
            case "DCT" -> "DCTDecode";
            case "CCF" -> "CCITTFaxDecode";
            default -> filters.get(stages).getName();
        };
    }

    private static List<COSName> filters(COSStream stream) {
        List<COSName> filters = new PDStream(stream).getFilters();
        if (filters.size() > CHAIN_AT_MOST) {
            throw new IiifException.Broken("A stream of the PDF has " + filters.size() + " filters.");
        }
        return filters;
    }

    private static int inflating(List<COSName> filters) {
        int stages = 0;
        while (stages < filters.size() && !PICTURE_FILTERS.contains(filters.get(stages).getName())) {
            stages++;
        }
        return stages;
    }

    private static boolean isFlate(COSName filter) {
        return filter.getName().equals("FlateDecode") || filter.getName().equals("Fl");
    }

    private static void decode(COSStream stream, List<COSName> filters, int stages, Counter last, long limit)
            throws IOException {
        InputStream in = stream.createRawInputStream();
        for (int stage = 0; stage < stages; stage++) {
            var between = new ByteArrayOutputStream();
            OutputStream out = stage == stages - 1 ? last : new Counter(between, limit);
            try (InputStream encoded = in) {
                FilterFactory.INSTANCE.getFilter(filters.get(stage)).decode(encoded, out, stream, stage);
            }
            in = new ByteArrayInputStream(between.toByteArray());
        }
    }

    /** Passes bytes on until there are too many. */
    private static final class Counter extends OutputStream {
        private final OutputStream out;
        private final long limit;
        private long count;

        Counter(OutputStream out, long limit) {
            this.out = out;
            this.limit = limit;
        }

        @Override
        public void write(int b) throws IOException {
            count(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count(length);
            out.write(bytes, from, length);
        }

        private void count(int length) {
            count += length;
            if (count > limit) {
                throw new IiifException.TooLarge("A stream of the PDF inflates to more than " + limit + " bytes.");
            }
        }
    }
}
