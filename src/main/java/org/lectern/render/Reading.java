package org.lectern.render;

import java.util.List;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Plan;
import org.lectern.transform.Window;

/**
 * What is read for a plan: whole pixels of one resolution, and in them the exact part that was asked for.
 *
 * <p>Clients ask for tiles of a level by a region of the full picture that is a power of two larger, rounded up
 * at the right and bottom edge. Such requests are read on the grid of that power, so that neighbouring
 * tiles fit together to the pixel and equal the whole, whichever resolution they are read from. A thumbnail is
 * none of them: at its size, the rounding would shift the picture.
 *
 * @param resolution where from
 * @param rect whole pixels of the resolution
 * @param window the part asked for, in pixels of {@code rect}
 */
record Reading(Resolution resolution, Rect rect, Window window) {

    private static final double ROUNDING = 1e-9;

    private static final int SMALLEST_TILE = 128; // what is smaller, along a whole side, is a thumbnail and not a tile

    /**
     * The reading of a plan from the smallest resolution that need not be enlarged for it.
     *
     * @param resolutions from the largest, which is the full picture
     */
    static Reading of(Plan plan, List<Resolution> resolutions) {
        Rect source = plan.source();
        Dimensions full = plan.full();
        double right = end(source.x(), source.width(), full.width(), plan.output().width());
        double bottom = end(source.y(), source.height(), full.height(), plan.output().height());
        Resolution best = resolutions.get(0);
        for (Resolution resolution : resolutions) {
            double width = (right - source.x()) / resolution.across(full);
            double height = (bottom - source.y()) / resolution.down(full);
            if (width + ROUNDING >= plan.output().width()
                    && height + ROUNDING >= plan.output().height()
                    && resolution.size().area() < best.size().area()) {
                best = resolution;
            }
        }
        return at(best, plan, right, bottom);
    }

    private static Reading at(Resolution resolution, Plan plan, double right, double bottom) {
        Rect source = plan.source();
        Dimensions size = resolution.size();
        double across = resolution.across(plan.full());
        double down = resolution.down(plan.full());
        int x = first(source.x() / across, size.width());
        int y = first(source.y() / down, size.height());
        var rect = new Rect(x, y,
                last(Math.min(right, source.right()) / across, x, size.width()) - x,
                last(Math.min(bottom, source.bottom()) / down, y, size.height()) - y);
        var window = new Window(source.x() / across - x, source.y() / down - y, right / across - x, bottom / down - y);
        return new Reading(resolution, rect, window);
    }

    private static int first(double from, int extent) {
        return Math.min(extent - 1, (int) Math.floor(from));
    }

    private static int last(double to, int first, int extent) {
        return Math.max(first + 1, Math.min(extent, (int) Math.ceil(to - ROUNDING)));
    }

    /** Where the region ends for scaling: behind its last pixel, or on the grid of the power it is reduced by. */
    private static double end(int from, int length, int full, int out) {
        long ratio = (length - 1L) / out + 1;
        long power = Long.highestOneBit(2 * ratio - 1); // the next power of two
        boolean thumbnail = length == full && out < SMALLEST_TILE;
        boolean onGrid = power > 1 && from % power == 0 && !thumbnail;
        boolean roundedUp = (length - 1L) / power + 1 == out && from + length == full;
        return onGrid && roundedUp ? from + power * out : (double) from + length;
    }
}
