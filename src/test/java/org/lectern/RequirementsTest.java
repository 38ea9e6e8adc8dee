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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Path LIST = Path.of("src", "test", "resources", "requirements", "image.txt");
    private static final Path TABLES = Path.of("tomcat-test", "requests");
    private static final Path ARGUED = Path.of("docs", "requirements.md");
    private static final Path WRITTEN = Path.of("target", "requirements", "image.md");
    private static final Pattern NUMBER = Pattern.compile("IMG-\\d{3}");

    private static Map<String, String> required;
    private static final Map<String, Set<String>> HOLDERS = new TreeMap<>();
    private static final Set<String> ARGUMENTS = new TreeSet<>();
    private static final List<String> NO_TESTS = new ArrayList<>();

    @BeforeAll
    static void collect() throws IOException {
        required = required();
        ofTests();
        ofTables();
        for (String line : Files.readAllLines(ARGUED)) {
            if (line.startsWith("| IMG-")) {
                ARGUMENTS.addAll(numbers(line.substring(0, line.indexOf('|', 1))));
            }
        }
        write();
    }

    @Test
    void everyRequirementIsHeldByATestOrArguedFor() {
        Set<String> unheld = new TreeSet<>(required.keySet());
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
        unknown.removeAll(required.keySet());
        assertThat(unknown).isEmpty();
    }

    @Test
    void onlyTestsHoldRequirements() {
        assertThat(NO_TESTS).as("methods with @Holds that no runner calls").isEmpty();
    }

    private static Map<String, String> required() throws IOException {
        Map<String, String> required = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.startsWith("#")) {
                String[] number = line.split(" \\| ", 2);
                assertThat(required.put(number[0], number[1])).as(number[0] + " stands twice").isNull();
            }
        }
        return required;
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

    private static void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# Image API requirements and the tests that hold them", "", "| Number | Asked | Held by |", "|---|---|---|"));
        required.forEach((number, text) -> {
            Set<String> holders = HOLDERS.getOrDefault(number, Set.of());
            String held = ARGUMENTS.contains(number) ? "see docs/requirements.md" : String.join(", ", holders);
            lines.add("| " + number + " | " + text.replace("|", "·") + " | " + held + " |");
        });
        Files.createDirectories(WRITTEN.getParent());
        Files.write(WRITTEN, lines);
    }
}
