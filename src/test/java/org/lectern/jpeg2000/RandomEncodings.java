package org.lectern.jpeg2000;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Pictures and ways to code them, drawn at random from all features of Part 1: one for each seed, always the same. */
final class RandomEncodings {

    private static final int MOST_BIT_PLANES = 30;

    private final Random random;
    private final Encoding encoding = new Encoding();
    private TestPicture picture;

    private RandomEncodings(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        for (int i = 0; i < 8; i++) {
            random.nextInt();
        }
        encoding.seed = seed;
    }

    /**
     * A picture and how it is coded.
     *
     * @param boxes that the codestream is wrapped into, if any
     */
    record Sample(long seed, TestPicture picture, Encoding encoding, Optional<Jp2Writer> boxes) {

        byte[] file() {
            byte[] codestream = TestEncoder.encode(picture, encoding);
            return boxes.map(jp2 -> jp2.write(picture, codestream)).orElse(codestream);
        }

        /** Whether a decoder must give back the samples exactly. */
        boolean isExact() {
            if (encoding.droppedPasses > 0 || encoding.leftOut > 0) {
                return false;
            }
            boolean exact = true;
            for (int component = 0; component < picture.planes().size(); component++) {
                for (int tile = 0; tile < tiles(); tile++) {
                    exact &= encoding.style(tile, component).reversible;
                }
            }
            return exact;
        }

        /** Whether every pass of every code-block is there: then {@link TestEncoder#bound} holds. */
        boolean isWhole() {
            return encoding.droppedPasses == 0 && encoding.leftOut == 0;
        }

        int tiles() {
            return RandomEncodings.tiles(picture, encoding);
        }

        /** How far a sample of a component may be off; sensible when whole. */
        int bound(int component) {
            int most = 0;
            for (int tile = 0; tile < tiles(); tile++) {
                most = Math.max(most, TestEncoder.bound(picture, encoding, tile, component));
            }
            return most;
        }

        /** Halvings that all components of all tiles allow. */
        int halvings() {
            int least = 32;
            for (int component = 0; component < picture.planes().size(); component++) {
                for (int tile = 0; tile < tiles(); tile++) {
                    least = Math.min(least, encoding.style(tile, component).levels);
                }
            }
            return least;
        }

        @Override
        public String toString() {
            var text = new StringBuilder("seed " + seed + ": " + picture.x0() + "," + picture.y0() + " to "
                    + picture.x1()
                    + "," + picture.y1());
            for (TestPicture.Plane plane : picture.planes()) {
                text.append(" [").append(plane.signed() ? "s" : "u").append(plane.bits()).append(" /")
                        .append(plane.stepX())
                        .append("x").append(plane.stepY()).append("]");
            }
            text.append("; tiles ").append(encoding.tileX).append(",").append(encoding.tileY).append(" ")
                    .append(encoding.tileWidth).append("x").append(encoding.tileHeight)
                    .append(" parts ").append(encoding.tileParts).append(encoding.mixedTileParts ? " mixed" : "")
                    .append(" ").append(encoding.headers).append(encoding.plt ? " PLT" : "")
                            .append(encoding.plm ? " PLM" : "")
                    .append(encoding.tlm ? " TLM" : "").append(encoding.openEnd ? " open" : "")
                    .append(encoding.wildCuts ? " wild" : "").append(encoding.whims ? " whims" : "")
                    .append(" dropped ").append(encoding.droppedPasses).append(" left out ").append(encoding.leftOut)
                    .append(boxes.isPresent() ? " jp2" : "").append("; main").append(told(encoding.main));
            encoding.tileHeaders.forEach((tile, header) -> text.append("; tile ").append(tile).append(told(header)));
            return text.toString();
        }

        private static String told(Encoding.Header header) {
            var text = new StringBuilder(" order " + header.order + " layers " + header.layers
                    + (header.componentTransform ? " MCT" : "") + (header.sop ? " SOP" : "")
                            + (header.eph ? " EPH" : "")
                    + told(header.style));
            header.componentStyles.forEach((component, style) -> text.append(" component ").append(component)
                    .append(told(style)));
            return text + (header.regions.isEmpty() ? "" : " " + header.regions)
                    + (header.volumes.isEmpty() ? "" : " " + header.volumes);
        }

