package org.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfDocsTest {

    private static final Path MANUAL = Path.of("conf", "lectern.properties");
    private static final Pattern SETTING = Pattern.compile("#?([a-z][a-z0-9.-]*) = ?.*");
    private static final long HEAP = 1L << 30;

    @TempDir
    Path folder;

    @Test
    void theManualAndTheCodeKnowTheSameKeys() throws IOException {
        assertThat(documented()).isEqualTo(keysOfTheCode());
    }

    @Test
    void theDefaultsOfTheManualAreThoseOfTheCode() throws IOException {
        List<String> lines = Files.readAllLines(MANUAL).stream()
                .filter(line -> SETTING.matcher(line).matches() && !line.startsWith("#source."))
                .map(line -> line.startsWith("#") ? line.substring(1) : line)
                .toList();

        Config told = new ConfigReader(new Settings(ConfigFile.parse(lines, new ArrayList<>()), Map.of(), List.of()), HEAP).read();

        assertThat(told).isEqualTo(new ConfigReader(new Settings(Map.of(), Map.of(), List.of()), HEAP).read());
    }

    @Test
    void everyKeyHasAParagraphBeforeIt() throws IOException {
        List<String> lines = Files.readAllLines(MANUAL);
        for (int i = 0; i < lines.size(); i++) {
            if (SETTING.matcher(lines.get(i)).matches()) {
                String before = lines.get(i - 1);
                assertThat(before.startsWith("# ") || SETTING.matcher(before).matches())
                        .as(lines.get(i))
                        .isTrue();
            }
        }
    }

    private static Set<String> documented() throws IOException {
        return Files.readAllLines(MANUAL).stream()
                .map(SETTING::matcher)
                .filter(setting -> setting.matches())
                .map(setting -> setting.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> keysOfTheCode() {
        Settings settings =
                new Settings(Map.of("sources", "scans", "source.scans.root", folder.toString()), Map.of(), List.of());
        new ConfigReader(settings, HEAP).read();
        return settings.asked();
    }
}
