package org.lectern.sample;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A scanned book as the Internet Archive keeps it: pages in {@code _jp2.zip}, and what is known of them beside it. */
final class ArchiveItem {

    private static final double BITS_PER_PIXEL = 0.55;
    private static final int PPI = 200;

    private final BookDescription book;
    private final List<Leaf> leaves;

    /** A page of the finished book. */
    private record Scan(Leaf leaf, int width, int height, byte[] jp2, List<List<Print.Word>> lines) {}

    ArchiveItem(BookDescription book, List<Leaf> leaves) {
        this.book = book;
        this.leaves = List.copyOf(leaves);
    }

    /** Writes the item as a folder of its own below {@code library}. */
    void write(Path library) throws IOException {
        String id = book.identifier();
        Path folder = Files.createDirectories(library.resolve(id));
        List<Scan> scans = scan();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(id + "_jp2.zip", zip(scans));
        files.put(id + "_meta.xml", utf8(meta()));
        files.put(id + "_page_numbers.json", utf8(pageNumbers()));
        files.put(id + "_scandata.xml", utf8(scandata(scans)));
        files.put(id + "_djvu.xml", utf8(words(scans)));
        files.put(id + "_djvu.txt", utf8(text(scans)));
        files.put(id + "_files.xml", utf8(list(files)));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private List<Scan> scan() throws IOException {
        List<Scan> scans = new ArrayList<>();
        for (Leaf leaf : leaves) {
            Print print = leaf.print().get();
            BufferedImage picture = print.picture();
            byte[] jp2 = PictureFiles.jp2(picture, BITS_PER_PIXEL);
            scans.add(new Scan(leaf, picture.getWidth(), picture.getHeight(), jp2, print.lines()));
        }
        return scans;
    }

    /** Members are stored, not deflated: JPEG 2000 does not get smaller. */
    private byte[] zip(List<Scan> scans) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int leaf = 0; leaf < scans.size(); leaf++) {
                zip.putNextEntry(member(leaf, scans.get(leaf).jp2()));
                zip.write(scans.get(leaf).jp2());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private ZipEntry member(int leaf, byte[] jp2) {
        ZipEntry entry = new ZipEntry("%1$s_jp2/%1$s_%2$04d.jp2".formatted(book.identifier(), leaf));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(jp2.length);
        entry.setCrc(crc(jp2));
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }

    private String meta() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metadata>\n");
        element(xml, "identifier", book.identifier());
        element(xml, "title", book.title());
        book.creators().forEach(creator -> element(xml, "creator", creator));
        element(xml, "date", book.date());
        element(xml, "language", "eng");
        book.subjects().forEach(subject -> element(xml, "subject", subject));
        element(xml, "description", book.description());
        element(xml, "mediatype", "texts");
        element(xml, "page-progression", "lr");
        element(xml, "licenseurl", "http://creativecommons.org/publicdomain/mark/1.0/");
        element(xml, "ppi", String.valueOf(PPI));
        element(xml, "imagecount", String.valueOf(leaves.size()));
        return xml.append("</metadata>\n").toString();
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append("  <%1$s>%2$s</%1$s>\n".formatted(name, escape(text)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String scandata(List<Scan> scans) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <book>
                  <bookData>
                    <bookId>%s</bookId>
                    <leafCount>%d</leafCount>
                    <dpi>%d</dpi>
                  </bookData>
                  <pageData>
                """.formatted(book.identifier(), leaves.size(), PPI));
        for (int leaf = 0; leaf < scans.size(); leaf++) {
            xml.append(page(leaf, scans.get(leaf)));
        }
        return xml.append("  </pageData>\n</book>\n").toString();
    }

    private static String page(int number, Scan scan) {
        String printed = scan.leaf().number();
        return """
                    <page leafNum="%d">
                      <pageType>%s</pageType>
                      <addToAccessFormats>%s</addToAccessFormats>
                      <rotateDegree>0</rotateDegree>
                      <origWidth>%4$d</origWidth>
                      <origHeight>%5$d</origHeight>
                      <cropBox><x>0</x><y>0</y><w>%4$d</w><h>%5$d</h></cropBox>
                      <handSide>%6$s</handSide>%7$s
                    </page>
                """.formatted(
                number, scan.leaf().type(), scan.leaf().access(), scan.width(), scan.height(),
                number % 2 == 0 ? "LEFT" : "RIGHT",
                printed.isEmpty() ? "" : "\n      <pageNumber>" + printed + "</pageNumber>");
    }

    /** Of the pages that readers see: an object each, numbered by place. */
    private String words(List<Scan> scans) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE DjVuXML>
                <DjVuXML>
                <HEAD/>
                <BODY>
                """);
        int place = 0;
        for (Scan scan : accessible(scans)) {
            xml.append("""
                    <OBJECT type="image/x.djvu" usemap="%1$s_%2$04d.djvu" width="%3$d" height="%4$d">
                    <PARAM name="PAGE" value="%1$s_%2$04d.djvu"/>
                    <PARAM name="DPI" value="%5$d"/>
                    <HIDDENTEXT><PAGECOLUMN><REGION><PARAGRAPH>
                    """.formatted(book.identifier(), place++, scan.width(), scan.height(), PPI));
            scan.lines().forEach(line -> xml.append("<LINE>").append(line.stream().map(ArchiveItem::word)
                    .collect(Collectors.joining(" "))).append("</LINE>\n"));
            xml.append("</PARAGRAPH></REGION></PAGECOLUMN></HIDDENTEXT>\n</OBJECT>\n");
        }
        return xml.append("</BODY>\n</DjVuXML>\n").toString();
    }

    /** The archive's order: left, bottom, right, top. */
    private static String word(Print.Word word) {
        Rectangle box = word.box();
        return "<WORD coords=\"%d,%d,%d,%d\">%s</WORD>".formatted(
                box.x, box.y + box.height, box.x + box.width, box.y, escape(word.text()));
    }

    private String text(List<Scan> scans) {
        return accessible(scans).stream()
                .map(scan -> scan.lines().stream()
                        .map(line -> line.stream().map(Print.Word::text).collect(Collectors.joining(" ")) + "\n")
                        .collect(Collectors.joining()))
                .filter(page -> !page.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static List<Scan> accessible(List<Scan> scans) {
        return scans.stream().filter(scan -> scan.leaf().access()).toList();
    }

    private String pageNumbers() {
        List<String> pages = IntStream.range(0, leaves.size())
                .filter(leaf -> leaves.get(leaf).access())
                .mapToObj(leaf -> pageNumber(leaf, leaves.get(leaf).number()))
                .toList();
        return """
                {
                  "identifier": "%s",
                  "format-version": "2",
                  "confidence": 100,
                  "pages": [
                %s
                  ]
                }
                """.formatted(book.identifier(), String.join(",\n", pages));
    }

    private static String pageNumber(int leaf, String number) {
        String confidence = number.isEmpty() ? "null" : "100";
        return "    {\"leafNum\": %d, \"confidence\": %s, \"pageNumber\": \"%s\", \"pageProb\": null, \"wordConf\": null}"
                .formatted(leaf, confidence, number);
    }

    private static String list(Map<String, byte[]> files) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<files>\n");
        files.forEach((name, bytes) -> xml.append("""
                  <file name="%s" source="original">
                    <format>%s</format>
                    <size>%d</size>
                    <md5>%s</md5>
                    <crc32>%08x</crc32>
                    <sha1>%s</sha1>
                  </file>
                """.formatted(name, format(name), bytes.length, digest("MD5", bytes), crc(bytes), digest("SHA-1", bytes))));
        return xml.append("</files>\n").toString();
    }

    private static String format(String name) {
        if (name.endsWith("_jp2.zip")) {
            return "Single Page Processed JP2 ZIP";
        }
        if (name.endsWith("_scandata.xml")) {
            return "Scandata";
        }
        if (name.endsWith("_djvu.xml")) {
            return "Djvu XML";
        }
        if (name.endsWith("_djvu.txt")) {
            return "DjVuTXT";
        }
        return name.endsWith(".json") ? "Page Numbers JSON" : "Metadata";
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
