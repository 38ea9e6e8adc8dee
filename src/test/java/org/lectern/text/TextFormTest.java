package org.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<?xml version='1.0'?><!DOCTYPE DjVuXML><DjVuXML> | DJVU_XML",
        "<?xml version='1.0'?><!-- of a newspaper --><alto xmlns='x'> | ALTO",
        "<a:alto xmlns:a='x'> | ALTO",
        "<PcGts xmlns='x'> | PAGE_XML",
        "<pc:PcGts xmlns:pc='x'> | PAGE_XML",
        "<html><head><meta name='ocr-system' content='tesseract'/> | HOCR",
        "<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'><HTML><body><div class='ocr_page'> | HOCR",
        "<div class=ocr_page title='bbox 0 0 1 1'> | HOCR",
        "<!DOCTYPE html><html><body><p>About alto voices | ",
        "%PDF-1.7 | PDF",
        "about %PDF-1.7 | ",
        "<mets xmlns='x'> | ",
        "<altogether> | ",
        "plain text | ",
        "'' | "})
    void aFormIsKnownByItsBeginning(String head, TextForm form) {
        assertThat(TextForm.of(head.getBytes(StandardCharsets.UTF_8))).isEqualTo(Optional.ofNullable(form));
    }

    @Test
    void anyEncodingWillDo() {
        assertThat(TextForm.of("\ufeff<?xml version='1.0'?><alto>".getBytes(StandardCharsets.UTF_16LE))).contains(TextForm.ALTO);
        assertThat(TextForm.of("<PcGts>".getBytes(StandardCharsets.UTF_16BE))).contains(TextForm.PAGE_XML);
        assertThat(TextForm.of("\ufeff<DjVuXML>".getBytes(StandardCharsets.UTF_8))).contains(TextForm.DJVU_XML);
    }
}
