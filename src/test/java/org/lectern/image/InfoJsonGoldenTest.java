package org.lectern.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import tools.jackson.databind.json.JsonMapper;

/** Whole documents, text by text; {@code -Dgolden=write} writes them anew, to be read before they are committed. */
class InfoJsonGoldenTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "info");
    private static final String ID = "https://example.org/lectern/iiif/%s/b%%C3%%BCcher%%2Fseite%%201.tif";

    @Holds({"IMG-130", "IMG-131", "IMG-132", "IMG-133", "IMG-135", "IMG-137", "IMG-197", "IMG-203", "IMG-209",
        "IMG-240", "IMG-241", "IMG-244", "IMG-247", "IMG-248", "IMG-250", "IMG-251"})
    @ParameterizedTest(name = "plain, {0}")
    @EnumSource
    void aPlainPicture(ApiVersion version) throws IOException {
        ImageInfo info = ImageInfo.of(new Dimensions(5613, 3741), new Dimensions(512, 512), Limits.NONE,
                Set.of(Format.TIF, Format.GIF, Format.PNG, Format.JPG), Quality.COLOR);
        compare("plain", info, version);
    }

    @Holds({"IMG-130", "IMG-131", "IMG-132", "IMG-133", "IMG-134", "IMG-135", "IMG-136", "IMG-137", "IMG-197",
        "IMG-203", "IMG-209", "IMG-240", "IMG-241", "IMG-242", "IMG-243", "IMG-244", "IMG-245", "IMG-246",
        "IMG-247", "IMG-248", "IMG-249", "IMG-250", "IMG-251"})
    @ParameterizedTest(name = "everything, {0}")
    @EnumSource
    void aPictureOfWhichEverythingIsKnown(ApiVersion version) throws IOException {
        ImageInfo info = ImageInfo.of(new Dimensions(6000, 4000), new Dimensions(1024, 256),
                LimitsTest.limits(3000, 2500, 6_000_000L, true), EnumSet.allOf(Format.class), Quality.GRAY)
                .preferring(List.of(Format.WEBP, Format.JPG))
                .about(new About(
                        Optional.of("https://creativecommons.org/publicdomain/mark/1.0/"),
                        Optional.of("Stadtbücherei „Zur Brücke“"),
                        OptionalDouble.of(300),
                        List.of(About.Link.manifest("https://example.org/iiif/3/b/manifest.json", "Bücher")),
                        List.of(new About.Link("https://example.org/b.xml", "Dataset", Optional.of("METS"),
                                        Optional.of("application/xml"), Optional.of("http://www.loc.gov/METS/")),
                                new About.Link("https://example.org/b.ttl", "Dataset", Optional.empty(),
                                        Optional.empty(), Optional.empty()))));
        compare("everything", info, version);
    }

    private static void compare(String name, ImageInfo info, ApiVersion version) throws IOException {
        JsonMapper mapper = JsonMapper.shared();
        byte[] written = InfoJson.write(info, ID.formatted(version.number()), version);
        String pretty = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(written)) + "\n";
        Path golden = FOLDER.resolve(name + "-" + version.number() + ".json");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, pretty);
        }
        assertThat(pretty).isEqualTo(Files.readString(golden));
    }
}
