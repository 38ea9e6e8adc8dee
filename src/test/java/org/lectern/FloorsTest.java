package org.lectern;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The house stands on floors: a room (a package below {@code org.lectern}) uses only rooms that its own
 * {@code package-info.java} lists in the line {@code Imports:}, only rooms of lower floors can stand there,
 * and a heavy library is known to the rooms of {@link #LIBRARIES} alone. docs/architecture.md says why.
 */
class FloorsTest {

    /** From the ground up; a room uses only what lies below it. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("core", "cache"),
            Set.of("image", "presentation", "blob", "pixels", "sample"),
            Set.of("text"),
            Set.of("tiff", "pdf"),
            Set.of("jpeg2000", "jpeg", "transform", "source", "search"),
            Set.of("codec"),
            Set.of("render"),
            Set.of("service"),
            Set.of("web"),
            Set.of("app", "launch"));

    /** Which rooms may know a library; the longest prefix counts. What is not here is not to be used at all. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("org.ehcache.", Set.of("cache")),
            Map.entry("org.apache.hc.", Set.of("source")),
            Map.entry("org.apache.lucene.", Set.of("search")),
            Map.entry("org.apache.pdfbox.", Set.of("pdf", "sample")),
            Map.entry("org.apache.pdfbox.jbig2.", Set.of("pdf")),
            Map.entry("org.apache.fontbox.", Set.of("pdf", "sample")),
            Map.entry("javax.imageio.", Set.of("codec", "pdf", "sample")),
            Map.entry("javax.imageio.stream.", Set.of("blob", "codec", "pdf", "sample")),
            Map.entry("com.twelvemonkeys.", Set.of("codec")),
            Map.entry("com.github.jaiimageio.", Set.of("codec", "sample")),
            Map.entry("com.github.jaiimageio.jpeg2000.impl.J2KImageReader", Set.of()), // an oracle of tests, no more
            Map.entry("jj2000.", Set.of("codec")), // the coder inside jai-imageio
            Map.entry("jj2000.j2k.decoder.", Set.of()),
            Map.entry("com.luciad.", Set.of("codec")), // the package of sejda's WebP writer
            Map.entry("com.sun.management.", Set.of("app")),
            Map.entry("java.awt.", Set.of("pixels", "pdf", "codec", "transform", "render", "sample")),
            Map.entry("jakarta.servlet.", Set.of("web", "app", "launch")),
            Map.entry("org.apache.catalina.", Set.of("launch")),
            Map.entry("org.apache.coyote.", Set.of("launch")),
            Map.entry("org.apache.tomcat.", Set.of("launch")),
            Map.entry("tools.jackson.", Set.of("image", "presentation", "source", "service", "web")));

    /** Free to every room. */
    private static final List<String> FREE = List.of("java.", "javax.", "org.slf4j.", "org.w3c.dom.", "org.xml.sax.");

    private static final String HOUSE = "org.lectern.";
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "lectern");
    private static final Pattern LISTED = Pattern.compile("Imports:([^.]*)\\.");
    private static final Pattern NAMED_IN_SOURCE = Pattern.compile(
            "(?:^import (?:static )?|\\{@link(?:plain)? |@see )org\\.lectern\\.(\\w+)\\.", Pattern.MULTILINE);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lectern");

    @Test
    void everyRoomSaysWhatItImports() throws IOException {
        List<String> breaches = new ArrayList<>();
        for (String room : rooms()) {
            Path info = SOURCES.resolve(room).resolve("package-info.java");
            if (!Files.exists(info)) {
                breaches.add(info + " is missing. Write it: what lives in the room, its entry type, and a last line"
                        + " 'Imports: core, image.' with the rooms it uses, or 'Imports: none.'");
            } else if (listed(room).isEmpty()) {
                breaches.add(info + " has no line 'Imports: core, image.' (or 'Imports: none.', with the full stop)");
            }
        }
        assertNone(breaches);
    }

    @Test
    void everyRoomStandsOnAFloorAndListsOnlyRoomsBelow() throws IOException {
        List<String> breaches = new ArrayList<>();
        for (String room : rooms()) {
            if (floor(room) < 0) {
                breaches.add("The room '" + room + "' stands on no floor. Put it into FLOORS of this test and into the"
                        + " table of docs/architecture.md, above all that it uses and below all that use it");
            } else {
                listed(room).orElse(Set.of()).forEach(used -> notBelow(room, used).ifPresent(breaches::add));
            }
        }
        assertNone(breaches);
    }

    private static Optional<String> notBelow(String room, String used) {
        if (floor(used) < 0) {
            return Optional.of("The room '" + room + "' lists '" + used + "', which is no room. Correct the line"
                    + " 'Imports:' in " + SOURCES.resolve(room).resolve("package-info.java"));
        }
        return floor(used) < floor(room)
                ? Optional.empty()
                : Optional.of("The room '" + room + "' lists '" + used + "', which does not lie below it. Let '" + used
                        + "' hand over what is needed, or move the shared type to a room below both");
    }

    @Test
    void noRoomUsesARoomThatItDoesNotList() throws IOException {
        Set<String> breaches = new TreeSet<>();
        for (JavaClass user : CLASSES) {
            for (Dependency use : user.getDirectDependenciesFromSelf()) {
                String used = use.getTargetClass().getBaseComponentType().getName();
                if (used.startsWith(HOUSE)) {
                    unlisted(room(user.getName()), room(used), user.getName()).ifPresent(breaches::add);
                }
            }
        }
        assertNone(breaches);
    }

    /** What only the compiler sees: imports for a comment's sake, constants, links upward in comments. */
    @Test
    void noSourceNamesARoomThatItDoesNotList() throws IOException {
        Set<String> breaches = new TreeSet<>();
        for (Path source : sources()) {
            String room = SOURCES.relativize(source).getName(0).toString();
            Matcher named = NAMED_IN_SOURCE.matcher(Files.readString(source));
            while (named.find()) {
                unlisted(room, named.group(1), source.toString()).ifPresent(breaches::add);
            }
        }
        assertNone(breaches);
    }

    private static Optional<String> unlisted(String room, String used, String where) throws IOException {
        if (room.equals(used) || listed(room).orElse(Set.of()).contains(used)) {
            return Optional.empty();
        }
        String way = floor(used) < floor(room)
                ? "Take what you need from a room it does list, or add '" + used + "' to the line 'Imports:' in "
                        + SOURCES.resolve(room).resolve("package-info.java")
                : "'" + used + "' does not lie below '" + room + "': let it hand over what is needed, or move the"
                        + " shared type to a room below both; in a comment write {@code} instead of {@link}";
        return Optional.of(where + " uses the room '" + used + "', which '" + room + "' does not list. " + way);
    }

    @Test
    void noRoomsUseEachOtherInACircle() {
        slices().matching("org.lectern.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyHeavyLibraryIsKnownToItsOwnRoomsAlone() {
        Set<String> breaches = new TreeSet<>();
        for (JavaClass user : CLASSES) {
            for (Dependency use : user.getDirectDependenciesFromSelf()) {
                JavaClass used = use.getTargetClass().getBaseComponentType();
                if (!used.isPrimitive()) {
                    strange(room(user.getName()), used.getName())
                            .ifPresent(breach -> breaches.add(user.getName() + " uses " + breach));
                }
            }
        }
        assertNone(breaches);
    }

    private static Optional<String> strange(String room, String used) {
        if (used.startsWith(HOUSE)) {
            return Optional.empty();
        }
        Optional<String> library =
                LIBRARIES.keySet().stream().filter(used::startsWith).max(Comparator.comparing(String::length));
        if (library.isEmpty()) {
            return FREE.stream().anyMatch(used::startsWith)
                    ? Optional.empty()
                    : Optional.of(used + ", a library that no room has. If it is really needed, give it one room: in"
                            + " LIBRARIES of this test and in the table of docs/architecture.md");
        }
        Set<String> owners = LIBRARIES.get(library.get());
        return owners.contains(room)
                ? Optional.empty()
                : Optional.of(used + ", which only " + new TreeSet<>(owners)
                        + " may know. Put the code there, behind a type of that room's own");
    }

    @ParameterizedTest(name = "{0} may use {1}: {2}")
    @CsvSource({"cache,org.ehcache.Cache,true", "render,org.ehcache.Cache,false",
        "blob,javax.imageio.stream.ImageInputStream,true",
        "blob,javax.imageio.ImageIO,false", "image,java.awt.Rectangle,false", "image,java.util.List,true",
        "image,com.google.common.base.Strings,false", "sample,org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi,false", "sample,org.apache.pdfbox.Loader,true",
        "app,org.apache.pdfbox.Loader,false",
        "codec,com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi,false",
        "codec,com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi,true", "core,org.lectern.web.Route,true"})
    void theLongestPrefixOfALibraryCounts(String room, String used, boolean allowed) {
        assertThat(strange(room, used).isEmpty()).isEqualTo(allowed);
    }

    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        return -1;
    }

    /** The first package below the house; what lies deeper belongs to the room, too. */
    private static String room(String className) {
        String inside = className.substring(HOUSE.length());
        int dot = inside.indexOf('.');
        return dot < 0 ? "" : inside.substring(0, dot);
    }

    private static Set<String> rooms() throws IOException {
        Set<String> rooms = new TreeSet<>();
        for (Path source : sources()) {
            Path inside = SOURCES.relativize(source);
            assertThat(inside.getNameCount())
                    .as(source + " lies in no room. Move it into a package below org.lectern")
                    .isGreaterThan(1);
            rooms.add(inside.getName(0).toString());
        }
        assertThat(rooms).as("rooms below " + SOURCES.toAbsolutePath()).isNotEmpty();
        return rooms;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Optional<Set<String>> listed(String room) throws IOException {
        Path info = SOURCES.resolve(room).resolve("package-info.java");
        if (!Files.exists(info)) {
            return Optional.empty();
        }
        Matcher line = LISTED.matcher(Files.readString(info).replaceAll("\\n \\* ", " "));
        if (!line.find()) {
            return Optional.empty();
        }
        Set<String> rooms = new TreeSet<>(List.of(line.group(1).trim().split("[,\\s]+")));
        rooms.remove("none");
        return Optional.of(rooms);
    }

    private static void assertNone(Iterable<String> breaches) {
        assertThat(breaches).as("breaches of the floors; see docs/architecture.md").isEmpty();
    }
}
