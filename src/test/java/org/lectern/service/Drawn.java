package org.lectern.service;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.lectern.blob.Picture;
import org.lectern.codec.Pyramid;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.image.Quality;

/** Pictures that are never drawn: every one is 3000×2000 in tiles of 256, one whose name holds {@code broken} is. */
final class Drawn implements Pictures {

    final List<String> made = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    Dimensions tile = new Dimensions(256, 256);
    OptionalDouble dpi = OptionalDouble.empty();

    @Override
    public Set<Format> formats() {
        return EnumSet.of(Format.JPG, Format.PNG);
    }

    @Override
    public Pyramid pyramid(Picture picture) {
        opened.add(picture.blob().name());
        if (picture.blob().name().contains("broken")) {
            throw new IiifException.Broken("'" + picture.blob().name() + "' is cut short.");
        }
        Pyramid.Level level = new Pyramid.Level(Shelves.SIZE, tile);
        return new Pyramid(List.of(level), Quality.COLOR, 3, 8, dpi, "drawn");
    }

    @Override
    public String fingerprint(Format format) {
        return "encoder of " + format;
    }

    @Override
    public byte[] image(Picture picture, Plan plan) {
        made.add(plan.canonical());
        return (picture.blob().name() + " " + plan.canonical()).getBytes(StandardCharsets.UTF_8);
    }
}
