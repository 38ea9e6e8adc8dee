package org.lectern.source;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file is taken for by its extension; its first bytes are judged when it is read. */
enum FileType {
    /** One picture. */
    IMAGE("jpg jpeg jpe png gif bmp webp jp2 j2k j2c jpc jpx jpf jph jhc"),
    /** One picture or several. */
    TIFF("tif tiff svs"),
    /** Pages. */
    PDF("pdf"),
    /** Pictures in a zip. */
    ARCHIVE("zip cbz"),
    /** Sound, or moving pictures. */
    RECORDING("mp3 m4a m4b ogg oga opus flac wav aiff aif mp4 m4v webm ogv mov mkv");

    private static final Map<String, FileType> BY_EXTENSION = Stream.of(values())
            .flatMap(type -> Stream.of(type.extensions.split(" ")).map(extension -> Map.entry(extension, type)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String extensions;

    FileType(String extensions) {
        this.extensions = extensions;
    }

    static Optional<FileType> of(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 1
                ? Optional.empty()
                : Optional.ofNullable(BY_EXTENSION.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    /** Whether the file of this name is a picture, of one page or more. */
    static boolean isPicture(String fileName) {
        return of(fileName).filter(type -> type == IMAGE || type == TIFF).isPresent();
    }

    /** The name without its last extension. */
    static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 1 || dot < fileName.lastIndexOf('/') + 2 ? fileName : fileName.substring(0, dot);
    }
}
