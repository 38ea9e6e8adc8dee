package org.lectern.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

class ImageRequestTest {

    private static final Dimensions FULL = new Dimensions(6000, 4000);

    @Holds({"IMG-118", "IMG-121", "IMG-122", "IMG-124", "IMG-125", "IMG-149", "IMG-202"})
    @ParameterizedTest(name = "version {0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2 | square/,400/0/color.jpg            | 1000,0,4000,4000/400,/0/default.jpg
                    2 | pct:0,0,50,50/pct:10/90.0/default.png | 0,0,3000,2000/300,/90/default.png
                    2 | full/6000,/0/default.jpg           | full/full/0/default.jpg
                    3 | full/600,/0/default.jpg            | full/600,400/0/default.jpg
                    3 | full/!600,600/0/default.jpg        | full/600,400/0/default.jpg
                    3 | full/pct:100/0/color.jpg           | full/max/0/default.jpg
                    3 | full/^600,/0/default.jpg           | full/600,400/0/default.jpg
                    2 | 0,0,6000,4000/max/360/gray.tif     | full/full/0/gray.tif
                    2 | 0,0,9999,9999/full/!022.50/bitonal.gif | full/full/!22.5/bitonal.gif
                    2 | pct:0,0,100,100/10,20/0/default.jpg | full/10,20/0/default.jpg
                    2 | 5990,3990,20,20/full/0/default.jpg | 5990,3990,10,10/full/0/default.jpg
                    2 | 0,0,3,1000/,998/0/default.jpg      | 0,0,3,1000/3,998/0/default.jpg
                    3 | full/6000,4000/0/default.webp      | full/max/0/default.webp
                    3 | square/,400/.5/default.jpg         | 1000,0,4000,4000/400,400/0.5/default.jpg
                    3 | 125,15,120,140/90,/!345/gray.jpg   | 125,15,120,140/90,105/!345/gray.jpg
                    3 | 0,0,10,10/10,10/0/default.jpg      | 0,0,10,10/max/0/default.jpg
                    """)
    void hasOneCanonicalForm(int version, String request, String canonical) {
        assertThat(plan(request, version, FULL, Quality.COLOR, Limits.NONE).canonical()).isEqualTo(canonical);
    }

    @Holds({"IMG-121", "IMG-122", "IMG-123", "IMG-125"})
    @ParameterizedTest(name = "version {0}, up to 3000 wide, enlarging: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    3 | 0,0,100,100/^200,/0/default.jpg  | 0,0,100,100/^200,200/0/default.jpg
                    3 | 0,0,100,100/^3000,/0/default.jpg | 0,0,100,100/^max/0/default.jpg
                    3 | 0,0,100,50/^10,60/0/default.jpg  | 0,0,100,50/^10,60/0/default.jpg
                    3 | full/^max/0/default.jpg          | full/max/0/default.jpg
                    3 | full/3000,/0/default.jpg         | full/max/0/default.jpg
                    2 | full/max/0/default.jpg           | full/3000,/0/default.jpg
                    2 | 0,0,100,100/max/0/default.jpg    | 0,0,100,100/full/0/default.jpg
                    2 | 0,0,100,100/200,200/0/default.jpg | 0,0,100,100/200,/0/default.jpg
                    """)
    void hasOneCanonicalFormUnderLimits(int version, String request, String canonical) {
        assertThat(plan(request, version, FULL, Quality.COLOR, SizeTest.UP_TO_3000).canonical()).isEqualTo(canonical);
    }

    @Holds("IMG-121")
    @Test
    void theSquareOfASquareIsFull() {
        Plan plan = plan("square/max/0/default.jpg", 3, new Dimensions(500, 500), Quality.COLOR, Limits.NONE);
        assertThat(plan.canonical()).isEqualTo("full/max/0/default.jpg");
    }

    @Holds({"IMG-102", "IMG-121"})
    @ParameterizedTest(name = "{1} of a picture of nature {0} is {2}")
    @CsvSource({"COLOR,color,default", "COLOR,gray,gray", "COLOR,bitonal,bitonal", "GRAY,color,default",
        "GRAY,gray,default", "GRAY,bitonal,bitonal", "BITONAL,color,default", "BITONAL,gray,gray",
        "BITONAL,bitonal,default", "BITONAL,default,default"})
    void aQualityThatDefaultGivesIsDefault(Quality nature, String asked, String resolved) {
        Plan plan = plan("full/max/0/" + asked + ".jpg", 3, FULL, nature, Limits.NONE);
        assertThat(plan.quality()).hasToString(resolved);
        assertThat(plan.canonical()).isEqualTo("full/max/0/" + resolved + ".jpg");
    }

    @Holds("IMG-118")
    @Test
    void aPlanHoldsWhatEachStepDoes() {
        Plan plan = plan(
                "125,15,120,140/90,/!345/gray.png", 3, new Dimensions(300, 200), Quality.COLOR, Limits.NONE);
        assertThat(plan)
                .isEqualTo(new Plan(
                        new Dimensions(300, 200),
                        new Rect(125, 15, 120, 140),
                        new Dimensions(90, 105),
                        Rotation.parse("!345"),
                        Quality.GRAY,
                        Format.PNG,
                        "125,15,120,140/90,105/!345/gray.png"));
    }

    @Holds({"IMG-105", "IMG-112", "IMG-113", "IMG-114"})
    @ParameterizedTest(name = "{0} is no quality and format")
    @ValueSource(strings = {"default", "default.", ".jpg", "default.jpeg", "default.JPG", "Default.jpg", "grey.jpg",
            "native.jpg", "default.tiff", "default.jpg.", "default.x.jpg", "default.jpg;v=1", ""})
    void anyOtherQualityOrFormatIsMalformed(String last) {
        assertThatThrownBy(() -> ImageRequest.parse(List.of("full", "max", "0", last), ApiVersion.V3))
                .isInstanceOf(IiifException.Malformed.class);
    }

    @Holds("IMG-007")
    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fool/x/y/z.z             | 'fool'
            full/x/y/z.z             | 'x'
            full/max/y/z.z           | 'y'
            full/max/0/z.z           | 'z'
            full/max/0/default.z     | 'z'
            full/max/0               | {region}/{size}/{rotation}/{quality}.{format}
            full/max/0/default.jpg/x | {region}/{size}/{rotation}/{quality}.{format}
            """)
    void theFirstWrongPieceIsNamed(String request, String named) {
        assertThatThrownBy(() -> ImageRequest.parse(List.of(request.split("/")), ApiVersion.V3))
                .isInstanceOf(IiifException.Malformed.class)
                .hasMessageContaining(named);
    }

    static Plan plan(String request, int version, Dimensions full, Quality nature, Limits limits) {
        ApiVersion spoken = version == 2 ? ApiVersion.V2 : ApiVersion.V3;
        return ImageRequest.parse(List.of(request.split("/")), spoken).plan(full, nature, limits);
    }
}
