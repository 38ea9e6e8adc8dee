package org.lectern.transform;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.lectern.core.Dimensions;
import org.lectern.image.Plan;
import org.lectern.image.Quality;

/**
 * What is done to the pixels that were read, in the order of the specification: size, mirroring, rotation, quality,
 * then what the format needs. Steps that would change nothing are left out. Immutable.
 *
 * @param steps in order
 * @see <a href="https://iiif.io/api/image/3.0/#4-image-requests">Image API 3.0, 4</a>
 */
public record Chain(List<Step> steps) {

    /** Keeps its own copy. */
    public Chain {
        steps = List.copyOf(steps);
    }

    /**
     * The chain of a plan. To add an operation, give it its place here.
     *
     * @param plan what is asked for; its region has been read already
     * @param read size of the picture that was read
     * @param window the region within it
     * @param target what the encoder takes
     * @param profiles the conversions to sRGB, shared between chains
     */
    public static Chain of(Plan plan, Dimensions read, Window window, Target target, Profiles profiles) {
        List<Step> steps = new ArrayList<>();
        var scale = new Scale(window, plan.output(), target.look().scaling());
        if (!scale.isIdentity(read)) {
            steps.add(scale);
        }
        if (target.bits() == 8) {
            steps.add(new Depth()); // before what costs by the byte
        }
        if (plan.rotation().mirrored()) {
            steps.add(new Mirror());
        }
        if (plan.rotation().degrees().signum() != 0) {
            steps.add(new Rotate(plan.rotation().degrees()));
        }
        if (plan.quality() == Quality.GRAY || plan.quality() == Quality.BITONAL) {
            steps.add(new Tone(plan.quality(), target, profiles));
        }
        steps.add(new Colour(target, profiles));
        return new Chain(steps);
    }

    /** The picture after all steps; the argument is not written into. */
    public BufferedImage apply(BufferedImage image) {
        BufferedImage result = image;
        for (Step step : steps) {
            result = step.apply(result);
        }
        return result;
    }
}