        private static String told(Encoding.Style style) {
            return " {" + (style.reversible ? "5/3" : style.derived ? "9/7 derived" : "9/7") + " levels " + style.levels
                    + " blocks " + style.blockWidthExponent + "," + style.blockHeightExponent + " style "
                            + style.blockStyle
                    + " precincts " + Arrays.toString(style.precincts) + " guard " + style.guardBits + "}";
        }
    }

    /** The file of a seed: for fuzzing. */
    static byte[] file(long seed) {
        return of(seed).file();
    }

    /** Any features. */
    static Sample of(long seed) {
        return new RandomEncodings(seed).draw(seed, true);
    }

    /** Any features, but 5/3 and whole: a decoder must give back the samples. */
    static Sample exact(long seed) {
        return new RandomEncodings(seed).draw(seed, false);
    }

    private static int tiles(TestPicture picture, Encoding encoding) {
        int across = encoding.tileWidth == 0 ? 1 : (picture.x1() - encoding.tileX - 1) / encoding.tileWidth + 1;
        int down = encoding.tileHeight == 0 ? 1 : (picture.y1() - encoding.tileY - 1) / encoding.tileHeight + 1;
        return across * down;
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private Sample draw(long seed, boolean lossy) {
        picture = picture(seed);
        frame();
        fill(encoding.main, lossy);
        int tiles = tiles(picture, encoding);
        for (int tile = 0; tile < tiles && one(4); tile += 1 + random.nextInt(3)) {
            var header = new Encoding.Header();
            fill(header, lossy);
            encoding.tileHeaders.put(tile, header);
        }
        encoding.tileParts = one(2) ? 1 : between(2, 5);
        encoding.mixedTileParts = one(2);
        encoding.countsTileParts = !one(4);
        encoding.headers = Encoding.Headers.values()[one(2) ? 0 : random.nextInt(3)];
        encoding.plt = one(3);
        encoding.plm = !encoding.plt && one(4);
        encoding.tlm = one(3);
        encoding.openEnd = one(6);
        encoding.crg = one(6);
        encoding.wildCuts = one(2);
        encoding.whims = one(2);
        if (one(3)) {
            encoding.comments.add("made for a test".getBytes(StandardCharsets.US_ASCII));
        }
        if (lossy && one(4)) {
            encoding.droppedPasses = between(1, 12);
        }
        if (lossy && one(6)) {
            encoding.leftOut = 0.3;
        }
        return new Sample(seed, picture, encoding, one(2) ? Optional.of(boxes()) : Optional.empty());
    }

    private TestPicture picture(long seed) {
        int x0 = one(2) ? 0 : between(0, 70);
        int y0 = one(2) ? 0 : between(0, 70);
        int width = one(6) ? between(1, 6) : between(10, 150);
        int height = one(6) ? between(1, 6) : between(10, 150);
        int components = one(2) ? between(1, 2) : one(3) ? between(4, 6) : 3;
        var kinds = new TestPicture.Kind[components];
        boolean alike = one(2);
        for (int i = 0; i < components; i++) {
            int bits = one(2) ? 8 : one(8) ? between(17, 20) : between(1, 16);
            boolean stepped = one(3);
            kinds[i] = alike && i > 0 ? kinds[0] : new TestPicture.Kind(bits, one(4),
                    stepped && !alike ? between(1, 3) : 1, stepped && !alike ? between(1, 3) : 1);
        }
        return TestPicture.of(x0, y0, x0 + width, y0 + height, seed, kinds);
    }

    private void frame() {
        if (one(3)) {
            return;
        }
        encoding.tileX = picture.x0() - random.nextInt(picture.x0() + 1);
        encoding.tileY = picture.y0() - random.nextInt(picture.y0() + 1);
        encoding.tileWidth = picture.x0() - encoding.tileX + between(8, 90);
        encoding.tileHeight = picture.y0() - encoding.tileY + between(8, 90);
    }

    private void fill(Encoding.Header header, boolean lossy) {
        int components = picture.planes().size();
        header.order = random.nextInt(5);
        header.layers = one(2) ? 1 : one(10) ? between(30, 300) : between(2, 8);
        header.componentTransform = one(2) && canTransform();
        header.sop = one(3);
        header.eph = one(3);
        header.style = style(lossy);
        for (int component = 0; component < components && one(3); component++) {
            Encoding.Style own = style(lossy);
            if (header.componentTransform && component < 3) {
                own = header.style.copy();
                own.blockStyle = random.nextInt(64);
                own.blockWidthExponent = between(2, 5);
            }
            header.componentStyles.put(component, own);
        }
        if (one(5)) {
            region(header, random.nextInt(components));
        }
        if (header != encoding.main) {
            for (int component : encoding.main.regions.keySet()) { // shifted for the steps of the main header
                region(header, component);
                header.regions.putIfAbsent(component, new Encoding.Region(0, 0, 0, 0, 0));
            }
        }
        if (one(4)) {
            volumes(header);
        }
        if (header != encoding.main && !encoding.main.volumes.isEmpty() && header.volumes.isEmpty()) {
            volumes(header); // those of the main header would not tell of all layers
        }
    }

    private boolean canTransform() {
        if (picture.planes().size() < 3) {
            return false;
        }
        TestPicture.Plane first = picture.planes().get(0);
        return picture.planes().subList(0, 3).stream().allMatch(plane -> plane.bits() == first.bits()
                && plane.signed() == first.signed() && plane.stepX() == first.stepX()
                        && plane.stepY() == first.stepY());
    }

    private Encoding.Style style(boolean lossy) {
        var style = new Encoding.Style();
        style.levels = one(12) ? between(7, 32) : between(0, 6);
        style.blockWidthExponent = between(2, 7);
        style.blockHeightExponent = between(2, Math.min(7, 12 - style.blockWidthExponent));
        style.blockStyle = one(2) ? 0 : random.nextInt(64);
        style.guardBits = one(2) ? 2 : between(1, 4);
        if (lossy && one(2)) {
            int bits = picture.planes().stream().mapToInt(TestPicture.Plane::bits).max().orElseThrow();
            style.reversible = false;
            style.guardBits = between(2, 4);
            style.fineness = Math.min(between(-1, 5), 22 - bits);
            style.mantissa = random.nextInt(2048);
            style.derived = style.levels <= 8 && one(2);
            style.fineness = style.derived ? Math.max(2, style.fineness) + style.levels : style.fineness;
            if (style.derived && bits + style.fineness > 24 || style.fineness < 0 && style.derived) {
                style.derived = false;
                style.fineness = 1;
            }
        }
        if (one(2)) {
            style.precincts = new int[style.levels + 1];
            for (int r = 0; r <= style.levels; r++) {
                style.precincts[r] = r == 0 ? random.nextInt(8) | random.nextInt(8) << 4
                        : between(2, 8) | between(2, 8) << 4;
            }
        }
        return style;
    }

    private void region(Encoding.Header header, int component) {
        Encoding.Style style = header.componentStyles.getOrDefault(component, header.style);
        int bits = picture.planes().get(component).bits();
        int planes = 0;
        for (int band = 0; band <= 3 * style.levels; band++) {
            planes = Math.max(planes, Steps.bitPlanes(style, bits, header.componentTransform, band));
        }
        if (2 * planes <= MOST_BIT_PLANES) {
            int width = picture.x1() - picture.x0();
            int height = picture.y1() - picture.y0();
            header.regions.put(component, new Encoding.Region(planes, picture.x0() + width / 4, picture.y0()
                    + height / 4,
                    picture.x0() + width * 3 / 4, picture.y0() + height * 3 / 4));
        }
    }

    /** Some first, all that remains last. */
    private void volumes(Encoding.Header header) {
        int components = picture.planes().size();
        for (int i = between(0, 3); i > 0; i--) {
            int fromResolution = between(0, 2);
            int fromComponent = random.nextInt(components);
            header.volumes.add(new Encoding.Volume(fromResolution, fromComponent, between(1, header.layers),
                    fromResolution + between(1, 3), between(fromComponent + 1, components), random.nextInt(5)));
        }
        header.volumes.add(new Encoding.Volume(0, 0, header.layers, 33, components, random.nextInt(5)));
    }

    private Jp2Writer boxes() {
        var boxes = new Jp2Writer().enumerated(picture.planes().size() < 3 ? 17 : 16);
        if (one(3)) {
            boxes.resolution(one(2), 300, 1, 1);
        }
        if (one(3)) {
            boxes.before("xml ", "<a/>".getBytes(StandardCharsets.US_ASCII));
        }
        if (one(3)) {
            boxes.longBox();
        } else if (one(3)) {
            boxes.openEnd();
        }
        return boxes;
    }
}
