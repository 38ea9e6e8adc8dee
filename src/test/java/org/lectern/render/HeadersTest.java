package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lectern.blob.Blob;
import org.lectern.blob.BytesBlob;
import org.lectern.blob.MapCache;
import org.lectern.blob.Picture;
import org.lectern.codec.Codecs;
import org.lectern.codec.Decoder;
import org.lectern.codec.Pyramid;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Quality;

class HeadersTest {

    private final List<String> opened = new ArrayList<>();
    private final Headers headers = new Headers(new Codecs(List.of(new Paged()), List.of()), new MapCache(), "build");
    private final Blob blob = new BytesBlob("a", new byte[] {1});

    /** Ten pages, each a pixel wider than the one before; two more are read along with one. */
    private final class Paged implements Decoder {
        @Override
        public String name() {
            return "paged";
        }

        @Override
        public boolean recognises(byte[] head) {
            return true;
        }

        @Override
        public int pages(Blob blob) {
            return 10;
        }

        @Override
        public Pyramid pyramid(Picture picture) {
            opened.add("" + picture.page());
            return of(picture.page());
        }

        @Override
        public List<Pyramid> pyramids(Picture picture) {
            opened.add(picture.page() + "-");
            return IntStream.range(picture.page(), Math.min(10, picture.page() + 3)).mapToObj(Paged::of).toList();
        }

        private static Pyramid of(int page) {
            Dimensions size = new Dimensions(100 + page, 10);
            return new Pyramid(
                    List.of(new Pyramid.Level(size, size)), Quality.GRAY, 1, 8, OptionalDouble.empty(), "paged");
        }

        @Override
        public BufferedImage decode(Picture picture, int level, Rect region) {
            throw new AssertionError("nobody should decode");
        }

        @Override
        public long cost(Pyramid pyramid, int level, Rect region) {
            return 0;
        }
    }

    private void look(int page) {
        assertThat(headers.pyramid(new Picture(blob, page)).size()).isEqualTo(new Dimensions(100 + page, 10));
    }

    @Test
    void whoGoesThroughAFileOpensItForSomePagesAtOnce() {
        IntStream.range(0, 10).forEach(this::look);
        assertThat(opened).containsExactly("0", "1-", "4-", "7-");
    }

    @Test
    void whoLooksAtPagesHereAndThereReadsThemAlone() {
        look(5);
        look(2);
        look(9);
        look(5);
        assertThat(opened).containsExactly("5", "2", "9");
    }
}
