package org.lectern.source;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.core.Dimensions;

/** What comes with the pages of an item, as the bytes that a cache keeps. */
final class ApparatusBytes {

    private ApparatusBytes() {}

    /** Writes one element of a list. */
    private interface Writer<T> {
        void write(T one, DataOutputStream out) throws IOException;
    }

    /** Reads one element of a list. */
    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    static void write(Apparatus apparatus, DataOutputStream out) throws IOException {
        list(apparatus.languages(), ItemBytes::text, out);
        list(apparatus.homepage().stream().toList(), ItemBytes::text, out);
        list(apparatus.date().stream().toList(), (date, to) -> to.writeLong(date.getEpochSecond()), out);
        list(apparatus.sections(), ApparatusBytes::section, out);
        list(apparatus.tracks(), ApparatusBytes::track, out);
        list(apparatus.files(), ApparatusBytes::file, out);
    }

    static Apparatus read(DataInputStream in) throws IOException {
        return new Apparatus(
                list(ItemBytes::text, in),
                list(ItemBytes::text, in).stream().findFirst(),
                list(from -> Instant.ofEpochSecond(from.readLong()), in).stream().findFirst(),
                list(ApparatusBytes::section, in),
                list(ApparatusBytes::track, in),
                list(ApparatusBytes::file, in));
    }

    private static void section(Section section, DataOutputStream out) throws IOException {
        ItemBytes.text(section.label(), out);
        list(section.pages(), (page, to) -> to.writeInt(page), out);
        list(section.parts(), ApparatusBytes::section, out);
    }

    private static Section section(DataInputStream in) throws IOException {
        return new Section(ItemBytes.text(in), list(DataInputStream::readInt, in), list(ApparatusBytes::section, in));
    }

    private static void track(Track track, DataOutputStream out) throws IOException {
        ItemBytes.text(track.name(), out);
        ItemBytes.text(track.label(), out);
        out.writeDouble(track.seconds());
        out.writeInt(track.size().map(Dimensions::width).orElse(0));
        out.writeInt(track.size().map(Dimensions::height).orElse(0));
        list(track.media(), ApparatusBytes::file, out);
        list(track.captions(), ApparatusBytes::caption, out);
        list(track.image().stream().toList(), ApparatusBytes::file, out);
    }

    private static Track track(DataInputStream in) throws IOException {
        String name = ItemBytes.text(in);
        String label = ItemBytes.text(in);
        double seconds = in.readDouble();
        int width = in.readInt();
        int height = in.readInt();
        Optional<Dimensions> size = width == 0 ? Optional.empty() : Optional.of(new Dimensions(width, height));
        return new Track(name, label, seconds, size, list(ApparatusBytes::file, in), list(ApparatusBytes::caption, in),
                list(ApparatusBytes::file, in).stream().findFirst());
    }

    private static void caption(Track.Caption caption, DataOutputStream out) throws IOException {
        file(caption.file(), out);
        list(caption.language().stream().toList(), ItemBytes::text, out);
        ItemBytes.text(caption.label(), out);
    }

    private static Track.Caption caption(DataInputStream in) throws IOException {
        return new Track.Caption(file(in), list(ItemBytes::text, in).stream().findFirst(), ItemBytes.text(in));
    }

    private static void file(ItemFile file, DataOutputStream out) throws IOException {
        ItemBytes.text(file.name(), out);
        ItemBytes.text(file.label(), out);
        ItemBytes.text(file.mediaType(), out);
        out.writeByte(file.use().ordinal());
        list(file.profile().stream().toList(), ItemBytes::text, out);
        out.writeLong(file.length());
    }

    private static ItemFile file(DataInputStream in) throws IOException {
        return new ItemFile(ItemBytes.text(in), ItemBytes.text(in), ItemBytes.text(in),
                ItemFile.Use.values()[in.readByte()], list(ItemBytes::text, in).stream().findFirst(), in.readLong());
    }

    private static <T> void list(List<T> list, Writer<T> writer, DataOutputStream out) throws IOException {
        out.writeInt(list.size());
        for (T one : list) {
            writer.write(one, out);
        }
    }

    private static <T> List<T> list(Reader<T> reader, DataInputStream in) throws IOException {
        List<T> list = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            list.add(reader.read(in));
        }
        return list;
    }
}
