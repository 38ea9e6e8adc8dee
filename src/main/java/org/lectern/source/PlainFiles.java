package org.lectern.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lectern.blob.Blob;
import org.lectern.source.ItemFile.Use;

/**
 * The files of plain items: documents to be read as they are link as renderings, METS as a description; pictures,
 * recordings and texts with places are only given out. Files of other kinds are not.
 */
final class PlainFiles {

    private record Form(String label, String mediaType, Use use) {}

    private static final Map<String, Form> FORMS = forms(
            "pdf|PDF|application/pdf|R", "epub|EPUB|application/epub+zip|R", "txt|Text|text/plain|R",
            "zip|ZIP|application/zip|N", "cbz|Comic book|application/vnd.comicbook+zip|N",
            "jpg|JPEG|image/jpeg|N", "jpeg|JPEG|image/jpeg|N", "jpe|JPEG|image/jpeg|N", "png|PNG|image/png|N",
            "gif|GIF|image/gif|N", "bmp|BMP|image/bmp|N", "webp|WebP|image/webp|N", "tif|TIFF|image/tiff|N",
            "tiff|TIFF|image/tiff|N", "svs|TIFF|image/tiff|N", "jp2|JPEG 2000|image/jp2|N", "jpx|JPEG 2000|image/jpx|N",
            "jpf|JPEG 2000|image/jpx|N", "jph|JPEG 2000|image/jph|N", "jhc|JPEG 2000|image/jphc|N",
            "j2k|JPEG 2000|image/jp2|N", "j2c|JPEG 2000|image/jp2|N", "jpc|JPEG 2000|image/jp2|N",
            "vtt|Web Video Text Tracks|text/vtt|N", "srt|SubRip|text/plain|N", "xml|XML|application/xml|N",
            "hocr|hOCR|text/html|N");

    private PlainFiles() {}

    private static Map<String, Form> forms(String... lines) {
        Map<String, Form> forms = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split("\\|");
            forms.put(parts[0], new Form(parts[1], parts[2], parts[3].equals("R") ? Use.RENDERING : Use.NONE));
        }
        return Map.copyOf(forms);
    }

    /** The item that is a file. */
    static List<ItemFile> of(Node node, Blob blob) {
        return form(node.name()).map(form -> new ItemFile("", form.label(), form.mediaType(), form.use(),
                Optional.empty(), blob.length())).stream().toList();
    }

    /** Those of a folder, by their paths below it. */
    static List<ItemFile> of(Map<String, Scan.Entry> files) {
        List<ItemFile> all = files.entrySet().stream()
                .flatMap(file -> of(file.getKey(), file.getValue()).stream()).toList();
        Map<String, Integer> counts = new HashMap<>();
        all.forEach(file -> counts.merge(file.label(), 1, Integer::sum));
        return all.stream().map(file -> file.use() == Use.NONE || counts.get(file.label()) == 1 ? file : new ItemFile(
                file.name(), FileType.stem(file.name()) + " (" + file.label() + ")", file.mediaType(), file.use(),
                file.profile(), file.length())).toList();
    }

    private static Optional<ItemFile> of(String path, Scan.Entry entry) {
        if (FolderParts.isMets(entry.name())) {
            return Optional.of(new ItemFile(path, "METS", "application/xml", Use.SEE_ALSO,
                    Optional.of("http://www.loc.gov/METS/"), entry.length()));
        }
        return form(entry.name()).map(form -> new ItemFile(
                path, form.label(), form.mediaType(), form.use(), Optional.empty(), entry.length()));
    }

    static String mediaType(String name) {
        return form(name).map(Form::mediaType).orElse("application/octet-stream");
    }

    private static Optional<Form> form(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Stream.concat(
                RecordingForm.of(name).map(form -> new Form(form.label(), form.mediaType(), Use.NONE)).stream(),
                Optional.ofNullable(FORMS.get(extension)).stream()).findFirst();
    }
}
