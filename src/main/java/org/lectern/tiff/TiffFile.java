package org.lectern.tiff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lectern.blob.Blob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/**
 * The directories of a TIFF or BigTIFF file, sorted into pages: a page is a full-resolution image
 * with the reduced ones (pyramid levels) that belong to it; thumbnails and masks are no pages.
 *
 * <p>Reduced images are those that say so (NewSubfileType, or a SubIFD) and, in files of slide
 * scanners that do not say so, tiled directories that follow a tiled one at half, a quarter … of its
 * size. Its directories read from the blob, which must stay open. For one thread.
 */
public final class TiffFile {

    private static final int ROUNDING = 2; // pixels a level may be off full / 2^k
    private static final int BIG = 43;
    private static final int CLASSIC = 42;

    private final List<TiffPage> pages;

    private TiffFile(List<TiffPage> pages) {
        this.pages = List.copyOf(pages);
    }

    /** Whether these first bytes are a TIFF's or BigTIFF's. */
    public static boolean recognises(byte[] head) {
        return head.length >= 8 && head[0] == head[1] && (version(head) == CLASSIC || version(head) == BIG);
    }

    private static int version(byte[] head) {
        return switch (head[0]) {
            case 'I' -> head[2] & 0xff | (head[3] & 0xff) << 8;
            case 'M' -> (head[2] & 0xff) << 8 | head[3] & 0xff;
            default -> 0;
        };
    }

    /**
     * Reads the directories; no pixels.
     *
     * @throws IiifException.Broken when the structure cannot be read (loops, offsets outside the file)
     * @throws IiifException.TooLarge when it holds more directories than any sane file
     */
    public static TiffFile read(Blob blob) {
        byte[] head = blob.head(8);
        if (!recognises(head)) {
            throw new IiifException.Broken("'" + blob.name() + "' is broken: it does not begin as a TIFF file does.");
        }
        TiffInput in = new TiffInput(blob, head[0] == 'M');
        return new TiffFile(pages(new DirectoryChain(in, version(head) == BIG).read()));
    }

    /** How many pages. */
    public int pageCount() {
        return pages.size();
    }

    /**
     * One page.
     *
     * @param index 0 or more
     * @throws IiifException.Missing when there are not so many
     */
    public TiffPage page(int index) {
        if (index >= pages.size()) {
            throw new IiifException.Missing(
                    "There is no page " + index + ": the TIFF file has " + pages.size() + ", counted from 0.");
        }
        return pages.get(index);
    }

    private static List<TiffPage> pages(List<DirectoryChain.Link> links) {
        boolean slide = links.get(0).directory().text(TiffTag.DESCRIPTION, 6).equals("Aperio");
        List<List<TiffDirectory>> pages = new ArrayList<>();
        for (DirectoryChain.Link link : links) {
            TiffDirectory directory = link.directory();
            boolean level = !pages.isEmpty() && belongs(directory, last(pages), directory.reduced());
            if (level) {
                last(pages).add(directory);
            } else if (!directory.reduced() && !directory.mask() && !(slide && !pages.isEmpty())) {
                pages.add(new ArrayList<>(List.of(directory)));
                link.below().stream().filter(below -> belongs(below, last(pages), true)).forEach(last(pages)::add);
            }
        }
        if (pages.isEmpty()) {
            pages.add(List.of(links.get(0).directory())); // all it has calls itself reduced
        }
        return pages.stream().map(TiffFile::sorted).toList();
    }

    private static List<TiffDirectory> last(List<List<TiffDirectory>> pages) {
        return pages.get(pages.size() - 1);
    }

    /** Whether a directory is a smaller form of the page; {@code told} when the file says that it is. */
    private static boolean belongs(TiffDirectory directory, List<TiffDirectory> page, boolean told) {
        TiffDirectory full = page.get(0);
        boolean alike = directory.samples() == full.samples()
                && directory.bits(0) == full.bits(0)
                && directory.orientation() == full.orientation()
                && !directory.mask();
        return alike && (told || directory.tiled() && full.tiled()) && halved(full.size(), directory.size());
    }

    private static boolean halved(Dimensions full, Dimensions level) {
        double factor = Math.max((double) full.width() / level.width(), (double) full.height() / level.height());
        int power = (int) Math.round(Math.log(factor) / Math.log(2));
        return power > 0
                && Math.abs(full.width() / Math.scalb(1.0, power) - level.width()) <= ROUNDING
                && Math.abs(full.height() / Math.scalb(1.0, power) - level.height()) <= ROUNDING
                && level.width() > ROUNDING
                && level.height() > ROUNDING;
    }

    private static TiffPage sorted(List<TiffDirectory> page) {
        List<TiffDirectory> sorted = new ArrayList<>();
        page.stream()
                .sorted(Comparator.comparingLong((TiffDirectory directory) -> directory.size().area()).reversed())
                .filter(directory -> sorted.isEmpty() || smaller(directory, sorted.get(sorted.size() - 1)))
                .forEach(sorted::add);
        return new TiffPage(sorted);
    }

    private static boolean smaller(TiffDirectory directory, TiffDirectory than) {
        return directory.size().width() < than.size().width() && directory.size().height() < than.size().height();
    }
}
