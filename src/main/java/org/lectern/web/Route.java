package org.lectern.web;

import java.util.List;
import java.util.Optional;
import org.lectern.core.ApiVersion;
import org.lectern.core.IiifException;
import org.lectern.service.Asked;

/**
 * Where a request leads, read from the undecoded path alone: no look into the library, no servlet
 * pattern. Immutable.
 *
 * @see <a href="https://iiif.io/api/image/3.0/#2-uri-syntax">Image API 3.0, 2</a>
 */
public sealed interface Route {

    /** The request attribute under which {@link RouteFilter} hands a route to its servlet. */
    String ATTRIBUTE = "org.lectern.route";

    /**
     * Reads the path of a request. Pieces are cut at raw slashes and decoded exactly once; the order
     * of reading is: own words, prefix, last words ({@code info.json} …), the shape of an image
     * request, and what is left is the name of an item.
     *
     * @param requestUri path as it stood in the request, undecoded, without the query
     * @param contextPath where the web application is deployed; empty for the root
     * @param unversioned the Image API version that paths without a number speak
     * @throws IiifException.Malformed when the path is not properly encoded or tries to climb
     * @throws IiifException.Missing when nothing of this form is served
     */
    static Route of(String requestUri, String contextPath, ApiVersion unversioned) {
        return new RouteParser(unversioned).parse(requestUri, contextPath);
    }

    /** The name that its servlet is registered by. */
    String servlet();

    /**
     * The list of all items.
     *
     * @param path {@code /} or {@code /iiif/}
     */
    record Listing(String path) implements Route {
        @Override
        public String servlet() {
            return ListingServlet.NAME;
        }
    }

    /**
     * An item by its bare name: a page for people or a summary.
     *
     * @param asked which
     */
    record Item(Asked asked) implements Route {
        @Override
        public String servlet() {
            return ItemServlet.NAME;
        }
    }

    /**
     * An item by its bare name, with a slash behind it: leads on.
     *
     * @param asked which
     */
    record Slashed(Asked asked) implements Route {
        @Override
        public String servlet() {
            return ItemServlet.NAME;
        }
    }

    /**
     * The base URI of an image or item in one version, with a slash behind it or not: leads on to its document.
     *
     * @param asked which
     */
    record Base(Asked asked) implements Route {
        @Override
        public String servlet() {
            return ItemServlet.NAME;
        }
    }

    /**
     * Image information.
     *
     * @param asked of which image
     * @param version to be told in
     */
    record Info(Asked asked, ApiVersion version) implements Route {
        @Override
        public String servlet() {
            return InfoServlet.NAME;
        }
    }

    /**
     * A picture.
     *
     * @param asked of which image
     * @param pieces {region}, {size}, {rotation}, {quality}.{format}; decoded, not yet checked
     * @param version to read them by
     */
    record Image(Asked asked, List<String> pieces, ApiVersion version) implements Route {
        /** Keeps its own copy. */
        public Image {
            pieces = List.copyOf(pieces);
        }

        @Override
        public String servlet() {
            return ImageServlet.NAME;
        }
    }

    /**
     * A manifest.
     *
     * @param asked of which item
     * @param version when the path tells it
     */
    record Manifest(Asked asked, Optional<ApiVersion> version) implements Route {
        @Override
        public String servlet() {
            return ManifestServlet.NAME;
        }
    }

    /**
     * A collection; of the library itself when the identifier is the root.
     *
     * @param asked of which folder
     * @param version when the path tells it
     */
    record Collection(Asked asked, Optional<ApiVersion> version) implements Route {
        @Override
        public String servlet() {
            return CollectionServlet.NAME;
        }
    }

    /**
     * A file of an item.
     *
     * @param pieces the item's and then the file's, decoded; where the one ends only the library knows
     */
    record Resource(List<String> pieces) implements Route {
        /** Keeps its own copy. */
        public Resource {
            pieces = List.copyOf(pieces);
        }

        @Override
        public String servlet() {
            return ResourceServlet.NAME;
        }
    }

    /**
     * An item as one PDF.
     *
     * @param asked which
     */
    record BookPdf(Asked asked) implements Route {
        @Override
        public String servlet() {
            return BookPdfServlet.NAME;
        }
    }

    /**
     * A search inside, or the completion of a word.
     *
     * @param asked of which item
     * @param version of the Content Search API: 1 or 2
     * @param completes whether words are to be completed
     */
    record Search(Asked asked, int version, boolean completes) implements Route {
        @Override
        public String servlet() {
            return SearchServlet.NAME;
        }
    }

    /**
     * The text of a page.
     *
     * @param asked of which page
     * @param version to be told in
     * @param words whether word by word, else line by line
     */
    record PageTexts(Asked asked, ApiVersion version, boolean words) implements Route {
        @Override
        public String servlet() {
            return AnnotationsServlet.NAME;
        }
    }

    /**
     * The words of a canvas, as the Internet Archive names them.
     *
     * @param asked of which item
     * @param version to be told in
     * @param file that they stand in
     * @param canvas counts from 1
     */
    record CanvasWords(Asked asked, ApiVersion version, String file, int canvas) implements Route {
        @Override
        public String servlet() {
            return AnnotationsServlet.NAME;
        }
    }

    /**
     * A health check.
     *
     * @param ready whether to ask the sources too, or only whether the process answers
     */
    record Health(boolean ready) implements Route {
        @Override
        public String servlet() {
            return HealthServlet.NAME;
        }
    }

    /**
     * A file of the web application itself: scripts, styles, {@code robots.txt}, the icon.
     *
     * @param path below {@code WEB-INF/static}, without a leading slash
     */
    record Static(String path) implements Route {
        @Override
        public String servlet() {
            return StaticServlet.NAME;
        }
    }

    /**
     * The same thing under its proper path.
     *
     * @param status 303 or 308
     * @param path below the public base URL, percent-encoded
     */
    record Moved(int status, String path) implements Route {
        @Override
        public String servlet() {
            return MovedServlet.NAME;
        }
    }
}
