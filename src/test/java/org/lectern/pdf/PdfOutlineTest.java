package org.lectern.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

class PdfOutlineTest {

    @TempDir
    private Path folder;

    private PdfFixture fixture;

    @BeforeEach
    void makeFixture() {
        fixture = new PdfFixture(folder);
    }

    private static void pages(PDDocument document, int count) {
        IntStream.range(0, count).forEach(i -> document.addPage(new PDPage()));
    }

    private static void label(PDPageLabels labels, int from, String style, String prefix, int start) {
        var range = new PDPageLabelRange();
        range.setStyle(style);
        range.setPrefix(prefix);
        range.setStart(start);
        labels.setLabelItem(from, range);
    }

    private Blob labelled(int count, java.util.function.Consumer<PDPageLabels> making) {
        return fixture.pdfbox(document -> {
            pages(document, count);
            var labels = new PDPageLabels(document);
            making.accept(labels);
            document.getDocumentCatalog().setPageLabels(labels);
        });
    }

    @Test
    void labelsAreThoseOfTheRanges() {
        Blob blob = labelled(9, labels -> {
            label(labels, 0, PDPageLabelRange.STYLE_ROMAN_LOWER, null, 1);
            label(labels, 4, PDPageLabelRange.STYLE_DECIMAL, null, 1);
            label(labels, 6, PDPageLabelRange.STYLE_DECIMAL, "A-", 8);
            label(labels, 8, null, "Cover", 1);
        });
        assertThat(PdfOutline.read(blob).labels())
                .containsExactly("i", "ii", "iii", "iv", "1", "2", "A-8", "A-9", "Cover");
    }

    @Test
    void lettersRepeatAndRomansSubtract() {
        Blob blob = labelled(6, labels -> {
            label(labels, 0, PDPageLabelRange.STYLE_LETTERS_UPPER, null, 26);
            label(labels, 2, PDPageLabelRange.STYLE_LETTERS_LOWER, null, 53);
            label(labels, 3, PDPageLabelRange.STYLE_ROMAN_UPPER, null, 1994);
            label(labels, 4, PDPageLabelRange.STYLE_ROMAN_UPPER, null, 3999);
        });
        assertThat(PdfOutline.read(blob).labels())
                .containsExactly("Z", "AA", "aaa", "MCMXCIV", "MMMCMXCIX", "4000");
    }

    @Test
    void aRangeThatStartsAtTheEndOfNumbersStaysShort() {
        Blob blob = labelled(3, labels -> {
            label(labels, 0, PDPageLabelRange.STYLE_LETTERS_UPPER, null, Integer.MAX_VALUE);
            label(labels, 1, PDPageLabelRange.STYLE_ROMAN_UPPER, "p".repeat(5000), Integer.MAX_VALUE);
        });
        assertThat(PdfOutline.read(blob).labels())
                .containsExactly("2147483647", "p".repeat(64) + "2147483647", "p".repeat(64) + "2147483648");
    }

