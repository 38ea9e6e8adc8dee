package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files below {@code webapp/WEB-INF}: what a strict policy lets run, and the values the server puts in. */
class PagesTest {

    private static final Path WEB_INF = Path.of("webapp", "WEB-INF");
    private static final Pattern VALUE = Pattern.compile("\\{\\{[#/]?([^}]*)}}");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)|\\son\\w+\\s*=|javascript:");
    private static final Pattern INLINE_STYLE = Pattern.compile("<style|\\sstyle\\s*=");
    private static final Pattern UNQUOTED_VALUE = Pattern.compile("=\\{\\{|='[^'\\n>]*\\{\\{");
    private static final Pattern HOST = Pattern.compile("(?:https?:)?//[a-zA-Z0-9.-]+\\.[a-z]{2,}[^\\s'\"<)]*");
    private static final Pattern STATIC = Pattern.compile("\\{\\{base}}/_/static/([^\"]+)");

    private static final Map<String, Set<String>> VALUES = Map.of(
            "gallery.html", Set.of("base", "collection", "title"),
            "image.html", Set.of("base", "id", "image", "info", "label", "manifest"),
            "book.html", Set.of("base", "id", "label", "manifest"),
            "error.html", Set.of("base", "detail", "status", "title"));

    static Stream<Path> pages() throws IOException {
        return list("pages").stream();
    }

    static Stream<Path> allFiles() throws IOException {
        Stream<Path> texts = list("static").stream().filter(file -> !file.toString().endsWith(".ico"));
        return Stream.of(pages(), texts, Stream.of(Path.of("src", "main", "frontend", "book.js")))
                .flatMap(files -> files);
    }

    private static List<Path> list(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(WEB_INF.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void thePagesAreTheFourThatTheServerFills() throws IOException {
        assertThat(pages().map(page -> page.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(VALUES.keySet());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyValueInAPageIsOneTheServerGives(Path page) throws IOException {
        Set<String> asked = new TreeSet<>();
        Matcher matcher = VALUE.matcher(Files.readString(page));
        while (matcher.find()) {
            asked.add(matcher.group(1));
        }
        assertThat(VALUES.get(page.getFileName().toString())).containsAll(asked);
        assertThat(asked).contains("base");
    }

    @Test
    void aPartIsLeftOutWhereItsValueIsEmpty() {
        String template = "<a href=\"{{base}}/\">all</a>{{#manifest}} <a href=\"{{manifest}}\">\n{{label}}</a>{{/manifest}}.";
        Pages pages = new Pages(name -> new ByteArrayInputStream(template.getBytes(StandardCharsets.UTF_8)));
        assertThat(pages.fill("a.html", Map.of("base", "B", "label", "{{/manifest}}$1", "manifest", "M")))
                .contains("<a href=\"B/\">all</a> <a href=\"M\">\n{{/manifest}}$1</a>.");
        assertThat(pages.fill("a.html", Map.of("base", "B", "label", "x", "manifest", "")))
                .contains("<a href=\"B/\">all</a>.");
    }

    @Test
    void theViewerOfAnImageWithoutManifestHasNoLinkToNothing() {
        Pages pages = new Pages(name -> {
            try {
                return Files.newInputStream(Path.of("webapp").resolve(name.substring(1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Map<String, String> values = Map.of("base", "B", "id", "I", "image", "P", "info", "J", "label", "L");
        Map<String, String> none = new HashMap<>(values);
        none.put("manifest", "");
        assertThat(pages.fill("image.html", none).orElseThrow()).doesNotContain("href=\"\"", "anifest", "{{");
        none.put("manifest", "M");
        assertThat(pages.fill("image.html", none).orElseThrow()).contains("<a href=\"M\">Manifest</a>").doesNotContain("{{");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageHasScriptOrStyleOfItsOwn(Path page) throws IOException {
        String html = Files.readString(page);
        assertThat(html).doesNotContainPattern(INLINE_SCRIPT).doesNotContainPattern(INLINE_STYLE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void valuesInAttributesStandInDoubleQuotes(Path page) throws IOException {
        assertThat(Files.readString(page)).doesNotContainPattern(UNQUOTED_VALUE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasALanguageATitleAndAWidthForPhones(Path page) throws IOException {
        assertThat(Files.readString(page)).contains("<html lang=\"en\">", "<title>", "name=\"viewport\"", "<main");
    }

    @ParameterizedTest
    @MethodSource("allFiles")
    void nothingIsFetchedFromAnotherHost(Path file) throws IOException {
        Matcher matcher = HOST.matcher(Files.readString(file).replace("http://www.w3.org/2000/svg", ""));
        assertThat(matcher.results().map(found -> found.group())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void staticFilesThatAPageNamesAreThere(Path page) throws IOException {
        Set<String> bundled = Set.of("viewers/openseadragon.js", "viewers/book.js");
        Matcher matcher = STATIC.matcher(Files.readString(page));
        assertThat(matcher.results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(name -> bundled.contains(name) || Files.exists(WEB_INF.resolve("static").resolve(name)));
    }

    @Test
    void theLockFileNamesNoRegistryButThePublicOne() throws IOException {
        String lock = Files.readString(Path.of("src", "main", "frontend", "package-lock.json"));
        assertThat(Pattern.compile("\"resolved\": \"(?!icons\"|https://registry\\.npmjs\\.org/)").matcher(lock)
                .find()).isFalse();
    }
}
