package org.lectern.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleLibraryTest {

    private static final String BOOK = "twononsensesongs";

    @TempDir
    static Path folder;

    @TempDir
    Path again;

    @BeforeAll
    static void draw() throws IOException {
        SampleLibrary.write(folder);
    }

    @Test
    void theLibraryHoldsAPictureOfEachKindABookAFolderAndALeaflet() throws IOException {
        try (Stream<Path> top = Files.list(folder)) {
            assertThat(top.map(path -> path.getFileName().toString()).filter(name -> !name.endsWith(".item.json")))
                    .containsExactlyInAnyOrder(
                    "northern-sky.jpg", "fern.png", "island.tif", "curves", "reading-with-lectern.pdf", BOOK);
        }
    }

    @Test
    void everyFileHasATitleBesideIt() throws IOException {
        for (String name : List.of("northern-sky.jpg", "fern.png", "island.tif", "reading-with-lectern.pdf")) {
            JsonNode item = JsonMapper.shared().readTree(Files.readString(folder.resolve(name + ".item.json")));
            assertThat(item.get("label").asString()).as(name).isNotBlank().isNotEqualTo(name);
        }
    }

    @Test
    void theWholeIsSmallerThanSixMegabytes() throws IOException {
        long bytes = 0;
        for (Path file : files(folder)) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isBetween(3_000_000L, 6_000_000L);
        assertThat(Files.size(folder.resolve(BOOK).resolve(BOOK + "_jp2.zip"))).isLessThan(3_000_000L);
    }

    @Test
    void picturesAreDrawnTheSameEachTime() throws IOException {
        PictureFiles.jpeg(new StarChart().draw(600), 0.8f, again.resolve("one.jpg"));
        PictureFiles.jpeg(new StarChart().draw(600), 0.8f, again.resolve("two.jpg"));
        assertThat(again.resolve("two.jpg")).hasSameBinaryContentAs(again.resolve("one.jpg"));
        PictureFiles.png(new Fern().draw(800, 1120), again.resolve("fern.png"));
        assertThat(again.resolve("fern.png")).hasSameBinaryContentAs(folder.resolve("fern.png"));
        PictureFiles.pyramid(new IslandMap().draw(2560, 1920), again.resolve("island.tif"));
        assertThat(again.resolve("island.tif")).hasSameBinaryContentAs(folder.resolve("island.tif"));
    }

    @Test
    void leafletAndPlatesAreWrittenTheSameEachTime() throws IOException {
        new Leaflet().write(again.resolve("reading-with-lectern.pdf"));
        new Plates().write(again.resolve("curves"));
        for (Path file : files(again)) {
            assertThat(file).hasSameBinaryContentAs(folder.resolve(again.relativize(file).toString()));
        }
    }

    @Test
    void bookPagesAreWrittenTheSameEachTime() throws IOException {
        List<Leaf> two = new NonsenseBook().leaves().subList(10, 12);
        new ArchiveItem(NonsenseBook.ABOUT, two).write(again.resolve("one"));
        new ArchiveItem(NonsenseBook.ABOUT, two).write(again.resolve("two"));
        for (Path file : files(again.resolve("one"))) {
            Path other = again.resolve("two").resolve(again.resolve("one").relativize(file).toString());
            assertThat(file).hasSameBinaryContentAs(other);
        }
    }

    @Test
    void theStarChartIsAJpegOfNineMegapixels() throws IOException {
        BufferedImage chart = ImageIO.read(folder.resolve("northern-sky.jpg").toFile());
        assertThat(List.of(chart.getWidth(), chart.getHeight())).containsExactly(3000, 3000);
    }

    @Test
    void theFernCanBeSeenThroughAtItsCorners() throws IOException {
        BufferedImage fern = ImageIO.read(folder.resolve("fern.png").toFile());
        assertThat(fern.getColorModel().hasAlpha()).isTrue();
        assertThat(fern.getRGB(0, 0) >>> 24).isZero();
        assertThat(fern.getRGB(400, 1080) >>> 24).isEqualTo(255);
    }

    @Test
    void theIslandIsAPyramidOfTilesDownToOne() throws IOException {
        List<String> levels = new ArrayList<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(folder.resolve("island.tif").toFile())) {
            reader.setInput(in);
            for (int level = 0; level < reader.getNumImages(true); level++) {
                assertThat(reader.getTileWidth(level)).isEqualTo(256);
                levels.add(reader.getWidth(level) + "x" + reader.getHeight(level));
            }
        } finally {
            reader.dispose();
        }
        assertThat(levels).containsExactly("2560x1920", "1280x960", "640x480", "320x240", "160x120");
    }

    @Test
    void theBooksZipStoresOnePageOfEachLeafUndeflated() throws IOException {
        try (ZipFile zip = new ZipFile(folder.resolve(BOOK).resolve(BOOK + "_jp2.zip").toFile())) {
            List<? extends ZipEntry> members = Collections.list(zip.entries());
            assertThat(members).hasSize(13).allSatisfy(member -> assertThat(member.getMethod())
                    .isEqualTo(ZipEntry.STORED));
            assertThat(members.get(7).getName()).isEqualTo(BOOK + "_jp2/" + BOOK + "_0007.jp2");
            BufferedImage page = decode(zip, members.get(7));
            assertThat(List.of(page.getWidth(), page.getHeight())).containsExactly(1200, 1800);
            assertThat(page.getRGB(20, 20) >> 16 & 255).as("red of the paper").isBetween(0xf0, 0xfc);
        }
    }

    @Test
    void scandataHidesTheColourCardAndNumbersTheSongs() throws Exception {
        Document scandata = xml(BOOK + "_scandata.xml");
        assertThat(texts(scandata, "addToAccessFormats")).hasSize(13).startsWith("false", "true")
                .containsOnlyOnce("false");
        assertThat(texts(scandata, "pageType")).startsWith("Color Card", "Cover", "Normal", "Title").endsWith("Cover");
        assertThat(texts(scandata, "pageNumber")).containsExactly("1", "2", "3", "5", "6");
        assertThat(texts(scandata, "leafCount")).containsExactly("13");
    }

    @Test
    void pageNumbersListTheLeavesThatReadersSee() throws IOException {
        JsonNode pages = JsonMapper.shared().readTree(Files.readString(folder.resolve(BOOK)
                .resolve(BOOK + "_page_numbers.json")));
        assertThat(pages.get("format-version").asString()).isEqualTo("2");
        assertThat(pages.get("pages")).hasSize(12);
        assertThat(pages.get("pages").get(0).get("leafNum").asInt()).isEqualTo(1);
        assertThat(pages.get("pages").get(8).get("pageNumber").asString()).isEqualTo("5");
    }

    @Test
    void theCatalogueCardAndTheFileListAreWellFormed() throws Exception {
        assertThat(texts(xml(BOOK + "_meta.xml"), "creator")).containsExactly("Lear, Edward, 1812-1888",
                "Carroll, Lewis, 1832-1898");
        assertThat(texts(xml(BOOK + "_files.xml"), "size"))
                .first().isEqualTo(String.valueOf(Files.size(folder.resolve(BOOK).resolve(BOOK + "_jp2.zip"))));
    }

    @Test
    void everyVisiblePageHasItsWordsInTheArchivesFormAndEachWordLiesOnThePage() throws Exception {
        Document words = xml(BOOK + "_djvu.xml");
        NodeList objects = words.getElementsByTagName("OBJECT");
        assertThat(objects.getLength()).isEqualTo(12);
        assertThat(texts(words, "WORD")).contains("Pussy-cat", "runcible", "Jabberwock,", "CARROLL");
        NodeList all = words.getElementsByTagName("WORD");
        for (int i = 0; i < all.getLength(); i++) {
            String[] box = all.item(i).getAttributes().getNamedItem("coords").getNodeValue().split(",");
            int[] side = Stream.of(box).mapToInt(Integer::parseInt).toArray();
            assertThat(side[0]).isBetween(60, side[2] - 3);
            assertThat(side[3]).isBetween(100, side[1] - 3);
            assertThat(side[2]).isLessThan(1160);
            assertThat(side[1]).isLessThan(1720);
        }
    }

    @Test
    void thePlainTextParagraphsReadAsTheSongs() throws IOException {
        assertThat(Files.readString(folder.resolve(BOOK).resolve(BOOK + "_djvu.txt")))
                .contains("Which they ate with a runcible spoon;\nAnd hand in hand, on the edge of the sand,\n");
    }

    @Test
    void theLeafletsPagesAreLabelled() throws IOException {
        try (PDDocument leaflet = Loader.loadPDF(folder.resolve("reading-with-lectern.pdf").toFile())) {
            assertThat(leaflet.getNumberOfPages()).isEqualTo(3);
            assertThat(leaflet.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
                    .containsExactly("Cover", "1", "2");
        }
    }

    @Test
    void thePlatesSayWhatTheyAre() throws IOException {
        JsonNode item = JsonMapper.shared().readTree(Files.readString(folder.resolve("curves").resolve("item.json")));
        assertThat(item.get("label").asString()).isEqualTo("Four curves");
        assertThat(folder.resolve("curves").resolve("plate 10.jpg")).exists();
    }

    @Test
    void anUnchangedLibraryIsNotDrawnAgain() throws IOException {
        Path target = again.resolve("sample");
        Files.createDirectories(target);
        assertThatThrownBy(() -> SampleLibrary.main(new String[0])).isInstanceOf(IllegalArgumentException.class);
        Files.writeString(again.resolve("sample.stamp"), SampleLibrary.codeFingerprint());
        SampleLibrary.main(new String[] {target.toString()});
        assertThat(target).isEmptyDirectory();
    }

    private static BufferedImage decode(ZipFile zip, ZipEntry member) throws IOException {
        ImageReader reader = new J2KImageReaderSpi().createReaderInstance();
        try (InputStream bytes = new ByteArrayInputStream(zip.getInputStream(member).readAllBytes());
                ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
            reader.setInput(in);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static Document xml(String name) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(folder.resolve(BOOK).resolve(name)
                .toFile());
    }

    private static List<String> texts(Document document, String element) {
        NodeList found = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
