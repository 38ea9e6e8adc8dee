package org.lectern.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.IiifException;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ArchiveTest {

    private final MapCache documents = new MapCache();
    private final MapCache blocks = new MapCache();

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Archive open(byte[] bytes) {
        return Archive.open(new BytesBlob("a.zip", bytes), documents, blocks);
    }

    private static List<String> names(Archive archive) {
        return archive.entries().stream().map(ArchiveEntry::name).toList();
    }

    private Blob member(byte[] bytes, String name) {
        Archive archive = open(bytes);
        return archive.member(new BytesBlob("a.zip", bytes), archive.find(name).orElseThrow());
    }

    private static byte[] all(Blob blob) {
        try (blob) {
            return blob.bytes(0, (int) blob.length());
        }
    }

    @Test
    void storedAndDeflatedMembersGiveTheirBytes() {
        byte[] zip = new ZipFixture().stored("p/1.jp2", text("first")).deflated("p/2.jp2", text("second second")).bytes();
        assertThat(names(open(zip))).containsExactly("p/1.jp2", "p/2.jp2");
        assertThat(all(member(zip, "p/1.jp2"))).asString().isEqualTo("first");
        assertThat(all(member(zip, "p/2.jp2"))).asString().isEqualTo("second second");
        assertThat(member(zip, "p/2.jp2").name()).isEqualTo("2.jp2");
    }

    @Test
    void aStoredMemberIsReadInPlaceAtAnyPosition() {
        byte[] zip = new ZipFixture().stored("a", text("0123456789")).stored("b", text("after")).bytes();
        Blob member = member(zip, "a");
        byte[] into = new byte[8];
        assertThat(member.read(7, into, 1, 7)).isEqualTo(3);
        assertThat(Arrays.copyOfRange(into, 1, 4)).asString().isEqualTo("789");
        assertThat(member.read(10, into, 0, 8)).isEqualTo(-1);
        assertThat(blocks.size()).isZero();
    }

    @Test
    void zip64FieldsAreRead() {
        byte[] zip = new ZipFixture().zip64().stored("a.png", text("one")).deflated("b.png", text("two")).bytes();
        assertThat(all(member(zip, "a.png"))).asString().isEqualTo("one");
        assertThat(all(member(zip, "b.png"))).asString().isEqualTo("two");
    }

    @Test
    void aCommentThatHoldsAnEndRecordsSignatureDoesNotMislead() {
        byte[] comment = {'P', 'K', 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 9, 0, 0, 0, 9, 0, 0, 0, (byte) 0xff, (byte) 0xff, 'x'};
        byte[] zip = new ZipFixture().comment(comment).stored("a.png", text("one")).bytes();
        assertThat(names(open(zip))).containsExactly("a.png");
    }

    @Test
    void whatStandsInFrontOfTheArchiveIsSkipped() {
        byte[] plain = new ZipFixture().stored("a.png", text("one")).bytes();
        byte[] zip = new byte[plain.length + 1000];
        System.arraycopy(plain, 0, zip, 1000, plain.length);
        assertThat(all(member(zip, "a.png"))).asString().isEqualTo("one");
    }

    @Test
    void namesInCodePage437AndUnicodePathsAreRead() {
        byte[] zip = new ZipFixture()
                .plainName(new byte[] {(byte) 0x81, 'b', 'e', 'r', '.', 'p', 'n', 'g'}, text("x"))
                .plainName(text("日本.png"), text("y"))
                .unicodePath(text("_.png"), "\u043c\u0438\u0440.png", text("z"))
                .bytes();
        assertThat(names(open(zip))).containsExactly("über.png", "日本.png", "мир.png");
    }

    @Test
    void everyCharacterOfCodePage437IsTheStandards() {
        byte[] upper = new byte[128];
        for (int i = 0; i < 128; i++) {
            upper[i] = (byte) (i + 128);
        }
        assertThat(ZipName.of(upper)).isEqualTo(new String(upper, Charset.forName("IBM437")));
    }

    @Test
    void membersThatLeadOutsideAreNotServed() {
        byte[] zip = new ZipFixture()
                .stored("../evil.png", text("x"))
                .stored("a/../../evil.png", text("x"))
                .stored("/etc/evil.png", text("x"))
                .stored("C:/evil.png", text("x"))
                .stored("..\\evil.png", text("x"))
                .stored("a//b.png", text("x"))
                .stored("new\nline.png", text("x"))
                .link("link.png", "/etc/passwd")
                .stored("folder/", text(""))
                .stored("./good.png", text("good"))
                .bytes();
        assertThat(names(open(zip))).containsExactly("good.png");
    }

    @Test
    void ofTwoMembersOfOneNameTheLastCounts() {
        byte[] zip = new ZipFixture().stored("a.png", text("old")).stored("a.png", text("new")).bytes();
        assertThat(names(open(zip))).containsExactly("a.png");
        assertThat(all(member(zip, "a.png"))).asString().isEqualTo("new");
    }

    @Test
    void encryptedAndStrangelyPackedMembersAreRefusedByThemselves() {
        byte[] zip = new ZipFixture().encrypted("e.png", text("x")).method("m.png", 12, text("x"))
                .stored("s.png", text("fine")).bytes();
        assertThatThrownBy(() -> member(zip, "e.png")).isInstanceOf(IiifException.Unsupported.class)
                .hasMessageContaining("encrypted");
        assertThatThrownBy(() -> member(zip, "m.png")).isInstanceOf(IiifException.Unsupported.class);
        assertThat(all(member(zip, "s.png"))).asString().isEqualTo("fine");
    }

    @Test
    void aDeflatedMemberIsInflatedOnceInOrderAndThenReadFromTheCache() {
        byte[] content = new byte[InflatedBlob.BLOCK * 3 + 1234];
        new Random(5).nextBytes(content);
        byte[] zip = new ZipFixture().deflated("big.tif", content).bytes();
        BytesBlob handle = new BytesBlob("a.zip", zip);
        Archive archive = open(zip);
        Blob member = archive.member(handle, archive.entries().get(0));
        assertThat(member.bytes(InflatedBlob.BLOCK * 2 + 7, 100))
                .isEqualTo(Arrays.copyOfRange(content, InflatedBlob.BLOCK * 2 + 7, InflatedBlob.BLOCK * 2 + 107));
        assertThat(blocks.size()).isEqualTo(4); // the first 64 KiB are a block of their own
        assertThat(all(member)).isEqualTo(content);
        assertThat(handle.bytesRead()).isLessThan(zip.length + 100L);
        long once = handle.bytesRead();
        assertThat(all(archive.member(handle, archive.entries().get(0)))).isEqualTo(content);
        assertThat(handle.bytesRead() - once).isLessThanOrEqualTo(30);
        assertThat(handle.isOpen()).isFalse();
    }

    @Test
    void aHeaderCostsTheFirst64KiBAlone() {
        byte[] content = new byte[InflatedBlob.BLOCK];
        new Random(7).nextBytes(content);
        byte[] zip = new ZipFixture().deflated("page.jp2", content).bytes();
        BytesBlob handle = new BytesBlob("a.zip", zip);
        Archive archive = open(zip);

        byte[] head = archive.member(handle, archive.entries().get(0)).head(1024);

        assertThat(head).isEqualTo(Arrays.copyOf(content, 1024));
        assertThat(handle.bytesRead()).isLessThan(128 << 10);
    }

    @Test
    void aBlockThatTheCacheHasLostIsMadeAgain() {
        byte[] content = new byte[InflatedBlob.BLOCK * 2 + 10];
        new Random(6).nextBytes(content);
        Blob member = member(new ZipFixture().deflated("big.tif", content).bytes(), "big.tif");
        assertThat(all(member)).isEqualTo(content);
        blocks.clear();
        assertThat(all(member)).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 11, 600_000})
    void aLengthThatIsNotTheMembersIsBroken(long declared) {
        byte[] zip = new ZipFixture().lying("a.tif", text("0123456789"), declared).bytes();
        assertThatThrownBy(() -> all(member(zip, "a.tif"))).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void onlyBlocksThatAreAskedForAreInflated() {
        byte[] zip = new ZipFixture().deflated("bomb.tif", new byte[64 << 20]).bytes();
        Blob member = member(zip, "bomb.tif");
        assertThat(member.head(16)).isEqualTo(new byte[16]);
        assertThat(blocks.size()).isEqualTo(1);
        member.close();
    }

    @Test
    void theDirectoryIsReadOnce() {
        byte[] zip = new ZipFixture().stored("a.png", text("one")).bytes();
        open(zip);
        BytesBlob again = new BytesBlob("a.zip", zip);
        assertThat(names(Archive.open(again, documents, blocks))).containsExactly("a.png");
        assertThat(again.bytesRead()).isZero();
        assertThat(documents.loads()).isEqualTo(1);
    }

    @Test
    void validatorsTellMembersApart() {
        byte[] zip = new ZipFixture().stored("a.png", text("one")).stored("b.png", text("one")).bytes();
        assertThat(member(zip, "a.png").validator()).isNotEqualTo(member(zip, "b.png").validator());
        assertThat(member(zip, "a.png").validator()).isEqualTo(member(zip, "a.png").validator());
    }

    @Test
    void tarMembersOfEveryKindOfNameAreRead() {
        String longName = "folder/" + "n".repeat(150) + ".png";
        byte[] tar = new TarFixture().folder("x/").file("./x/1.png", text("one"))
                .prefixed("deep/er", "2.png", text("two")).longName(longName, text("three"))
                .pax("päx/" + "p".repeat(120) + ".png", text("four, longer")).file("last.png", text("five")).bytes();
        assertThat(names(open(tar))).containsExactly(
                "x/1.png", "deep/er/2.png", longName, "päx/" + "p".repeat(120) + ".png", "last.png");
        assertThat(all(member(tar, longName))).asString().isEqualTo("three");
        assertThat(all(member(tar, "päx/" + "p".repeat(120) + ".png"))).asString().isEqualTo("four, longer");
        assertThat(all(member(tar, "last.png"))).asString().isEqualTo("five");
    }

    @Test
    void tarMembersThatLeadOutsideAreNotServed() {
        byte[] tar = new TarFixture().file("../evil.png", text("x")).file("/evil.png", text("x")).link("link.png")
                .sparse("sparse.png", text("x")).pax("../evil.png", text("x")).file("good.png", text("x")).bytes();
        assertThat(names(open(tar))).containsExactly("good.png");
    }

    @Test
    void aTarWithAWrongCheckSumOrAMemberBehindItsEndIsBroken() {
        byte[] tar = new TarFixture().file("a.png", text("x")).file("b.png", text("y")).bytes();
        byte[] damaged = tar.clone();
        damaged[1024 + 3] ^= 1;
        assertThatThrownBy(() -> open(damaged)).isInstanceOf(IiifException.Broken.class).hasMessageContaining("check sum");
        assertThatThrownBy(() -> open(Arrays.copyOf(tar, 1024 + 512 + 0))).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void whatIsNoArchiveIsBroken() {
        assertThatThrownBy(() -> open(text("not a zip at all, only text"))).isInstanceOf(IiifException.Broken.class);
        assertThatThrownBy(() -> open(new byte[0])).isInstanceOf(IiifException.Broken.class);
        assertThatThrownBy(() -> open(new byte[4096])).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void mutatedArchivesAreReadOrRefusedButNothingElse() {
        byte[] zip = new ZipFixture().stored("a.png", text("one")).deflated("b.png", new byte[5000]).zip64().bytes();
        byte[] tar = new TarFixture().file("a.png", text("one")).pax("b.png", text("two")).bytes();
        for (int seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = (seed % 2 == 0 ? zip : tar).clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            readAll(seed, random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
        }
    }

    private void readAll(int seed, byte[] bytes) {
        blocks.clear();
        documents.clear();
        try {
            Archive archive = open(bytes);
            for (ArchiveEntry entry : archive.entries()) {
                archive.member(new BytesBlob("a.zip", bytes), entry).head(1000);
            }
        } catch (IiifException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }
}
