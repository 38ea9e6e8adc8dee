package org.lectern.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keys and their texts, asked for one by one. Each asking parses strictly, notes what is wrong and goes
 * on with the default, so that {@link #finish} can tell of every error at once; a key that was never
 * asked for is one nobody knows.
 */
final class Settings {

    private static final int NEAR = 4; // edits; farther off, a known key is no help

    private static final String VARIABLE = "LECTERN_";

    private final Map<String, String> texts;
    private final Map<String, String> variables;
    private final Set<String> asked = new TreeSet<>();
    private final List<String> errors;

    /**
     * With two layers.
     *
     * @param texts by key
     * @param environment where {@code LECTERN_CACHE_TILES} goes before the text of {@code cache.tiles}
     * @param errors what was wrong before any key was asked for
     */
    Settings(Map<String, String> texts, Map<String, String> environment, List<String> errors) {
        this.errors = new ArrayList<>(errors);
        this.texts = new TreeMap<>(texts);
        this.variables = new TreeMap<>(environment);
    }

    /**
     * One value.
     *
     * @param fallback its text when the key is not set, or set to nothing
     * @param parser throws {@code IllegalArgumentException} with what is meant
     */
    <T> T get(String key, String fallback, Function<String, T> parser) {
        asked.add(key);
        String text = text(key);
        if (!text.isEmpty()) {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                errors.add(key + " = " + text + ": " + e.getMessage());
            }
        }
        return parser.apply(fallback);
    }

    /** A value that has no default. */
    <T> Optional<T> find(String key, Function<String, T> parser) {
        return get(key, "", text -> text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text)));
    }

    /** Values between commas. */
    <T> List<T> list(String key, String fallback, Function<List<String>, List<T>> parser) {
        return get(key, fallback, text -> parser.apply(words(text)));
    }

    static List<String> words(String text) {
        return List.of(text.split(",")).stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    /** Whether the key has a text, be it right or wrong. */
    boolean isSet(String key) {
        return !text(key).isEmpty();
    }

    private String text(String key) {
        return variables.getOrDefault(variable(key), texts.getOrDefault(key, "")).strip();
    }

    private static String variable(String key) {
        return VARIABLE + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /**
     * Variables that look as if they were ours and are not. No error: what runs containers sets some of its
     * own accord, as {@code LECTERN_PORT} for a service of that name.
     */
    List<String> unusedVariables() {
        Set<String> known = asked.stream().map(Settings::variable).collect(Collectors.toSet());
        return variables.keySet().stream()
                .filter(name -> name.startsWith(VARIABLE) && !known.contains(name) && !name.equals(ConfigFile.VARIABLE))
                .toList();
    }

    /** Notes an error that no single value shows. */
    void reject(String key, String reason) {
        errors.add(key + ": " + reason);
    }

    /** Every key that was asked for. */
    Set<String> asked() {
        return asked;
    }

    /**
     * To be called when everything was asked for.
     *
     * @throws SettingsException when anything was wrong, or a key is set that nobody asked for
     */
    void finish() {
        texts.keySet().stream().filter(key -> !asked.contains(key)).forEach(this::unknown);
        if (!errors.isEmpty()) {
            throw new SettingsException(errors);
        }
    }

    private void unknown(String key) {
        String hint = asked.stream()
                .filter(known -> distance(known, key) <= NEAR)
                .min(Comparator.comparingInt(known -> distance(known, key)))
                .map(known -> "; is " + known + " meant?")
                .orElse("");
        errors.add(key + " = " + texts.get(key) + ": no such key" + hint);
    }

    /** How many letters must be put in, taken out or changed. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
