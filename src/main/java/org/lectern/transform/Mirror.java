package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;

/**
 * The {@code !} of a {rotation}: left and right change places. Exact.
 *
 * @see <a href="https://iiif.io/api/image/3.0/#43-rotation">Image API 3.0, 4.3</a>
 */
public record Mirror() implements Step {

    @Override
    public BufferedImage apply(BufferedImage image) {
        int width = image.getWidth();
        return new Grid(width - 1, -1, width).lay(image, new Dimensions(width, image.getHeight()));
    }
}
