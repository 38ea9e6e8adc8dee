package org.lectern.service;

import java.util.List;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.core.Identifier;
import org.lectern.image.Limits;
import org.lectern.presentation.Canvas;
import org.lectern.presentation.LanguageMap;
import org.lectern.presentation.Thumbnail;
import org.lectern.presentation.VersionedUri;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.Track;

/** Makes the canvases of recordings. */
final class TrackCanvases {

    /** A video needs a canvas with sides; where nobody tells them, those of most screens will do. */
    private static final Dimensions SCREEN = new Dimensions(1280, 720);

    private final Links links;
    private final Limits limits;
    private final Thumbnails thumbnails;

    TrackCanvases(Links links, Limits limits) {
        this.links = links;
        this.limits = limits;
        this.thumbnails = new Thumbnails(limits);
    }

    /**
     * The canvas of a recording. What is heard has its picture beside it, what is seen has it as thumbnail alone.
     *
     * @param image the size of the picture that goes with it, when there is one that can be read
     */
    Canvas of(String id, Item item, Track track, Optional<Dimensions> image, String base) {
        List<Canvas.MediaFile> files = track.media().stream().map(file -> media(item, file, base)).toList();
        boolean seen = files.stream().anyMatch(Canvas.MediaFile::isVideo);
        Optional<VersionedUri> service =
                image.flatMap(size -> track.image()).map(file -> links.image(base, name(item, file)));
        return new Canvas(
                id,
                LanguageMap.of(label(track)),
                seen ? Optional.of(track.size().orElse(SCREEN)) : Optional.empty(),
                Optional.of(track.seconds()),
                Optional.of(new Canvas.Recording(files)),
                service.map(uri -> thumbnails.of(uri, image.orElseThrow())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                track.captions().stream().map(caption -> caption(item, caption, base)).toList(),
                Optional.empty(),
                seen ? Optional.empty() : service.map(uri -> picture(id, track, uri, image.orElseThrow())));
    }

    private Canvas picture(String id, Track track, VersionedUri service, Dimensions size) {
        Dimensions largest = limits.largest(size);
        Optional<Canvas.Painting> painting = Optional.of(new Canvas.Painting(service, largest, !largest.equals(size)));
        Optional<Thumbnail> none = Optional.empty();
        return new Canvas(id + "/accompanying", LanguageMap.of(label(track)), size, painting, none);
    }

    private static Identifier name(Item item, ItemFile file) {
        return new Identifier(item.id().text() + "/" + file.name());
    }

    private Canvas.MediaFile media(Item item, ItemFile file, String base) {
        return new Canvas.MediaFile(links.file(base, item, file), file.mediaType().startsWith("video/"),
                file.mediaType(), LanguageMap.of(file.label().isBlank() ? file.mediaType() : file.label()));
    }

    private Canvas.Caption caption(Item item, Track.Caption caption, String base) {
        String label = caption.label().isBlank() ? caption.file().name() : caption.label();
        return new Canvas.Caption(links.file(base, item, caption.file()), LanguageMap.of(label), caption.language());
    }

    private static String label(Track track) {
        return track.label().isBlank() ? track.name() : track.label();
    }
}
