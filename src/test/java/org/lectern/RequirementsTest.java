package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;

/**
 * Every requirement of {@code src/test/resources/requirements} is held by a test ({@link Holds}), by rows of a table in
 * {@code tomcat-test/requests} (a comment above them names it), or argued for in {@code docs/requirements.md}. The list
 * of who holds what is written to {@code target/requirements}.
 */
class RequirementsTest {

    private static final Path LISTS = Path.of("src", "test", "resources", "requirements");
    private static final Path TABLES = Path.of("tomcat-test", "requests");
    private static final Path ARGUED = Path.of("docs", "requirements.md");
    private static final Path WRITTEN = Path.of("target", "requirements");

    /** List → what it is about; its numbers begin with the letters. */
    private enum Area {
        IMAGE("IMG", "Image API"),
        PRESENTATION("PRE", "Presentation API"),
        SEARCH("SRC", "Content Search API");

        private final String letters;
        private final String title;

        Area(String letters, String title) {
            this.letters = letters;
            this.title = title;
        }

        private String fileName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern NUMBER = Pattern.compile(
            Stream.of(Area.values()).map(area -> area.letters).collect(Collectors.joining("|", "(?:", ")-\\d{3}")));

    private static final Map<String, String> REQUIRED = new TreeMap<>();
    private static final Map<String, Set<String>> HOLDERS = new TreeMap<>();
    private static final Set<String> ARGUMENTS = new TreeSet<>();
    private static final List<String> NO_TESTS = new ArrayList<>();

    @BeforeAll
    static void collect() throws IOException {
        for (Area area : Area.values()) {
            require(area);
        }
        ofTests();
        ofTables();
        for (String line : Files.readAllLines(ARGUED)) {
            if (line.startsWith("| ")) {
                ARGUMENTS.addAll(numbers(line.substring(0, line.indexOf('|', 1))));
            }
        }
        for (Area area : Area.values()) {
            write(area);
        }
    }

    @Test
    void everyRequirementIsHeldByATestOrArguedFor() {
        Set<String> unheld = new TreeSet<>(REQUIRED.keySet());
        unheld.removeAll(HOLDERS.keySet());
        unheld.removeAll(ARGUMENTS);
        assertThat(unheld)
                .as("held by nothing; name the test with @Holds, a table's rows with a comment, or argue in %s", ARGUED)
                .isEmpty();
    }

    @Test
    void nothingIsBothHeldAndArguedAway() {
        Set<String> both = new TreeSet<>(ARGUMENTS);
        both.retainAll(HOLDERS.keySet());
        assertThat(both).isEmpty();
    }

    @Test
    void noTestNamesARequirementThatDoesNotExist() {
        Set<String> unknown = new TreeSet<>(HOLDERS.keySet());
        unknown.addAll(ARGUMENTS);
        unknown.removeAll(REQUIRED.keySet());
        assertThat(unknown).isEmpty();
    }

    @Test
    void onlyTestsHoldRequirements() {
        assertThat(NO_TESTS).as("methods with @Holds that no runner calls").isEmpty();
    }

    private static void require(Area area) throws IOException {
        for (String line : Files.readAllLines(LISTS.resolve(area.fileName() + ".txt"))) {
            if (!line.startsWith("#")) {
                String[] number = line.split(" \\| ", 2);
                assertThat(number[0]).as(line).matches(area.letters + "-\\d{3}");
                assertThat(REQUIRED.put(number[0], number[1])).as(number[0] + " stands twice").isNull();
            }
        }
    }

    private static void ofTests() {
        for (JavaMethod method : new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("org.lectern")
                .stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Holds.class))
                .toList()) {
            String name = method.getOwner().getSimpleName() + "." + method.getName();
            if (!method.isAnnotatedWith(Test.class) && !method.isMetaAnnotatedWith(TestTemplate.class)) {
                NO_TESTS.add(name);
            }
            for (String number : method.getAnnotationOfType(Holds.class).value()) {
                HOLDERS.computeIfAbsent(number, any -> new TreeSet<>()).add(name);
            }
        }
    }

    /** A comment of one or more lines that names requirements counts for the rows below it, as far as the next comment. */
    private static void ofTables() throws IOException {
        try (Stream<Path> tables = Files.list(TABLES)) {
            for (Path table : tables.sorted().toList()) {
                Set<String> named = new TreeSet<>();
                boolean rowBefore = false;
                int line = 0;
                for (String row : Files.readAllLines(table)) {
                    line++;
                    if (row.startsWith("#")) {
                        named = rowBefore ? new TreeSet<>() : named;
                        named.addAll(numbers(row));
                        rowBefore = false;
                    } else if (!row.isBlank()) {
                        rowBefore = true;
                        String place = table.getFileName() + ":" + line;
                        named.forEach(number -> HOLDERS.computeIfAbsent(number, any -> new TreeSet<>()).add(place));
                    }
                }
            }
        }
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(number.group());
        }
        return numbers;
    }

    private static void write(Area area) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# " + area.title + ": requirements and the tests that hold them",
                "",
                "| Number | Asked | Held by |",
                "|---|---|---|"));
        REQUIRED.forEach((number, text) -> {
            if (number.startsWith(area.letters)) {
                Set<String> holders = HOLDERS.getOrDefault(number, Set.of());
                String held = ARGUMENTS.contains(number) ? "see docs/requirements.md" : String.join(", ", holders);
                lines.add("| " + number + " | " + text.replace("|", "·") + " | " + held + " |");
            }
        });
        Files.createDirectories(WRITTEN);
        Files.write(WRITTEN.resolve(area.fileName() + ".md"), lines);
    }
}
