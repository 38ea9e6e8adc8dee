package org.lectern.transform;

/** How much a sample counts by its distance, in samples of the coarser of both lines. */
enum Kernel {
    /** Interpolates through the samples; a lobe on either side sharpens. */
    CATMULL_ROM(2) {
        @Override
        double at(double distance) {
            double x = Math.abs(distance);
            if (x < 1) {
                return (1.5 * x - 2.5) * x * x + 1;
            }
            return x < 2 ? ((2.5 - 0.5 * x) * x - 4) * x + 2 : 0;
        }
    },
    /** The ideal filter under a window of three lobes. */
    LANCZOS(3) {
        @Override
        double at(double distance) {
            return Math.abs(distance) < reach ? sinc(distance) * sinc(distance / reach) : 0;
        }
    };

    /** Where it ends. */
    final int reach;

    Kernel(int reach) {
        this.reach = reach;
    }

    abstract double at(double distance);

    private static double sinc(double x) {
        double angle = Math.PI * x;
        return Math.abs(angle) < 1e-9 ? 1 : Math.sin(angle) / angle;
    }
}
