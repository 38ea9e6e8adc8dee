package org.lectern.source;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lectern.source.Mets.Division;
import org.lectern.source.Mets.Located;

/*
 * Where METS says that a file lies is a text from outside. It is looked up among the files that are known to be in the
 * folder and never becomes a path of its own, so no spelling of it leads anywhere else.
 */
/** The pages and parts of a METS document as the files of a folder bear them out; what is missing is left out. */
final class MetsFolder {

    /** What groups of images are called, largest and truest first; those not named here stand before the last ones. */
    private static final List<String> BEST = List.of("max", "original", "master", "image", "images", "ocr-d-img", "default");
    private static final List<String> LAST = List.of("min", "thumb", "bin", "teaser", "download", "crop", "clip", "dewarp");

    private static final int PAGES_AT_MOST = 200_000; // that all sections together name

    private final Mets mets;
    private final FolderParts parts;
    private final SidecarTexts texts;
    private final Map<String, Integer> places = new HashMap<>(); // id of a division → place of its page

    private int left = PAGES_AT_MOST;

    MetsFolder(Mets mets, FolderParts parts, SidecarTexts texts) {
        this.mets = mets;
        this.parts = parts;
        this.texts = texts;
    }

    /**
     * One page.
     *
     * @param picture path below the folder
     * @param label the printed number, or the picture's name
     */
    record Leaf(String picture, String label, Optional<TextPlace> text) {}

    /** The pages whose pictures are here; none when it names nothing here. */
    List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Division page : mets.pages()) {
            Optional<String> picture = picture(mets.files(page)).filter(used::add);
            if (picture.isPresent()) {
                places.put(page.id(), leaves.size());
                String label = page.printed().orElse(FileType.stem(name(picture.get())));
                leaves.add(new Leaf(picture.get(), label, text(page, picture.get())));
            }
        }
        return leaves;
    }

    /** All pictures that it names and that are here, also smaller copies of pages. */
    Set<String> named() {
        Set<String> named = new HashSet<>();
        mets.pages().forEach(page -> mets.files(page).forEach(file -> found(file.href()).ifPresent(named::add)));
        return named;
    }

    private Optional<String> picture(List<Located> files) {
        return files.stream().sorted(Comparator.comparingInt(file -> rank(file.use())))
                .flatMap(file -> found(file.href()).stream()).filter(FileType::isPicture).findFirst();
    }

    private static int rank(String use) {
        String lower = use.toLowerCase(Locale.ROOT);
        if (BEST.contains(lower)) {
            return BEST.indexOf(lower);
        }
        return LAST.stream().anyMatch(lower::contains) ? 2 * BEST.size() : BEST.size();
    }

    private Optional<TextPlace> text(Division page, String picture) {
        return mets.files(page).stream().flatMap(file -> found(file.href()).stream())
                .flatMap(path -> texts.place(path).stream())
                .min(Comparator.comparingInt(place -> place.form().ordinal()))
                .or(() -> texts.of(picture));
    }

    /** The file that is meant: the one of that path, else the one of that name in the folder itself. */
    private Optional<String> found(String href) {
        String path = decoded(href.strip().replaceFirst("^file:(//)?(?=[^/])", "")).replaceFirst("^(\\./)+", "");
        return Optional.of(path).filter(parts.files()::containsKey)
                .or(() -> Optional.of(name(path)).filter(parts.files()::containsKey));
    }

    private static String decoded(String href) {
        try {
            return URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return href;
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The parts that have a title and a page; ask for the leaves before. */
    List<Section> sections() {
        return sections(mets.parts());
    }

    private List<Section> sections(List<Division> divisions) {
        List<Section> sections = new ArrayList<>();
        for (Division division : divisions) {
            List<Section> below = sections(division.parts());
            Set<Integer> pages = new TreeSet<>();
            mets.pagesOf(division).stream().filter(places::containsKey).map(places::get).forEach(pages::add);
            below.forEach(part -> pages.addAll(part.pages()));
            left -= pages.size();
            if (division.title().isPresent() && !pages.isEmpty() && left >= 0) {
                sections.add(new Section(division.title().get(), List.copyOf(pages), below));
            } else {
                sections.addAll(below);
            }
        }
        return sections;
    }
}
