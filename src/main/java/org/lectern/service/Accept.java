package org.lectern.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lectern.core.ApiVersion;

/**
 * What a client's Accept header says about JSON documents. Never refuses: who accepts neither kind of
 * JSON gets plain JSON.
 *
 * @see <a href="https://iiif.io/api/image/3.0/#51-image-information-request">Image API 3.0, 5.1</a>
 */
final class Accept {

    static final String JSON = "application/json";
    static final String JSON_LD = "application/ld+json";

    /* A value may be quoted, or bare even where that is illegal: validators send a bare URI as profile. */
    private static final Pattern RANGE = Pattern.compile("((?:[^,\"]++|\"(?:[^\"\\\\]++|\\\\.)*+\"?+)++)");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([A-Za-z0-9_-]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"?+|([^;]*+))");

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    private record Range(String type, Optional<String> profile, double q) {}

    static Accept of(Caller caller) {
        List<Range> ranges = new ArrayList<>();
        Matcher matcher = RANGE.matcher(caller.accept().orElse(""));
        while (matcher.find()) {
            if (!matcher.group().isBlank()) {
                ranges.add(range(matcher.group().strip()));
            }
        }
        return new Accept(ranges);
    }

    private static Range range(String text) {
        int end = text.indexOf(';');
        String type = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        Optional<String> profile = Optional.empty();
        double q = 1;
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            String value = (parameter.group(2) != null ? parameter.group(2) : parameter.group(3)).strip();
            if (parameter.group(1).equalsIgnoreCase("profile")) {
                profile = Optional.of(value);
            } else if (parameter.group(1).equalsIgnoreCase("q")) {
                q = quality(value);
            }
        }
        return new Range(type, profile, q);
    }

    private static double quality(String value) {
        return value.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(value) : 1;
    }

    /** The version of the Presentation API that a profile asks for, the best liked first. */
    Optional<ApiVersion> presentation() {
        return ranges.stream()
                .filter(range -> range.q > 0 && range.profile.isPresent())
                .sorted(Comparator.comparingDouble((Range range) -> range.q).reversed())
                .flatMap(range -> version(range.profile.get()).stream())
                .findFirst();
    }

    private static Optional<ApiVersion> version(String profile) {
        List<String> uris = List.of(profile.split("\\s+"));
        return List.of(ApiVersion.V3, ApiVersion.V2).stream()
                .filter(version -> uris.contains(version.presentationContext())
                        || uris.contains(version.presentationContext().replace("http:", "https:")))
                .findFirst();
    }

    /** The Content-Type of a document with that context. */
    String contentType(ApiVersion version, String context) {
        if (version == ApiVersion.V2) {
            return isNamed(JSON_LD) && likesLinked() ? JSON_LD : JSON;
        }
        boolean browser = isNamed("text/html") && !isNamed(JSON_LD);
        return ranges.isEmpty() || !browser && likesLinked() ? JSON_LD + ";profile=\"" + context + "\"" : JSON;
    }

    private boolean likesLinked() {
        double linked = q(JSON_LD);
        return linked > 0 && linked >= q(JSON);
    }

    private boolean isNamed(String type) {
        return ranges.stream().anyMatch(range -> range.type.equals(type) && range.q > 0);
    }

    /** How much a type is liked: by the most specific range that speaks of it. */
    private double q(String type) {
        for (String spoken : List.of(type, "application/*", "*/*")) {
            Optional<Range> range = ranges.stream().filter(candidate -> candidate.type.equals(spoken))
                    .max(Comparator.comparingDouble(Range::q));
            if (range.isPresent()) {
                return range.get().q;
            }
        }
        return 0;
    }
}
