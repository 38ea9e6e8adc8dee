package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lectern.blob.Blob;
import org.lectern.core.Rect;

/**
 * Compares what the reader hands out with reference components at the components' own size: the samples of a
 * sub-sampled component are looked for in those pixels that lie on them (B.2).
 */
final class Sited implements Pieces {

    private final Area picture;
    private final int fineX;
    private final int fineY;
    private final List<ImageSize.Component> sizes;
    private final List<Area> areas;
    private final List<Pgx> references;
    private final List<Difference> differences;

    private Sited(ImageSize size, int halvings, List<Pgx> references) {
        this.picture = size.picture(halvings);
        this.fineX = size.stepX();
        this.fineY = size.stepY();
        this.sizes = size.components();
        this.areas = sizes.stream().map(of -> size.image().divided(of.stepX(), of.stepY()).reduced(halvings)).toList();
        this.references = references;
        this.differences = Stream.generate(Difference::new).limit(references.size()).toList();
    }

    /** For each reference, in the order of the components, how far the reader is from it. */
    static List<Difference> compare(Jpeg2000Reader reader, Blob blob, int halvings, List<Pgx> references) {
        Jp2File file = reader.file(blob);
        var sited = new Sited(file.header().size(), halvings, references);
        sited.requireSizes();
        reader.read(blob, halvings, file.size(halvings).bounds(), sited);
        sited.requireAll();
        return sited.differences;
    }

    private void requireSizes() {
        List<String> wrong = new ArrayList<>();
        for (int c = 0; c < references.size(); c++) {
            Pgx reference = references.get(c);
            Area area = areas.get(c);
            if (reference.width() != area.width() || reference.height() != area.height()
                    || reference.bits() != sizes.get(c).bits() || reference.signed() != sizes.get(c).signed()) {
                wrong.add("component " + c + " is " + area + " " + sizes.get(c) + ", its reference " + reference.width()
                        + "x" + reference.height() + " of " + reference.bits() + " bits");
            }
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("; ", wrong));
        }
    }

    private void requireAll() {
        for (int c = 0; c < references.size(); c++) {
            boolean between = sizes.get(c).stepX() % fineX != 0 || sizes.get(c).stepY() % fineY != 0;
            if (!between && differences.get(c).samples() != areas.get(c).size()) {
                throw new AssertionError("component " + c + ": " + differences.get(c).samples() + " samples of "
                        + areas.get(c).size());
            }
        }
    }

    @Override
    public void take(Rect place, int[][] components) {
        for (int c = 0; c < references.size(); c++) {
            for (int y = place.y(); y < place.bottom(); y++) {
                row(place, y, c, components[c]);
            }
        }
    }

    private void row(Rect place, int y, int c, int[] samples) {
        long gridY = (long) (picture.y0() + y) * fineY;
        int stepX = sizes.get(c).stepX();
        int stepY = sizes.get(c).stepY();
        if (gridY % stepY != 0) {
            return;
        }
        Area area = areas.get(c);
        int row = (int) (gridY / stepY) - area.y0();
        int at = (y - place.y()) * place.width();
        for (int x = place.x(); x < place.right(); x++, at++) {
            long gridX = (long) (picture.x0() + x) * fineX;
            if (gridX % stepX == 0) {
                int column = (int) (gridX / stepX) - area.x0();
                differences.get(c).add(samples[at], references.get(c).sample(column, row));
            }
        }
    }
}
