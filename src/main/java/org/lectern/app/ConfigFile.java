package org.lectern.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings file: lines of {@code key = value}, comments behind {@code #}, UTF-8, no escapes, so that
 * a path is written as it is. The environment goes before it, and the command line before both.
 */
public final class ConfigFile {

    static final String VARIABLE = "LECTERN_CONF";

    private static final Logger LOG = LoggerFactory.getLogger(ConfigFile.class);
    private static final String LIBRARY = "library"; // the name of the source that --library makes

    private ConfigFile() {}

    /**
     * Where the file is, if any is named: the system property {@code lectern.conf}, then the variable
     * {@code LECTERN_CONF}, then the context parameter {@code lectern.conf}.
     */
    public static Optional<Path> find(Properties system, Map<String, String> environment, Optional<String> parameter) {
        return Optional.ofNullable(system.getProperty("lectern.conf"))
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
                .or(() -> parameter)
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    /**
     * Reads and checks everything.
     *
     * @param file none for the defaults
     * @param system of which {@code lectern.library} and {@code lectern.base-url} are read
     * @param heap the largest heap in bytes, which percentages are of
     * @throws SettingsException with every error
     */
    public static Config read(Optional<Path> file, Map<String, String> environment, Properties system, long heap) {
        List<String> errors = new ArrayList<>();
        Map<String, String> texts = file.map(path -> texts(path, errors)).orElseGet(LinkedHashMap::new);
        Map<String, String> variables = new LinkedHashMap<>(environment);
        commandLine(system, texts, variables);
        Settings settings = new Settings(texts, variables, errors);
        Config config = new ConfigReader(settings, heap).read();
        settings.unusedVariables().forEach(name -> LOG.warn("the variable {} stands for no setting", name));
        return config;
    }

    private static void commandLine(Properties system, Map<String, String> texts, Map<String, String> variables) {
        String library = system.getProperty("lectern.library");
        if (library != null) {
            texts.keySet().removeIf(key -> key.equals("sources") || key.startsWith("source."));
            variables.keySet().removeIf(name -> name.equals("LECTERN_SOURCES") || name.startsWith("LECTERN_SOURCE_"));
            texts.put("sources", LIBRARY);
            texts.put("source." + LIBRARY + ".root", library);
        }
        String baseUrl = system.getProperty("lectern.base-url");
        if (baseUrl != null) {
            variables.remove("LECTERN_WEB_BASE_URL");
            texts.put("web.base-url", baseUrl);
        }
    }

    private static Map<String, String> texts(Path file, List<String> errors) {
        try {
            return parse(Files.readAllLines(file), errors);
        } catch (CharacterCodingException e) {
            throw new SettingsException(List.of("the settings file " + file + " is not UTF-8"));
        } catch (IOException e) {
            throw new SettingsException(List.of("the settings file " + file + " cannot be read"));
        }
    }

    /**
     * Takes lines apart.
     *
     * @param errors gets one for every line that is no setting, and for every key that stands twice
     */
    static Map<String, String> parse(List<String> lines, List<String> errors) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "").strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(line, texts).ifPresent(withNumber(i + 1, errors));
            }
        }
        return texts;
    }

    private static Consumer<String> withNumber(int number, List<String> errors) {
        return error -> errors.add("line " + number + ": " + error);
    }

    private static Optional<String> read(String line, Map<String, String> texts) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            return Optional.of("'" + line + "' is no setting; key = value is meant");
        }
        String key = line.substring(0, equals).strip();
        if (texts.putIfAbsent(key, line.substring(equals + 1).strip()) != null) {
            return Optional.of(key + " is set a second time");
        }
        return Optional.empty();
    }
}
