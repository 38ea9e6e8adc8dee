package org.lectern.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lectern.source.ItemFile.Use;

/** What the Internet Archive calls the forms of files, and how a manifest links them. */
final class ArchiveFormats {

    /**
     * One form.
     *
     * @param name the archive's
     * @param mediaType of files that are not compressed once more
     * @param profile URI of the schema
     */
    record Form(String name, String mediaType, Use use, Optional<String> profile) {}

    /** What readers want most stands first. */
    private static final List<Form> FORMS = Stream.concat(Stream.of(
            "Text PDF|application/pdf", "Additional Text PDF|application/pdf", "Image Container PDF|application/pdf",
            "Grayscale PDF|application/pdf", "EPUB|application/epub+zip", "Kindle|application/x-mobipocket-ebook",
            "DAISY|application/zip", "Word Document|application/msword", "DjVuTXT|text/plain", "hOCR|text/html",
            "SubRip|text/plain", "Web Video Text Tracks|text/vtt", "DjVu|image/vnd.djvu", "Animated GIF|image/gif",
            "Djvu XML|application/xml", "chOCR|application/gzip", "OCR Search Text|application/gzip",
            "Abbyy GZ|application/gzip", "Single Page Processed JP2 ZIP|application/zip",
            "Single Page Original JP2 Tar|application/x-tar", "Archive BitTorrent|application/x-bittorrent",
            "Intermediate ASR JSON|application/json", "Whisper ASR JSON|application/json")
            .map(line -> form(line, Use.RENDERING)), Stream.of(
            "Metadata|application/xml", "Dublin Core|application/xml|http://purl.org/dc/elements/1.1/",
            "MARC|application/xml|http://www.loc.gov/MARC21/slim", "MARC Binary|application/marc",
            "MARC Source|application/xml", "METS|application/xml|http://www.loc.gov/METS/", "Scandata|application/xml",
            "Page Numbers JSON|application/json", "OCR Page Index|application/json",
            "Cloth Cover Detection Log|text/plain", "Storj Upload Log|text/plain", "Storj Upload Trigger|text/plain")
            .map(line -> form(line, Use.SEE_ALSO))).toList();

    private static final Map<String, Form> BY_NAME =
            FORMS.stream().collect(Collectors.toUnmodifiableMap(Form::name, Function.identity()));

    private static final Map<String, Integer> RANKS = IntStream.range(0, FORMS.size()).boxed()
            .collect(Collectors.toUnmodifiableMap(rank -> FORMS.get(rank).name(), Function.identity()));

    /** Ends of names and what they say; the first that fits counts. */
    private static final List<Map.Entry<String, String>> TAILS = Stream.of(
            "_djvu.txt|DjVuTXT", "_djvu.xml|Djvu XML", "_hocr.html|hOCR", "_chocr.html.gz|chOCR",
            "_hocr_searchtext.txt.gz|OCR Search Text", "_hocr_pageindex.json.gz|OCR Page Index", "_abbyy.gz|Abbyy GZ",
            "scandata.xml|Scandata", "_page_numbers.json|Page Numbers JSON", "_marc.xml|MARC", "_meta.mrc|MARC Binary",
            "_marc.mrc|MARC Binary", "_metasource.xml|MARC Source", "_dc.xml|Dublin Core", "_meta.xml|Metadata",
            "_files.xml|", "_reviews.xml|", "mets.xml|METS", "_archive.torrent|Archive BitTorrent",
            "_orig_jp2.tar|Single Page Original JP2 Tar", "_jp2.zip|Single Page Processed JP2 ZIP",
            "_daisy.zip|DAISY", "_text.pdf|Additional Text PDF", "_bw.pdf|Grayscale PDF", ".pdf|Text PDF",
            ".epub|EPUB", ".mobi|Kindle", ".docx|Word Document", ".doc|Word Document", ".djvu|DjVu",
            ".vtt|Web Video Text Tracks", ".srt|SubRip", ".asr.js|Intermediate ASR JSON", ".whisper_asr.json|Whisper ASR JSON",
            "_cloth_detection.log|Cloth Cover Detection Log")
            .map(line -> Map.entry(line.substring(0, line.indexOf('|')), line.substring(line.indexOf('|') + 1))).toList();

    private static final Map<String, String> MEDIA_TYPES = Stream.of(
            "pdf application/pdf", "epub application/epub+zip", "mobi application/x-mobipocket-ebook",
            "docx application/vnd.openxmlformats-officedocument.wordprocessingml.document", "doc application/msword",
            "txt text/plain", "csv text/csv", "html text/html", "htm text/html", "xml application/xml", "vtt text/vtt",
            "srt text/plain", "log text/plain", "json application/json", "js application/json", "gz application/gzip",
            "zip application/zip", "cbz application/vnd.comicbook+zip", "tar application/x-tar",
            "torrent application/x-bittorrent", "mrc application/marc", "djvu image/vnd.djvu", "jpg image/jpeg",
            "jpeg image/jpeg", "png image/png", "gif image/gif", "webp image/webp", "bmp image/bmp", "tif image/tiff",
            "tiff image/tiff", "jp2 image/jp2", "jpx image/jpx", "mp3 audio/mpeg", "m4a audio/mp4", "ogg audio/ogg",
            "oga audio/ogg", "opus audio/ogg", "flac audio/flac", "wav audio/wav", "aif audio/aiff", "aiff audio/aiff",
            "shn audio/x-shn", "mp4 video/mp4", "m4v video/mp4", "ogv video/ogg", "webm video/webm",
            "mkv video/x-matroska", "mpg video/mpeg", "mpeg video/mpeg", "avi video/x-msvideo", "mov video/quicktime",
            "wmv video/x-ms-wmv")
            .map(line -> line.split(" ")).collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private ArchiveFormats() {}

    private static Form form(String line, Use use) {
        String[] parts = line.split("\\|");
        return new Form(parts[0], parts[1], use, parts.length > 2 ? Optional.of(parts[2]) : Optional.empty());
    }

    /**
     * The form of a file: as it is told, else as its name ends.
     *
     * @param told in the archive's words; its word {@code Metadata} stands for several forms
     */
    static Optional<Form> of(String path, Optional<String> told) {
        return told.filter(name -> !name.equals("Metadata")).flatMap(name -> Optional.ofNullable(BY_NAME.get(name)))
                .or(() -> byTail(path));
    }

    private static Optional<Form> byTail(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return TAILS.stream().filter(tail -> name.endsWith(tail.getKey())).findFirst()
                .flatMap(tail -> Optional.ofNullable(BY_NAME.get(tail.getValue())));
    }

    /** How early readers want a form. */
    static int rank(String name) {
        return RANKS.getOrDefault(name, FORMS.size());
    }

    /** By the extension; {@code application/octet-stream} for one that is not known. */
    static String mediaType(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(extension, "application/octet-stream");
    }

    /** Of a file of a form: a compressed one, and a document whose name tells more, is what its name says. */
    static String mediaType(String path, Form form) {
        String named = mediaType(path);
        return named.equals("application/gzip") || form.name().equals("Word Document") ? named : form.mediaType();
    }
}
