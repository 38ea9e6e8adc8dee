package org.lectern.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lectern.blob.Blob;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.jpeg2000.Jp2File;
import org.lectern.jpeg2000.Jpeg2000Reader;
import org.lectern.pdf.JpxReader;

/** A JPEG 2000 picture of a PDF; written in strips, so that it is never in memory as a whole. For one thread. */
final class JpxPicture implements JpxReader.Jpx {

    private static final int STRIP = 512; // rows: the pieces of the reader
    private static final int FULL = 255;

    private final Jpeg2000Reader reader;
    private final Blob blob;
    private final Jp2Channels.Told told;
    private final Dimensions size;
    private final Jp2Channels own;

    JpxPicture(Jpeg2000Reader reader, Blob blob, Jp2File file, KnownProfiles profiles) {
        this.reader = reader;
        this.blob = blob;
        told = Jp2Channels.Told.of(file);
        size = file.size(0);
        own = new Jp2Channels(told, profiles);
    }

    @Override
    public Dimensions size() {
        return size;
    }

    @Override
    public int ownColours() {
        return own.space().getNumComponents();
    }

    @Override
    public byte[] ownProfile() {
        return own.hasProfile() && told.colour() instanceof Jp2File.Colour.Profile profile
                ? profile.icc().clone()
                : new byte[0];
    }

    /** Without definitions no channel is known to be opacity: four may be CMYK. */
    @Override
    public boolean fits(int colours) {
        return colours == own.colours() || told.definitions().isEmpty() && colours == told.channels();
    }

    @Override
    public boolean hasOpacity() {
        return own.alpha();
    }

    @Override
    public void writeOwn(OutputStream out) throws IOException {
        List<Jp2Channel> channels = own.list(FULL).subList(0, own.colours());
        List<Jp2Conversion> conversions = new ArrayList<>(own.conversions());
        conversions.remove(Jp2Conversion.DIVISION);
        write(channels, conversions, ownColours(), out);
    }

    @Override
    public void writeColours(int colours, OutputStream out) throws IOException {
        List<Jp2Channel> known = own.list(FULL).subList(0, own.colours());
        List<Jp2Channel> channels = colours <= known.size()
                ? known.subList(0, colours)
                : IntStream.range(0, colours).mapToObj(this::direct).toList();
        boolean differences = colours == 3 && own.conversions().contains(Jp2Conversion.SYCC);
        write(channels, differences ? List.of(Jp2Conversion.SYCC) : List.of(), colours, out);
    }

    private Jp2Channel direct(int channel) {
        Optional<Integer> column = told.column(channel);
        return column.isPresent()
                ? Jp2Channel.ofPalette(told.component(channel), told.palette().orElseThrow(), column.get(), FULL)
                : Jp2Channel.of(told.component(channel), told.depth(channel), FULL);
    }

    @Override
    public void writeIndices(OutputStream out) throws IOException {
        write(List.of(Jp2Channel.of(0, 8, FULL)), List.of(), 1, out);
    }

    @Override
    public void writeOpacity(OutputStream out) throws IOException {
        List<Jp2Channel> channels = own.list(FULL);
        write(channels.subList(channels.size() - 1, channels.size()), List.of(), 1, out);
    }

    /**
     * Writes strip by strip.
     *
     * @param kept how many channels are left after the conversions
     */
    private void write(List<Jp2Channel> channels, List<Jp2Conversion> conversions, int kept, OutputStream out)
            throws IOException {
        List<Integer> components = channels.stream().map(Jp2Channel::component).distinct().sorted().toList();
        byte[] samples = new byte[Math.toIntExact((long) size.width() * kept * Math.min(STRIP, size.height()))];
        for (int y = 0; y < size.height(); y += STRIP) {
            var strip = new Rect(0, y, size.width(), Math.min(STRIP, size.height() - y));
            var rows = new JpxRows(channels, conversions, kept, strip, samples);
            Guarded.read(JpxPictures.FORMAT, blob, () -> {
                reader.read(blob, 0, strip, components, rows);
                return strip;
            });
            out.write(samples, 0, strip.width() * strip.height() * kept);
        }
    }
}
