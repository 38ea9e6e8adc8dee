package org.lectern.transform;

/** How pictures become smaller. Larger they become by Lanczos either way. */
public enum Scaling {
    /** The exact average of the area: no aliasing, no ringing, and tiles fit together to the very level. */
    AREA,
    /**
     * Lanczos with three lobes: crisper letters, faint halos. Reductions by a whole factor, which is how tiles are
     * asked for, stay averages, so that tiles still fit together.
     */
    LANCZOS
}
