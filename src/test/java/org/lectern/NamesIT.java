package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.Wire.Reply;

/** Names as people give them: whatever an answer calls itself leads back to the same answer. */
class NamesIT {

    private static final List<String> NAMES = List.of(
            "plain.png", "with space.png", " leading and trailing .png", "größe äöü.png", "頁 一.png", "العربية.png",
            "emoji 🜁.png", "50%.png", "50%25.png", "%2F.png", "a+b.png", "what?.png", "#1.png", "semi;colon=1.png",
            "it's.png", "\"quoted\".png", "[brackets] {braces}.png", "caret^ pipe|.png", "back\\slash.png", "a&b=c.png",
            "at@colon:.png", "tilde~`tick.png", "<angle>.png", "star*(!),.png", "price$1.png", "$.png", "$0.png", "a$b$c.png",
            "info.json.png", "default.jpg.png", "full.png", "iiif.png", "e\u0301 decomposed.png", "two..dots.png");

    @TempDir
    private static Path folder;

    private static Launched lectern;
    private static Wire wire;

    @BeforeAll
    static void serve() {
        Scans scans = new Scans(folder.resolve("library"));
        for (int i = 0; i < NAMES.size(); i++) {
            scans.picture("odd #" + i + "/in & out/" + NAMES.get(i), 40 + i, 30);
        }
        lectern = Launched.start(folder, "--port", "0", "--library", scans.root().toString());
        wire = lectern.wire();
    }

    @AfterAll
    static void stop() {
        lectern.close();
    }

    static List<String> names() {
        return NAMES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    @Holds({"IMG-002", "IMG-012", "IMG-013", "IMG-015", "IMG-017", "IMG-023"})
    void whatAnAnswerCallsItselfLeadsBackToIt(String name) {
        int index = NAMES.indexOf(name);
        List<String> pieces = Stream.of("odd #" + index, "in & out", name).map(NamesIT::encoded).toList();
        for (String slash : List.of("/", "%2F", "$")) {
            for (String prefix : List.of("", "/iiif/2", "/iiif/3", "/image/iiif/3")) {
                String path = prefix + "/" + String.join(slash, pieces);
                Reply info = wire.get(path + "/info.json");
                assertThat(info.status()).as(path).isEqualTo(200);
                assertThat(info.json().get("width").intValue()).as(path).isEqualTo(40 + index);
                String id = info.json().get(prefix.endsWith("3") ? "id" : "@id").asString();
                assertThat(id).as(path).matches("[!-~&&[^\"<>\\\\^`{|}]]+");
                assertThat(wire.follow(id + "/info.json").text()).as(id).isEqualTo(info.text());
                Reply picture = wire.follow(id + "/full/20,/0/default.jpg");
                assertThat(picture.status()).as(id).isEqualTo(200);
                assertThat(picture.header("Link")).as(id).contains("<" + wire.base() + "/");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void theLinksOfAManifestLeadSomewhere(String name) {
        String book = "odd%20%23" + NAMES.indexOf(name) + "$in%20%26%20out";
        for (String prefix : List.of("/iiif/2/", "/iiif/3/")) {
            Reply manifest = wire.get(prefix + book + "/manifest.json");
            assertThat(manifest.status()).isEqualTo(200);
            String own = manifest.json().get(prefix.equals("/iiif/2/") ? "@id" : "id").asString();
            assertThat(wire.follow(own).text()).isEqualTo(manifest.text());
            manifest.json().findValuesAsString(prefix.equals("/iiif/2/") ? "@id" : "id").stream()
                    .filter(uri -> uri.endsWith(".jpg"))
                    .forEach(uri -> assertThat(wire.follow(uri).status()).as(uri).isEqualTo(200));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aFileInABookAnswersToItsOwnName(String name) {
        String book = "odd%20%23" + NAMES.indexOf(name) + "/in%20%26%20out/" + encoded(name);
        Reply page = wire.get("/" + book, "Accept: text/html");
        assertThat(page.status()).isIn(200, 303);
        if (page.status() == 303) {
            assertThat(wire.follow(page.header("Location")).status()).isIn(200, 303);
        }
    }

    /** Everything encoded that may be. */
    private static String encoded(String piece) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : piece.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet > 0 && (Character.isLetterOrDigit(octet) || "-._~$".indexOf(octet) >= 0);
            encoded.append(plain ? String.valueOf((char) octet) : String.format("%%%02X", octet));
        }
        return encoded.toString();
    }
}
