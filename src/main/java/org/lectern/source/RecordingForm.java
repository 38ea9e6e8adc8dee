package org.lectern.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms of recordings, by their extensions; those that more browsers play stand first. */
enum RecordingForm {
    /** MPEG audio, layer 3. */
    MP3("MP3", "audio/mpeg", "mp3"),
    /** AAC or Apple Lossless in MPEG-4. */
    M4A("MPEG-4 Audio", "audio/mp4", "m4a m4b"),
    /** Vorbis. */
    OGG("Ogg Vorbis", "audio/ogg", "ogg oga"),
    /** Opus. */
    OPUS("Opus", "audio/ogg", "opus"),
    /** FLAC. */
    FLAC("FLAC", "audio/flac", "flac"),
    /** Samples in RIFF. */
    WAV("WAVE", "audio/wav", "wav"),
    /** Samples in IFF. */
    AIFF("AIFF", "audio/aiff", "aiff aif"),
    /** MPEG-4. */
    MP4("MPEG-4", "video/mp4", "mp4 m4v"),
    /** VP8, VP9 or AV1. */
    WEBM("WebM", "video/webm", "webm"),
    /** Theora. */
    OGV("Ogg Video", "video/ogg", "ogv"),
    /** QuickTime. */
    MOV("QuickTime", "video/quicktime", "mov"),
    /** Matroska. */
    MKV("Matroska", "video/x-matroska", "mkv"),
    /** MPEG-1 and 2; nothing tells how long it lasts. */
    MPEG("MPEG", "video/mpeg", "mpg mpeg");

    private final String label;
    private final String mediaType;
    private final List<String> extensions;

    RecordingForm(String label, String mediaType, String extensions) {
        this.label = label;
        this.mediaType = mediaType;
        this.extensions = List.of(extensions.split(" "));
    }

    static Optional<RecordingForm> of(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(form -> form.extensions.contains(extension)).findFirst();
    }

    /** What people call it. */
    String label() {
        return label;
    }

    String mediaType() {
        return mediaType;
    }

    boolean isVideo() {
        return mediaType.startsWith("video/");
    }
}
