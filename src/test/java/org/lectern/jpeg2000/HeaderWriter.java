package org.lectern.jpeg2000;

import java.util.Map;

/** The marker segments that tell of image and coding: T.800 A.5 and A.6. */
final class HeaderWriter {

    private final TestPicture picture;
    private final Encoding encoding;
    private final int componentBytes;

    HeaderWriter(TestPicture picture, Encoding encoding) {
        this.picture = picture;
        this.encoding = encoding;
        componentBytes = picture.planes().size() < 257 ? 1 : 2;
    }

    void size(Segments out, long tileWidth, long tileHeight) {
        var siz = new Segments().number(0, 2)
                .number(picture.x1(), 4).number(picture.y1(), 4).number(picture.x0(), 4).number(picture.y0(), 4)
                .number(tileWidth, 4).number(tileHeight, 4).number(encoding.tileX, 4).number(encoding.tileY, 4)
                .number(picture.planes().size(), 2);
        for (TestPicture.Plane plane : picture.planes()) {
            siz.number(plane.bits() - 1 | (plane.signed() ? 128 : 0), 1).number(plane.stepX(), 1)
                    .number(plane.stepY(), 1);
        }
        out.segment(0xFF51, siz);
    }

    /** COD, COC, QCD, QCC, RGN and POC of the main header or of a tile. */
    void coding(Segments out, Encoding.Header header) {
        Encoding.Style style = header.style;
        int flags = (style.precincts.length > 0 ? 1 : 0) | (header.sop ? 2 : 0) | (header.eph ? 4 : 0);
        out.segment(0xFF52, new Segments().number(flags, 1).number(header.order, 1).number(header.layers, 2)
                .number(header.componentTransform ? 1 : 0, 1).bytes(parameters(style)));
        out.segment(0xFF5C, new Segments().bytes(quantization(style, 0, header)));
        for (Map.Entry<Integer, Encoding.Style> own : header.componentStyles.entrySet()) {
            out.segment(0xFF53, new Segments().number(own.getKey(), componentBytes)
                    .number(own.getValue().precincts.length > 0 ? 1 : 0, 1).bytes(parameters(own.getValue())));
        }
        for (int component = 0; component < picture.planes().size(); component++) {
            boolean alike = picture.planes().get(component).bits() == picture.planes().get(0).bits();
            if (!alike || header.componentStyles.containsKey(component)) {
                Encoding.Style own = header.componentStyles.getOrDefault(component, style);
                out.segment(0xFF5D, new Segments().number(component, componentBytes).bytes(quantization(own,
                        component, header)));
            }
        }
        header.regions.forEach((component, region) -> out.segment(0xFF5E,
                new Segments().number(component, componentBytes).number(0, 1).number(region.shift(), 1)));
        if (!header.volumes.isEmpty()) {
            progressions(out, header);
        }
    }

    private void progressions(Segments out, Encoding.Header header) {
        var poc = new Segments();
        for (Encoding.Volume volume : header.volumes) {
            poc.number(volume.fromResolution(), 1).number(volume.fromComponent(), componentBytes)
                    .number(volume.toLayer(), 2).number(volume.toResolution(), 1)
                    .number(volume.toComponent(), componentBytes).number(volume.order(), 1);
        }
        out.segment(0xFF5F, poc);
    }

    private static byte[] parameters(Encoding.Style style) {
        var out = new Segments().number(style.levels, 1).number(style.blockWidthExponent - 2, 1)
                .number(style.blockHeightExponent - 2, 1).number(style.blockStyle, 1)
                        .number(style.reversible ? 1 : 0, 1);
        for (int precinct : style.precincts) {
            out.number(precinct, 1);
        }
        return out.all();
    }

    private byte[] quantization(Encoding.Style style, int component, Encoding.Header header) {
        int bits = picture.planes().get(component).bits();
        int kind = style.reversible ? 0 : style.derived ? 1 : 2;
        var out = new Segments().number(style.guardBits << 5 | kind, 1);
        for (int band = 0; band <= (kind == 1 ? 0 : 3 * style.levels); band++) {
            int exponent = Steps.exponent(style, bits, header.componentTransform, band);
            if (exponent < 0 || exponent > 31) {
                throw new IllegalArgumentException("an exponent of " + exponent);
            }
            if (kind == 0) {
                out.number(exponent << 3, 1);
            } else {
                out.number(exponent << 11 | Steps.mantissa(style, band), 2);
            }
        }
        return out.all();
    }
}
