package org.lectern.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lectern.core.Dimensions;
import org.lectern.source.ItemFile.Use;
import org.lectern.source.RecordingsXml.Told;

/**
 * The recordings of a folder as tracks: files made of the same original are forms of one recording. A recording of
 * which nothing tells how long it lasts is no track. What the archive keeps private is left out.
 */
final class Recordings {

    /** What the archive appends to the names of smaller copies. */
    private static final Pattern COPY = Pattern.compile("(?i)(_(?:vbr|\\d+kb|edit)|\\.ia)$");

    /** The archive's formats that browsers like better than others of the same kind of file. */
    private static final List<String> BETTER = List.of("h.264", "h.264 IA", "h.264 MPEG4", "VBR MP3", "MPEG4");

    private final Scan scan;
    private final Map<String, Told> told;
    private final FolderTree tree;

    Recordings(Scan scan, Map<String, Told> told, FolderTree tree) {
        this.scan = scan;
        this.told = told;
        this.tree = tree;
    }

    static boolean isRecording(String name) {
        return RecordingForm.of(name).isPresent();
    }

    /** In the order of their numbers; of several with one number those with a title first, then by name. */
    List<Track> tracks() {
        Map<String, List<Scan.Entry>> groups = new LinkedHashMap<>();
        files().filter(entry -> isRecording(entry.name()))
                .forEach(entry -> groups.computeIfAbsent(original(entry.name()), key -> new ArrayList<>()).add(entry));
        Comparator<Map.Entry<String, List<Scan.Entry>>> order =
                Comparator.comparingInt(group -> number(group.getValue()));
        return groups.entrySet().stream()
                .sorted(order.thenComparing(group -> !hasTitle(group.getValue()))
                        .thenComparing(Map.Entry::getKey, NaturalOrder.NAMES))
                .flatMap(group -> track(group.getKey(), group.getValue()).stream()).toList();
    }

    /** Of several transfers of one side of a disc the chosen one bears the title. */
    private boolean hasTitle(List<Scan.Entry> files) {
        return files.stream().anyMatch(file -> told(file.name()).text("title").isPresent());
    }

    /** All but what the archive keeps private. */
    private Stream<Scan.Entry> files() {
        return scan.entries().stream().filter(entry -> entry.isFile() && !told(entry.name()).isPrivate());
    }

    /** Stem of the file that somebody sent. */
    private String original(String name) {
        Optional<String> source = told(name).text("original").filter(Recordings::isMedium);
        return FileType.stem(source.orElseGet(() -> COPY.matcher(FileType.stem(name)).replaceFirst("") + ".x"));
    }

    /** Some recordings are kept in forms that are no longer played; a picture or text is no original of one. */
    private static boolean isMedium(String name) {
        return isRecording(name) || name.toLowerCase(Locale.ROOT).matches(".*\\.(shn|avi|wmv|wma|ape|ra|rm|flv|3gp|vob|ts)");
    }

    private Told told(String name) {
        return told.getOrDefault(name, Told.NOTHING);
    }

    private int number(List<Scan.Entry> files) {
        return files.stream().map(file -> told(file.name())).flatMapToInt(file -> file.track().stream()).min().orElse(Integer.MAX_VALUE);
    }

    private Optional<Track> track(String original, List<Scan.Entry> files) {
        List<Scan.Entry> media = files.stream().sorted(Comparator.comparingInt(file -> rank(file.name()))).toList();
        boolean isVideo = media.stream().anyMatch(file -> RecordingForm.of(file.name()).orElseThrow().isVideo());
        OptionalDouble known = seconds(media);
        Optional<Dimensions> told = isVideo
                ? media.stream().flatMap(file -> told(file.name()).size().stream())
                        .max(Comparator.comparingLong(Dimensions::area)) : Optional.empty();
        Playing playing = known.isPresent() && (told.isPresent() || !isVideo)
                ? new Playing(known.getAsDouble(), told) : playing(media, known);
        if (playing.seconds() <= 0) {
            return Optional.empty();
        }
        String label = media.stream().flatMap(file -> told(file.name()).text("title").stream()).findFirst().orElse(original);
        return Optional.of(new Track(original, label, playing.seconds(), isVideo ? told.or(playing::size) : told,
                media.stream().map(this::file).toList(), captions(original), image(original)));
    }

    /** The lengths that tell parts of a second are truer than those that were rounded; the original's is truest. */
    private OptionalDouble seconds(List<Scan.Entry> media) {
        return media.stream().map(file -> told(file.name())).filter(file -> file.seconds().isPresent())
                .sorted(Comparator.comparing((Told file) -> !file.text("length").orElse("").contains("."))
                        .thenComparing(file -> !file.text("source").orElse("").equals("original")))
                .mapToDouble(file -> file.seconds().orElse(0)).findFirst();
    }

    private Playing playing(List<Scan.Entry> media, OptionalDouble known) {
        Playing read = media.stream().map(file -> RecordingHead.read(tree.blob(file.node())))
                .filter(playing -> playing.seconds() > 0).findFirst().orElse(Playing.UNKNOWN);
        return new Playing(known.orElse(read.seconds()), read.size());
    }

    private int rank(String name) {
        int form = RecordingForm.of(name).orElseThrow().ordinal();
        int better = BETTER.indexOf(told(name).text("format").orElse(""));
        return form * 10 + (better < 0 ? BETTER.size() : better);
    }

    private ItemFile file(Scan.Entry entry) {
        RecordingForm form = RecordingForm.of(entry.name()).orElseThrow();
        return new ItemFile(entry.name(), told(entry.name()).text("format").orElse(form.label()), form.mediaType(),
                Use.NONE, Optional.empty(), entry.length());
    }

    /** {@code name.vtt}, {@code name.en.vtt} or {@code name_en.vtt}. */
    private List<Track.Caption> captions(String original) {
        return files().filter(entry -> entry.name().startsWith(original)
                && entry.name().substring(original.length()).matches("(?i)([._][\\w-]{1,40}){0,3}\\.vtt"))
                .map(entry -> caption(original, entry)).toList();
    }

    private static Track.Caption caption(String original, Scan.Entry entry) {
        String[] words = FileType.stem(entry.name().substring(original.length()) + ".").split("[._]");
        String last = words.length < 2 ? "" : words[words.length - 2];
        Optional<String> language = Languages.of(List.of(last.isEmpty() ? "und" : last)).stream().findFirst();
        String label = language.map(tag -> Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH)).orElse("Captions");
        return new Track.Caption(new ItemFile(entry.name(), "Web Video Text Tracks", "text/vtt", Use.NONE,
                Optional.empty(), entry.length()), language, label);
    }

    /** A waveform or poster of the same name, else a spectrogram. */
    private Optional<ItemFile> image(String original) {
        return Stream.of(".png", ".jpg", ".jpeg", "_thumb.jpg", "_spectrogram.png")
                .flatMap(tail -> scan.file(original + tail).stream())
                .filter(entry -> !told(entry.name()).isPrivate()).findFirst()
                .map(entry -> new ItemFile(entry.name(), "Image", PlainFiles.mediaType(entry.name()), Use.NONE,
                        Optional.empty(), entry.length()));
    }

    /** The pictures that do not go with a recording of the folder. */
    static List<Scan.Entry> others(List<Scan.Entry> pictures, Scan scan) {
        Set<String> stems = scan.files().keySet().stream().filter(Recordings::isMedium).map(FileType::stem)
                .collect(Collectors.toSet());
        return pictures.stream().filter(picture -> !stems.contains(
                FileType.stem(picture.name()).replaceFirst("_(spectrogram|thumb)$", ""))).toList();
    }
}
