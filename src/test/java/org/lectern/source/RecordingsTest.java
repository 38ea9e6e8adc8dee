package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.Dimensions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class RecordingsTest {

    @TempDir
    private Path root;

    private FolderLibrary library;

    @BeforeEach
    void makeLibrary() {
        library = new FolderLibrary(root);
    }

    private static byte[] wave(int seconds) {
        return new Octets().text("RIFF").little(36 + 8000L * seconds, 4).text("WAVEfmt ").little(16, 4).little(1, 2)
                .little(1, 2).little(8000, 4).little(8000, 4).little(1, 2).little(8, 2).text("data")
                .little(8000L * seconds, 4).zeros(8000 * seconds).done();
    }

    private static byte[] mp4(long duration) {
        byte[] movie = new Octets().zeros(12).big(1000, 4).big(duration, 4).zeros(80).done();
        byte[] track = new Octets().zeros(40).big(0x10000, 4).zeros(12).big(0x10000, 4).zeros(12).big(0x40000000, 4)
                .big(640L << 16, 4).big(360L << 16, 4).done();
        return new Octets().bytes(Octets.box("ftyp", new byte[8])).bytes(Octets.box("moov", new Octets()
                .bytes(Octets.box("mvhd", movie)).bytes(Octets.box("trak", Octets.box("tkhd", track))).done())).done();
    }

    private double seconds(String name, byte[] content) throws IOException {
        library.put(name, content);
        return library.item(name).apparatus().tracks().get(0).seconds();
    }

    @Test
    void headersTellHowLongARecordingLasts() throws IOException {
        assertThat(seconds("a.wav", wave(2))).isEqualTo(2.0);
        assertThat(seconds("a.mp4", mp4(12_500))).isEqualTo(12.5);
        Octets cbr = new Octets();
        for (int i = 0; i < 100; i++) {
            cbr.big(0xfffb9000L, 4).zeros(413); // 128 kbit/s at 44.1 kHz: 417 bytes
        }
        assertThat(seconds("a.mp3", cbr.done())).isCloseTo(41_700 * 8 / 128_000.0, within(1e-9));
        byte[] vbr = new Octets().text("ID3\4\0\0").big(0, 3).big(10, 1).zeros(10).big(0xfffb9000L, 4).zeros(32)
                .text("Xing").big(1, 4).big(1000, 4).zeros(417 - 48).big(0xfffb9000L, 4).zeros(413).done();
        assertThat(seconds("b.mp3", vbr)).isCloseTo(1000 * 1152 / 44_100.0, within(1e-9));
        byte[] flac = new Octets().text("fLaC").big(0x80000022L, 4).zeros(10).big(44_100L << 12 | 0x2f0, 4)
                .big(441_000, 4).zeros(16).done();
        assertThat(seconds("a.flac", flac)).isEqualTo(10.0);
        byte[] aiff = new Octets().text("FORM").big(100, 4).text("AIFFCOMM").big(18, 4).big(1, 2).big(132_300, 4)
                .big(16, 2).big(0x400e, 2).big(0xac44L << 48, 8).done();
        assertThat(seconds("a.aiff", aiff)).isEqualTo(3.0);
        byte[] ogg = new Octets().text("OggS\0\2").zeros(8).little(7, 4).zeros(8).big(1, 1).big(30, 1)
                .text("\1vorbis").zeros(4).big(1, 1).little(44_100, 4).zeros(14)
                .text("OggS\0\4").little(88_200, 8).little(7, 4).zeros(9).done();
        assertThat(seconds("a.ogg", ogg)).isEqualTo(2.0);
        byte[] webm = new Octets().big(0x1a45dfa3L, 4).big(0x80, 1).big(0x18538067L, 4).big(0x01ffffffffffffffL, 8)
                .big(0x1549a966L, 4).big(0x8b, 1).big(0x4489, 2).big(0x88, 1).big(Double.doubleToLongBits(5000), 8)
                .big(0x1654ae6bL, 4).big(0x8c, 1).big(0xae, 1).big(0x8a, 1).big(0xe0, 1).big(0x88, 1)
                .big(0xb0, 1).big(0x82, 1).big(320, 2).big(0xba, 1).big(0x82, 1).big(240, 2).done();
        assertThat(seconds("a.webm", webm)).isEqualTo(5.0);
        assertThat(library.item("a.webm").apparatus().tracks().get(0).size()).contains(new Dimensions(320, 240));
    }

    @Test
    void aFileInTheRootIsAnItemWithoutPages() throws IOException {
        library.put("a.mp4", mp4(1000)).put("b.wav", wave(1)).put("c.mp3");
        assertThat(library.listed()).containsExactly("a.mp4", "b.wav");
        Item item = library.item("a.mp4");
        assertThat(item.kind()).isEqualTo(Kind.MOVIES);
        assertThat(item.pages()).isEmpty();
        assertThat(item.apparatus().tracks().get(0).size()).contains(new Dimensions(640, 360));
        assertThat(item.apparatus().tracks().get(0).media()).extracting(ItemFile::name).containsExactly("");
        assertThat(library.item("b.wav").kind()).isEqualTo(Kind.AUDIO);
        assertThat(library.find("a.mp4$cover")).isEmpty();
        assertThat(library.source().list(new ItemQuery(0, 1)).items().get(0).image().text()).isEqualTo("a.mp4");
    }

    @Test
    void formsOfOneOriginalAreOneTrackInOrderOfTheirNumbers() throws IOException {
        library.text("gd/gd_files.xml", """
                <files><file name="d1t02.shn" source="original"><format>Shorten</format><length>0</length></file>
                <file name="d1t02.mp3" source="derivative"><format>VBR MP3</format><original>d1t02.shn</original>
                <length>03:09</length><track>1</track><title>Mama Tried</title></file>
                <file name="d1t02.ogg" source="derivative"><format>Ogg Vorbis</format><original>d1t02.shn</original>
                <length>189.94</length></file>
                <file name="d1t01.mp3" source="derivative"><format>VBR MP3</format><original>d1t01.shn</original>
                <length>1:02:03</length><track>2</track></file></files>""")
                .text("gd/gd_meta.xml", "<metadata><mediatype>etree</mediatype><title>Live</title></metadata>")
                .put("gd/d1t01.mp3", "gd/d1t02.ogg", "gd/d1t02.mp3", "gd/d1t02.png", "gd/d1t02_spectrogram.png",
                        "gd/cover.jpg", "gd/unknown.mp3");
        Item item = library.item("gd");
        assertThat(item.kind()).isEqualTo(Kind.AUDIO);
        assertThat(item.label()).isEqualTo("Live");
        assertThat(item.pages()).extracting(Page::label).containsExactly("cover");
        assertThat(item.isSingleImage()).isFalse();
        assertThat(item.apparatus().tracks()).extracting(Track::label).containsExactly("Mama Tried", "d1t01");
        assertThat(item.apparatus().tracks()).extracting(Track::seconds).containsExactly(189.94, 3723.0);
        Track first = item.apparatus().tracks().get(0);
        assertThat(first.media()).extracting(ItemFile::name).containsExactly("d1t02.mp3", "d1t02.ogg");
        assertThat(first.image()).map(ItemFile::name).contains("d1t02.png");
        assertThat(item.apparatus().files()).extracting(ItemFile::name).contains("unknown.mp3");
        assertThat(library.listed()).containsExactly("gd");
    }

    @Test
    void aMarkedFolderOfRecordingsHasTracksAndTheArchivesFiles() throws IOException {
        library.text("lp/lp_files.xml", """
                <files><file name="a.flac" source="original"><format>24bit Flac</format><private>true</private>
                <length>60.5</length></file>
                <file name="a.mp3" source="derivative"><format>VBR MP3</format><original>a.flac</original>
                <length>60.5</length><title>Side A</title></file>
                <file name="a.vtt" source="derivative"><private>true</private></file>
                <file name="lp_jp2.zip" source="derivative"><format>Single Page Processed JP2 ZIP</format></file>
                <file name="label.jpg" source="original"><format>JPEG</format></file>
                <file name="label_small.jpg" source="derivative"><format>JPEG</format></file></files>""")
                .text("lp/lp_meta.xml", """
                        <metadata><mediatype>audio</mediatype><title>A record</title><language>ger</language>
                        <identifier-access>http://archive.org/details/lp</identifier-access></metadata>""")
                .zip("lp/lp_jp2.zip", "lp_jp2/lp_0000.jp2")
                .put("lp/a.flac", "lp/a.mp3", "lp/a.vtt", "lp/label.jpg", "lp/label_small.jpg", "lp/lp.thumbs/a_1.jpg");
        Item item = library.item("lp");
        assertThat(item.kind()).isEqualTo(Kind.AUDIO);
        assertThat(item.label()).isEqualTo("A record");
        assertThat(item.apparatus().languages()).containsExactly("de");
        assertThat(item.apparatus().homepage()).contains("http://archive.org/details/lp");
        assertThat(item.pages()).extracting(Page::label).containsExactly("label");
        assertThat(item.apparatus().tracks()).extracting(Track::label).containsExactly("Side A");
        Track track = item.apparatus().tracks().get(0);
        assertThat(track.media()).extracting(ItemFile::name).containsExactly("a.mp3");
        assertThat(track.captions()).isEmpty();
        assertThat(item.apparatus().files()).extracting(ItemFile::name).containsExactlyInAnyOrder("a.mp3", "label.jpg",
                "label_small.jpg", "lp_files.xml", "lp_jp2.zip", "lp_meta.xml", "lp.thumbs/a_1.jpg");
        assertThat(item.apparatus().files().get(0)).extracting(ItemFile::label, ItemFile::use)
                .containsExactly("Single Page Processed JP2 ZIP", ItemFile.Use.RENDERING);
        assertThat(library.listed()).containsExactly("lp");
    }

    @Test
    void whenNobodyKnowsWhatIsPrivateThereAreNoTracks() throws IOException {
        library.text("lp/lp_files.xml", "<files><file").text("lp/lp_meta.xml", "<metadata/>")
                .put("lp/a.wav", wave(1)).put("lp/cover.jpg", "lp/cover_alto.xml");
        assertThat(library.item("lp").apparatus().tracks()).isEmpty();
        assertThat(library.item("lp").apparatus().files()).isEmpty();
        library.text("lp/lp_files.xml", "<files/>");
        assertThat(library.item("lp").apparatus().tracks()).extracting(Track::seconds).containsExactly(1.0);
        assertThat(library.item("lp").apparatus().files()).extracting(ItemFile::name).contains("a.wav");
    }

    @Test
    void captionsTellTheirLanguage() throws IOException {
        library.put("film/a.mp4", mp4(1000)).put("film/a.en.vtt", "film/a_de.vtt", "film/a.vtt", "film/ab.vtt");
        assertThat(library.item("film").kind()).isEqualTo(Kind.MOVIES);
        assertThat(library.item("film").apparatus().tracks().get(0).captions())
                .extracting(caption -> caption.file().name() + " " + caption.language().orElse("-") + " " + caption.label())
                .containsExactlyInAnyOrder("a.vtt - Captions", "a.en.vtt en English", "a_de.vtt de German");
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 1000", "4, 1000", "2147483647, 1000", "4294967295, 1000"})
    void boxesOfAnyLengthEndTheReading(long length, long duration) throws IOException {
        byte[] hostile = new Octets().big(8, 4).text("ftyp").big(length, 4).text("moov").big(length, 4).text("mvhd").done();
        library.put("a.mp4", hostile).put("b.mp4", new Octets().big(1, 4).text("ftyp").big(-1, 8).done());
        assertThat(library.listed()).isEmpty();
        assertThat(library.find("a.mp4")).isEmpty();
    }

    /** The archive's description of an item as its files: names alone, with what {@code _files.xml} tells of them. */
    private Item archived(String record, String folder) throws IOException {
        Path file = Path.of(System.getProperty("lectern.corpus", "../shared/data/corpus"))
                .resolve("../internet-archive/metadata").resolve(record);
        Assumptions.assumeTrue(Files.exists(file), "the archive's records are not here; set -Dlectern.corpus");
        StringBuilder xml = new StringBuilder("<files>");
        for (JsonNode entry : new JsonMapper().readTree(Files.readAllBytes(file)).path("files").values()) {
            String name = entry.path("name").asString();
            if (name.indexOf('/') < 0 && !name.endsWith("_files.xml")) {
                library.put(folder + "/" + name);
                xml.append("<file name=\"").append(escaped(name)).append("\">");
                entry.properties().stream().filter(field -> field.getValue().isString()).forEach(field -> xml.append('<')
                        .append(field.getKey()).append('>').append(escaped(field.getValue().asString())).append("</")
                        .append(field.getKey()).append('>'));
                xml.append("</file>");
            }
        }
        library.text(folder + "/" + folder + "_files.xml", xml.append("</files>").toString());
        return library.item(folder);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Test
    void aConcertOfTheArchiveHasItsTracksInOrder() throws IOException {
        Item item = archived("gd70-10-23.aud.wolfson.15080.sbefail.shnf.json", "gd70");
        assertThat(item.kind()).isEqualTo(Kind.AUDIO);
        assertThat(item.apparatus().tracks()).extracting(Track::label)
                .startsWith("Casey Jones", "Mama Tried", "Hard to Handle", "China Cat");
        assertThat(item.apparatus().tracks()).extracting(Track::seconds).startsWith(337.18, 189.94, 472.77, 307.01);
        assertThat(item.apparatus().tracks()).allMatch(track -> track.media().size() == 2
                && track.media().get(0).mediaType().equals("audio/mpeg"));
    }

    @Test
    void aFilmOfTheArchiveIsOneTrackOfItsSize() throws IOException {
        Item item = archived("FrankenberryCountChoculaTevevisionCommercial1971.json", "franken");
        assertThat(item.kind()).isEqualTo(Kind.MOVIES);
        assertThat(item.apparatus().tracks()).hasSize(1);
        Track track = item.apparatus().tracks().get(0);
        assertThat(track.size()).contains(new Dimensions(640, 480));
        assertThat(track.seconds()).isEqualTo(31.14);
        assertThat(track.media().get(0).mediaType()).isEqualTo("video/mp4");
    }
}
