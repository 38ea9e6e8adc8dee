package org.lectern.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.core.Identifier;
import org.lectern.source.Item.Metadata;
import org.lectern.source.Item.SeeAlso;
import org.lectern.text.TextForm;

/** An item as the bytes that a cache keeps. No bytes at all stand for: there is no item. */
final class ItemBytes {

    private ItemBytes() {}

    static byte[] write(Optional<Item> item) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            if (item.isPresent()) {
                write(item.get(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    static Optional<Item> read(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return Optional.of(read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Item item, DataOutputStream out) throws IOException {
        text(item.id().text(), out);
        out.writeByte(item.kind().ordinal());
        text(item.label(), out);
        out.writeInt(item.metadata().size());
        for (Metadata pair : item.metadata()) {
            text(pair.label(), out);
            texts(pair.values(), out);
        }
        texts(item.summary().stream().toList(), out);
        texts(item.rights().stream().toList(), out);
        texts(item.attribution().stream().toList(), out);
        out.writeInt(item.seeAlso().size());
        for (SeeAlso link : item.seeAlso()) {
            write(link, out);
        }
        out.writeByte(item.viewingDirection().ordinal());
        texts(item.behavior(), out);
        out.writeInt(item.pages().size());
        for (Page page : item.pages()) {
            write(page, out);
        }
        out.writeInt(item.start());
        ApparatusBytes.write(item.apparatus(), out);
        text(item.validator(), out);
        out.writeLong(item.modified().getEpochSecond());
    }

    private static void write(SeeAlso link, DataOutputStream out) throws IOException {
        text(link.id(), out);
        text(link.type(), out);
        texts(link.label().stream().toList(), out);
        texts(link.format().stream().toList(), out);
        texts(link.profile().stream().toList(), out);
    }

    private static void write(Page page, DataOutputStream out) throws IOException {
        out.writeInt(page.number());
        text(page.name(), out);
        text(page.label(), out);
        texts(page.type().stream().toList(), out);
        out.writeInt(page.size().map(Dimensions::width).orElse(0));
        out.writeInt(page.size().map(Dimensions::height).orElse(0));
        out.writeInt(page.dpi().orElse(0));
        out.writeByte(page.text().map(text -> text.form().ordinal()).orElse(-1));
        if (page.text().isPresent()) {
            text(page.text().get().file(), out);
            out.writeInt(page.text().get().place());
        }
        text(page.member(), out);
    }

    private static Item read(DataInputStream in) throws IOException {
        Identifier id = new Identifier(text(in));
        Kind kind = Kind.values()[in.readByte()];
        String label = text(in);
        List<Metadata> metadata = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            metadata.add(new Metadata(text(in), texts(in)));
        }
        Optional<String> summary = texts(in).stream().findFirst();
        Optional<String> rights = texts(in).stream().findFirst();
        Optional<String> attribution = texts(in).stream().findFirst();
        List<SeeAlso> seeAlso = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            seeAlso.add(seeAlso(in));
        }
        ViewingDirection direction = ViewingDirection.values()[in.readByte()];
        List<String> behavior = texts(in);
        List<Page> pages = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            pages.add(page(pages.size(), in));
        }
        return new Item(id, kind, label, metadata, summary, rights, attribution, seeAlso, direction, behavior,
                pages, in.readInt(), ApparatusBytes.read(in), text(in), Instant.ofEpochSecond(in.readLong()));
    }

    private static SeeAlso seeAlso(DataInputStream in) throws IOException {
        return new SeeAlso(text(in), text(in), texts(in).stream().findFirst(), texts(in).stream().findFirst(),
                texts(in).stream().findFirst());
    }

    private static Page page(int index, DataInputStream in) throws IOException {
        int number = in.readInt();
        String name = text(in);
        String label = text(in);
        Optional<String> type = texts(in).stream().findFirst();
        int width = in.readInt();
        int height = in.readInt();
        Optional<Dimensions> size = width == 0 ? Optional.empty() : Optional.of(new Dimensions(width, height));
        int dpi = in.readInt();
        Optional<TextPlace> words = words(in.readByte(), in);
        return new Page(index, number, name, label, type, size, dpi == 0 ? Optional.empty() : Optional.of(dpi), words,
                text(in));
    }

    private static Optional<TextPlace> words(int form, DataInputStream in) throws IOException {
        return form < 0
                ? Optional.empty()
                : Optional.of(new TextPlace(TextForm.values()[form], text(in), in.readInt()));
    }

    private static void texts(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(text, out);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