    @Test
    void pagesBeforeTheFirstRangeAndEmptyLabelsAreCalledByTheirPlace() {
        Blob blob = labelled(4, labels -> label(labels, 2, null, null, 1));
        assertThat(PdfOutline.read(blob).labels()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void withoutLabelsPagesAreCountedFromOne() {
        assertThat(PdfOutline.read(fixture.pdfbox(document -> pages(document, 3))).labels())
                .containsExactly("1", "2", "3");
    }

    @Test
    void aCircleOfLabelsIsAsNone() {
        byte[] bytes = new PdfFixture.Raw()
                .object("<</Type/Catalog/Pages 2 0 R/PageLabels 4 0 R>>")
                .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>")
                .object("<</Kids[4 0 R]>>")
                .bytes();
        assertThat(PdfOutline.read(fixture.blob(bytes)).labels()).containsExactly("1");
    }

    @Test
    void informationIsReadWithoutControls() {
        PdfOutline outline = PdfOutline.read(fixture.pdfbox(document -> {
            pages(document, 1);
            document.getDocumentInformation().setTitle(" Alice\u0000 in\nWonderland ");
            document.getDocumentInformation().setAuthor("Lewis Carroll");
            document.getDocumentInformation().setCustomMetadataValue("Shelfmark", "Ä 1");
            document.getDocumentInformation().setSubject("\u0001");
        }));
        assertThat(outline.information())
                .containsEntry("Title", "Alice in Wonderland")
                .containsEntry("Author", "Lewis Carroll")
                .containsEntry("Shelfmark", "Ä 1")
                .doesNotContainKey("Subject");
    }

    @Test
    void rightToLeftIsWhatTheViewerPreferencesSay() {
        Blob arabic = fixture.pdfbox(document -> {
            pages(document, 1);
            var preferences = new PDViewerPreferences(new COSDictionary());
            preferences.setReadingDirection(PDViewerPreferences.READING_DIRECTION.R2L);
            document.getDocumentCatalog().setViewerPreferences(preferences);
        });
        assertThat(PdfOutline.read(arabic).rightToLeft()).isTrue();
        assertThat(PdfOutline.read(fixture.pdfbox(document -> pages(document, 1))).rightToLeft()).isFalse();
    }

    private static void protect(PDDocument document, String user) throws IOException {
        pages(document, 2);
        var policy = new StandardProtectionPolicy("owner", user, new AccessPermission());
        policy.setEncryptionKeyLength(128);
        document.protect(policy);
    }

    @Test
    void aFileThatOpensWithoutPasswordIsRead() {
        assertThat(PdfOutline.read(fixture.pdfbox(document -> protect(document, ""))).labels()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void encryptionThatNeedsNoPasswordNeedsNoFurtherLibrary(int bits) {
        Blob blob = fixture.pdfbox(document -> {
            pages(document, 3);
            var policy = new StandardProtectionPolicy("owner", "", new AccessPermission());
            policy.setEncryptionKeyLength(bits);
            policy.setPreferAES(bits > 40);
            document.protect(policy);
        });
        assertThat(PdfOutline.read(blob).labels()).hasSize(3);
    }

    @Test
    void aFileThatNeedsAPasswordIsUnsupported() {
        Blob blob = fixture.pdfbox(document -> protect(document, "secret"));
        assertThatThrownBy(() -> PdfOutline.read(blob)).isInstanceOf(IiifException.Unsupported.class)
                .hasMessageContaining("password");
    }

    @Test
    void whatIsNoPdfIsBroken() {
        Blob blob = fixture.blob("%PDF-1.4 and then nothing of the kind".getBytes());
        assertThatThrownBy(() -> PdfOutline.read(blob)).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void morePagesThanAnyFileHasAreRefused() {
        byte[] bytes = new PdfFixture.Raw()
                .object("<</Type/Catalog/Pages 2 0 R>>")
                .object("<</Type/Pages/Kids[3 0 R" + String.join("", Collections.nCopies(9, " 3 0 R")) + "]/Count 100000000>>")
                .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>")
                .bytes();
        assertThatThrownBy(() -> PdfOutline.read(fixture.blob(bytes))).isInstanceOf(IiifException.TooLarge.class)
                .hasMessageContaining("100000000").hasMessageContaining("100000");
    }

    private static PDOutlineItem mark(String title) {
        var item = new PDOutlineItem();
        item.setTitle(title);
        return item;
    }

    @Test
    void bookmarksLeadToPagesByDestinationActionAndName() {
        Blob blob = fixture.pdfbox(document -> {
            pages(document, 3);
            var outline = new PDDocumentOutline();
            var first = mark("One");
            first.setDestination(document.getPage(0));
            var below = mark("Below");
            var jump = new PDActionGoTo();
            var destination = new PDPageFitDestination();
            destination.setPage(document.getPage(1));
            jump.setDestination(destination);
            below.setAction(jump);
            first.addLast(below);
            outline.addLast(first);
            var named = mark("Named");
            named.setDestination(new PDNamedDestination("here"));
            outline.addLast(named);
            outline.addLast(mark("Nowhere"));
            document.getDocumentCatalog().setDocumentOutline(outline);
            document.getDocumentCatalog().setLanguage("de-AT");
            var target = new PDPageFitDestination();
            target.setPage(document.getPage(2));
            var names = new COSDictionary();
            names.setItem("here", target);
            document.getDocumentCatalog().getCOSObject().setItem("Dests", names);
        });
        PdfOutline outline = PdfOutline.read(blob);
        assertThat(outline.language()).contains("de-AT");
        assertThat(outline.bookmarks()).containsExactly(
                new Bookmark("One", OptionalInt.of(0), List.of(new Bookmark("Below", OptionalInt.of(1), List.of()))),
                new Bookmark("Named", OptionalInt.of(2), List.of()),
                new Bookmark("Nowhere", OptionalInt.empty(), List.of()));
    }

    @Test
    void bookmarksThatRunInACircleEndWhereItCloses() {
        Blob blob = fixture.pdfbox(document -> {
            pages(document, 1);
            var outline = new PDDocumentOutline();
            var one = mark("One");
            var two = mark("Two");
            outline.addLast(one);
            outline.addLast(two);
            two.getCOSObject().setItem("Next", one.getCOSObject());
            two.getCOSObject().setItem("First", one.getCOSObject());
            document.getDocumentCatalog().setDocumentOutline(outline);
        });
        assertThat(PdfOutline.read(blob).bookmarks()).extracting(Bookmark::title).containsExactly("One", "Two");
    }
}
