package org.lectern.source;

import java.time.Instant;
import org.lectern.core.Identifier;

/**
 * One line of a listing: cheap to make for thousands.
 *
 * @param id the item's identifier
 * @param kind image or texts
 * @param label its title
 * @param image identifier of the picture that stands for it: itself, or its start page
 * @param pages how many; 0 when that would need opening the file (a PDF)
 * @param validator changes when the item changes
 * @param modified when it last changed
 */
public record Summary(
        Identifier id, Kind kind, String label, Identifier image, int pages, String validator, Instant modified) {}
