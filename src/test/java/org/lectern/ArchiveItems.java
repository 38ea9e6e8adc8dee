package org.lectern;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Items of the Internet Archive as folders, made of recorded answers of its metadata service: the files that the
 * record lists, with blank pages of the recorded sizes.
 */
final class ArchiveItems {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LEAF = Pattern.compile(
            "leafNum=\"(\\d+)\".*?<w>(\\d+)</w>\\s*<h>(\\d+)</h>", Pattern.DOTALL);

    private final Path recorded;
    private final Path library;

    ArchiveItems(Path recorded, Path library) {
        this.recorded = recorded;
        this.library = library;
    }

    /**
     * Writes one item.
     *
     * @param words text of its {@code _djvu.xml}, when there is no recording of it
     */
    ArchiveItems item(String name, Optional<String> words) {
        JsonNode record = json("metadata/" + name + ".json");
        String id = record.at("/metadata/identifier").asString();
        Path folder = library.resolve(id);
        write(folder.resolve(id + "_meta.xml"), meta(record.get("metadata")));
        write(folder.resolve(id + "_files.xml"), files(record.get("files")));
        for (JsonNode file : record.get("files")) {
            Path path = folder.resolve(file.get("name").asString());
            if (!Files.exists(path)) {
                write(path, content(name, path.getFileName().toString(), words));
            }
        }
        return this;
    }

    private byte[] content(String item, String name, Optional<String> words) {
        if (name.endsWith("_scandata.xml")) {
            return bytes(find("scandata", item, "_scandata.xml").orElseThrow());
        }
        if (name.endsWith("_djvu.xml")) {
            return words.map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .or(() -> find("djvuxml", item, "_djvu.xml").map(this::bytes)).orElseThrow();
        }
        if (name.endsWith("_jp2.zip")) {
            return stack(name.replace("_jp2.zip", ""), find("scandata", item, "_scandata.xml").orElseThrow());
        }
        if (name.endsWith("_page_numbers.json") && json("metadata/" + item + ".json").has("page_numbers")) {
            return JSON.writeValueAsBytes(json("metadata/" + item + ".json").get("page_numbers"));
        }
        return name.matches(".*\\.(jpg|png|gif|tif)") ? blank(160, 120) : "not recorded".getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Path> find(String kind, String item, String suffix) {
        try (Stream<Path> files = Files.list(recorded.resolve(kind))) {
            return files.filter(file -> file.getFileName().toString().contains(item)
                    && file.getFileName().toString().endsWith(suffix)).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] stack(String prefix, Path scandata) {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            Map<String, byte[]> drawn = new LinkedHashMap<>();
            Matcher leaf = LEAF.matcher(new String(bytes(scandata), StandardCharsets.UTF_8));
            while (leaf.find()) {
                byte[] page = drawn.computeIfAbsent(leaf.group(2) + "x" + leaf.group(3),
                        size -> blank(Integer.parseInt(leaf.group(2)), Integer.parseInt(leaf.group(3))));
                ZipEntry entry = new ZipEntry("%1$s_jp2/%1$s_%2$04d.jp2".formatted(prefix, Integer.parseInt(leaf.group(1))));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(page.length);
                var crc = new CRC32();
                crc.update(page);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(page);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A file is known by its first bytes, so a blank JPEG does under any name. */
    private static byte[] blank(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] meta(JsonNode metadata) {
        var xml = new StringBuilder("<metadata>\n");
        metadata.propertyStream().forEach(field -> values(field.getValue()).forEach(value ->
                xml.append("<%1$s>%2$s</%1$s>\n".formatted(field.getKey(), escaped(value)))));
        return xml.append("</metadata>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] files(JsonNode files) {
        var xml = new StringBuilder("<files>\n");
        for (JsonNode file : files) {
            xml.append("<file name=\"%s\" source=\"%s\">\n".formatted(
                    escaped(file.get("name").asString()), file.get("source").asString()));
            file.propertyStream().filter(field -> !List.of("name", "source").contains(field.getKey()))
                    .forEach(field -> values(field.getValue()).forEach(value ->
                            xml.append("<%1$s>%2$s</%1$s>\n".formatted(field.getKey(), escaped(value)))));
            xml.append("</file>\n");
        }
        return xml.append("</files>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> values(JsonNode value) {
        return value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : List.of(value.asString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private JsonNode json(String path) {
        return JSON.readTree(bytes(recorded.resolve(path)));
    }

    private byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, byte[] bytes) {
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
