package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.source.Item.Metadata;

@Timeout(60)
class EmbeddedMetadataTest {

    private static final String XMP_MARK = "http://ns.adobe.com/xap/1.0/\0";
    private static final String XMP = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="p" xmlns:xmpRights="r"
              photoshop:City="Wien" photoshop:Country="Österreich" photoshop:DateCreated="2008-05-30T15:56:01+02:00"
              xmpRights:WebStatement="https://creativecommons.org/licenses/by/4.0/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Der Dom</rdf:li><rdf:li xml:lang="en">The dome</rdf:li>
            </rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>A. Berg</rdf:li><rdf:li>B. Tal</rdf:li></rdf:Seq></dc:creator>
            <dc:rights><rdf:Alt><rdf:li>© Berg</rdf:li></rdf:Alt></dc:rights>
            </rdf:Description></rdf:RDF></x:xmpmeta>""";

    @TempDir
    private Path root;

    private FolderLibrary library;

    @BeforeEach
    void makeLibrary() {
        library = new FolderLibrary(root);
    }

    private Item item(String name, byte[] content) throws IOException {
        library.put(name, content);
        return library.item(name);
    }

    private static byte[] xmp() {
        return Octets.segment(0xe1, XMP_MARK, XMP.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void xmpTellsTitleCreatorsPlaceDateAndLicence() throws IOException {
        Item item = item("a.jpg", Octets.jpeg(xmp()));
        assertThat(item.label()).isEqualTo("Der Dom");
        assertThat(item.rights()).contains("https://creativecommons.org/licenses/by/4.0/");
        assertThat(item.apparatus().date()).contains(Instant.parse("2008-05-30T13:56:01Z"));
        assertThat(item.metadata()).containsExactly(
                new Metadata("Creator", List.of("A. Berg", "B. Tal")),
                new Metadata("Date", List.of("2008-05-30 15:56:01")),
                new Metadata("Place", List.of("Wien, Österreich")),
                new Metadata("Rights", List.of("© Berg")));
    }

    @Test
    void iptcIsReadInUnicodeWhereItSaysSo() throws IOException {
        byte[] iptc = new Octets().bytes(Octets.iptc(1, 90, "\u001b%G")).bytes(Octets.iptc(2, 5, "Fête"))
                .bytes(Octets.iptc(2, 25, "one")).bytes(Octets.iptc(2, 25, "two")).bytes(Octets.iptc(2, 80, "Zoë"))
                .bytes(Octets.iptc(2, 55, "20080530")).bytes(Octets.iptc(2, 90, "Paris"))
                .bytes(Octets.iptc(2, 116, "All mine")).done();
        Item item = item("a.jpg", Octets.jpeg(Octets.segment(0xed, "Photoshop 3.0\0", Octets.resource(iptc))));
        assertThat(item.label()).isEqualTo("Fête");
        assertThat(item.metadata()).containsExactly(new Metadata("Creator", List.of("Zoë")),
                new Metadata("Date", List.of("2008-05-30")), new Metadata("Place", List.of("Paris")),
                new Metadata("Keywords", List.of("one", "two")), new Metadata("Rights", List.of("All mine")));
    }

    @Test
    void exifTellsWhatXmpDoesNot() throws IOException {
        byte[] exif = Octets.exif(270, "A harbour", 271, "NIKON", 272, "NIKON D70", 315, "Jo", 33432, "Public");
        Item item = item("a.jpg", Octets.jpeg(Octets.segment(0xe1, "Exif\0\0", exif), xmp()));
        assertThat(item.label()).isEqualTo("Der Dom");
        assertThat(item.metadata()).contains(new Metadata("Creator", List.of("A. Berg", "B. Tal")),
                new Metadata("Camera", List.of("NIKON D70")));
        assertThat(item("b.jpg", Octets.jpeg(Octets.segment(0xe1, "Exif\0\0", exif))).label()).isEqualTo("A harbour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OLYMPUS DIGITAL CAMERA", "SONY DSC", "DSC_0042", "Created with GIMP", "untitled", "   ",
        "KONICA MINOLTA DIGITAL CAMERA", "<?xml version='1.0'?>", "ImageJ=1.4", "Adobe Photoshop CS3", "IMG_20200101"})
    void whatCamerasAndProgramsFillInIsNoTitle(String junk) throws IOException {
        Item item = item("harbour.jpg", Octets.jpeg(Octets.segment(0xe1, "Exif\0\0", Octets.exif(270, junk))));
        assertThat(item.label()).isEqualTo("harbour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Adobe houses of Taos", "The old camera", "Пейзаж", "北京", "Page of a psalter", "1984"})
    void titlesThatOnlyRemindOfJunkAreTitles(String title) {
        assertThat(PictureFields.isTitle(title)).isEqualTo(!title.equals("1984"));
    }

    @Test
    void itemJsonStandsAboveWhatTheFileTells() throws IOException {
        library.text("a.jpg.item.json", "{\"label\": \"Mine\", \"metadata\": {\"Creator\": \"Me\"}}");
        Item item = item("a.jpg", Octets.jpeg(xmp()));
        assertThat(item.label()).isEqualTo("Mine");
        assertThat(item.metadata()).contains(new Metadata("Creator", List.of("Me")));
    }

    @Test
    void textOfPngIsRead() throws IOException {
        byte[] itxt = new Octets().text("XML:com.adobe.xmp\0\0\0\0\0").bytes(XMP.getBytes(StandardCharsets.UTF_8)).done();
        byte[] text = "Author\0Jo".getBytes(StandardCharsets.ISO_8859_1);
        Octets png = new Octets().text("\u0089PNG\r\n\u001a\n").big(text.length, 4).text("tEXt").bytes(text).zeros(4)
                .big(itxt.length, 4).text("iTXt").bytes(itxt).zeros(4);
        assertThat(item("a.png", png.done()).label()).isEqualTo("Der Dom");
        assertThat(item("b.png", new Octets().text("\u0089PNG\r\n\u001a\n").big(text.length, 4).text("tEXt").bytes(text)
                .zeros(4).done()).metadata()).containsExactly(new Metadata("Creator", List.of("Jo")));
    }

    @Test
    void tagsOfTiffAreRead() throws IOException {
        Octets tiff = new Octets().text("II").little(42, 2).little(8, 4).little(3, 2)
                .little(256, 2).little(3, 2).little(1, 4).little(5, 4)
                .little(257, 2).little(3, 2).little(1, 4).little(5, 4)
                .little(315, 2).little(2, 2).little(4, 4).text("Jo \0").zeros(4);
        assertThat(item("a.tif", tiff.done()).metadata()).containsExactly(new Metadata("Creator", List.of("Jo")));
    }

    @Test
    void lengthsBehindTheEndAndCirclesEndTheReadingAlone() throws IOException {
        byte[] circle = new Octets().text("MM").big(42, 2).big(8, 4).big(1, 2)
                .big(34665, 2).big(4, 2).big(1, 4).big(8, 4).big(8, 4).done();
        byte[] far = new Octets().text("MM").big(42, 2).big(0xffff_fff0L, 4).done();
        byte[] long1 = new Octets().text("MM").big(42, 2).big(8, 4).big(0xffff, 2)
                .big(270, 2).big(2, 2).big(0xffff_ffffL, 4).big(0xffff_ffffL, 4).done();
        byte[] record = new Octets().big(0x1c, 1).big(2, 1).big(5, 1).big(0xffff, 2).text("x").done();
        byte[] resources = new Octets().text("8BIM").big(0x0404, 2).zeros(2).big(0x7fff_ffff, 4).done();
        for (byte[] exif : List.of(circle, far, long1)) {
            assertThat(item("a.jpg", Octets.jpeg(Octets.segment(0xe1, "Exif\0\0", exif))).label()).isEqualTo("a");
        }
        for (byte[] content : List.of(Octets.resource(record), resources)) {
            assertThat(item("a.jpg", Octets.jpeg(Octets.segment(0xed, "Photoshop 3.0\0", content))).label())
                    .isEqualTo("a");
        }
    }

    @Test
    void noEntityOfXmpIsExpanded() throws IOException {
        String hostile = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + XMP.replace("Der Dom", "&e;");
        byte[] segment = Octets.segment(0xe1, XMP_MARK, hostile.getBytes(StandardCharsets.UTF_8));
        assertThat(item("a.jpg", Octets.jpeg(segment)).label()).isEqualTo("a");
    }

    @Test
    void anyChangedByteLeavesAPictureAnItem() throws IOException {
        long seed = 20_261_124;
        Random random = new Random(seed);
        byte[] good = Octets.jpeg(Octets.segment(0xe1, "Exif\0\0", Octets.exif(270, "A harbour", 315, "Jo")), xmp(),
                Octets.segment(0xed, "Photoshop 3.0\0", Octets.resource(Octets.iptc(2, 5, "Title"))));
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int k = 0; k < 4; k++) {
                bad[2 + random.nextInt(bad.length - 2)] = (byte) random.nextInt();
            }
            assertThat(item("x" + i + ".jpg", bad).pages()).as("seed %d, round %d", seed, i).hasSize(1);
        }
    }

    @Test
    void aListingDoesNotOpenPictures() throws IOException {
        library.put("a.jpg", Octets.jpeg(xmp()));
        assertThat(library.source().list(new ItemQuery(0, 10)).items()).extracting(Summary::label).containsExactly("a");
    }
}
