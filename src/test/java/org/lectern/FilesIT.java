package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Wire.Reply;
import org.lectern.blob.MapCache;
import org.lectern.cache.EhcacheCaches;
import org.lectern.cache.Tiers;
import org.lectern.codec.Codecs;
import org.lectern.codec.EncoderSettings;
import org.lectern.codec.Encoders;
import org.lectern.codec.JpegDecoder;
import org.lectern.codec.JpxPictures;
import org.lectern.codec.PdfDecoder;
import org.lectern.codec.PngDecoder;
import org.lectern.core.ApiVersion;
import org.lectern.image.Limits;
import org.lectern.jpeg.BaselineEncoder;
import org.lectern.jpeg.ChromaSampling;
import org.lectern.jpeg2000.Jpeg2000Reader;
import org.lectern.pdf.PdfLimits;
import org.lectern.pdf.PdfPages;
import org.lectern.render.Admission;
import org.lectern.render.Renderer;
import org.lectern.service.Access;
import org.lectern.service.BookPdfService;
import org.lectern.service.FileService;
import org.lectern.service.Library;
import org.lectern.service.Links;
import org.lectern.service.Pictures;
import org.lectern.source.FolderSource;
import org.lectern.source.Resolver;
import org.lectern.transform.Look;
import org.lectern.web.BookPdfServlet;
import org.lectern.web.CachePolicy;
import org.lectern.web.Cors;
import org.lectern.web.CorsFilter;
import org.lectern.web.ErrorFilter;
import org.lectern.web.ErrorServlet;
import org.lectern.web.Exchange;
import org.lectern.web.Outbox;
import org.lectern.web.Pages;
import org.lectern.web.Problems;
import org.lectern.web.Proxies;
import org.lectern.web.PublicUrl;
import org.lectern.web.ResourceServlet;
import org.lectern.web.RouteFilter;

/** Files of items and items as PDF, by HTTP. */
class FilesIT {

    private static final byte[] JPEG = jpeg(300, 400);
    private static final long HUGE = 3L << 30;
    private static final String HOCR = "<html><head><meta charset='utf-8'/></head><body><script>steal()</script>ocr</body></html>";

    @TempDir
    private static Path folder;

    private static TomcatServer tomcat;
    private static Wire stock;
    private static Wire wire;

    /** The routes of files over a folder whose items list them. */
    public static final class Reading implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            ServletContext context = event.getServletContext();
            Path root = folder.resolve("library");
            var source = new ListedFiles(
                    new FolderSource("files", root, new MapCache(), new MapCache(), Duration.ZERO), root);
            var library = new Library(List.of(Resolver.plain("files")), List.of(source), Access.ALL);
            var links = new Links(Links.Slash.DOLLAR);
            var reader = new Jpeg2000Reader(1 << 20, 8 << 20);
            var codecs = new Codecs(List.of(new JpegDecoder(), new PngDecoder(),
                    new PdfDecoder(new PdfPages(PdfLimits.STANDARD, new JpxPictures(reader)))), Encoders.of(EncoderSettings.STANDARD));
            var caches = EhcacheCaches.open(
                    new EhcacheCaches.Sizes(Tiers.NONE, Tiers.NONE, Tiers.NONE, Tiers.NONE), Optional.empty());
            Pictures pictures = Pictures.of(new Renderer(
                    codecs, caches, new Admission(64 << 20, Duration.ofSeconds(5)), Look.STANDARD, "test"));
            var publicUrl = new PublicUrl(Optional.empty(), Proxies.NONE);
            Pages pages = new Pages(context);
            var problems = new Problems(pages, new Cors(true), publicUrl);
            var policy = new CachePolicy(Duration.ofDays(1), Duration.ZERO, Duration.ofHours(1));
            var exchange = new Exchange(publicUrl, new org.lectern.web.Reply(pages, policy, true, new Outbox(1)), problems);
            var every = EnumSet.of(DispatcherType.REQUEST);
            context.addFilter("errors", new ErrorFilter(problems)).addMappingForUrlPatterns(every, true, "/*");
            context.addFilter("cors", new CorsFilter(new Cors(true))).addMappingForUrlPatterns(every, true, "/*");
            context.addFilter("routes", new RouteFilter(ApiVersion.V2, problems)).addMappingForUrlPatterns(every, true, "/*");
            context.addServlet("errors", new ErrorServlet(problems)).addMapping(ErrorServlet.PATTERN, "/");
            context.addServlet(ResourceServlet.NAME, new ResourceServlet(exchange, new FileService(library, links)));
            context.addServlet(BookPdfServlet.NAME,
                    new BookPdfServlet(exchange, new BookPdfService(library, pictures, links, Limits.NONE, 2)));
        }
    }

    @BeforeAll
    static void serve() throws IOException {
        Scans scans = new Scans(folder.resolve("library"))
                .picture("photo.png", 30, 20)
                .put("shelf/book/1.jpg", JPEG).picture("shelf/book/2.png", 200, 300).put("shelf/book/3.jpg", turned(JPEG))
                .damagedPicture("shelf/book/4.png", 200, 300)
                .text("shelf/book/ocr.html", HOCR).text("shelf/book/text/notes on it.txt", "äöü, and more")
                .text("shelf/book/draw.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>steal()</script></svg>")
                .text("shelf/book/run.js", "steal()").text("shelf/book/empty.txt", "").text("shelf/book/words.txt.gz", "no gzip at all")
                .text("shelf/book/.private", "secret").text("shelf/book/unlisted.txt", "secret")
                .damagedPicture("broken/1.png", 20, 30).damagedPicture("broken/2.png", 20, 30)
                .put("paper.pdf", paper(5))
                .text("secret.txt", "secret");
        try (var huge = new RandomAccessFile(scans.root().resolve("shelf/book/huge.bin").toFile(), "rw")) {
            huge.setLength(HUGE);
            huge.seek(HUGE - 3);
            huge.write("END".getBytes(StandardCharsets.US_ASCII));
        }
        tomcat = new TomcatServer(folder.resolve("tomcat"));
        Connector plain = tomcat.connector(Map.of());
        Connector lenient = tomcat.connector(
                Map.of("encodedSolidusHandling", "passthrough", "encodedReverseSolidusHandling", "passthrough"));
        tomcat.deploy("", Files.createDirectories(folder.resolve("nothing")), Reading.class).start();
        stock = TomcatServer.wire(plain, "");
        wire = TomcatServer.wire(lenient, "");
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    private static byte[] jpeg(int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = (byte) (i / 3 % width * 200 / width);
            pixels[i + 1] = (byte) (i / 3 / width * 200 / height);
        }
        return new BaselineEncoder(80, ChromaSampling.HALVED).encode(pixels, width, height, 3);
    }

    /** With an EXIF block that has it turned clockwise. */
    private static byte[] turned(byte[] jpeg) {
        byte[] exif = {(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
            1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] paper(int pages) throws IOException {
        try (var document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(new PDRectangle(200 + page, 300)));
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/iiif/resource/shelf$book/text/notes%20on%20it.txt", "/iiif/resource/shelf/book/text/notes%20on%20it.txt",
        "/iiif/resource/shelf%2Fbook/text%2Fnotes%20on%20it.txt", "/iiif/resource/%73helf$book/text/notes%20on%20it.tx%74"})
    void aFileIsGivenAsItIsInEverySpelling(String path) {
        Reply reply = wire.get(path, "Origin: https://viewer.example");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("äöü, and more");
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(reply.header("Content-Length")).isEqualTo("16");
        assertThat(reply.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(reply.header("Last-Modified")).endsWith("GMT");
        assertThat(reply.header("Content-Disposition")).isEqualTo(
                "inline; filename=\"notes on it.txt\"; filename*=UTF-8''notes%20on%20it.txt");
        assertThat(reply.header("Link"))
                .isEqualTo("<" + wire.base() + "/iiif/resource/shelf$book/text/notes%20on%20it.txt>;rel=\"canonical\"");
    }

    @Test
    void anItemThatIsAFileIsCalledAsThatFile() throws IOException {
        Reply reply = wire.get("/iiif/resource/photo.png/photo.png");
        assertThat(reply.body()).isEqualTo(Files.readAllBytes(folder.resolve("library/photo.png")));
        assertThat(reply.header("Content-Type")).isEqualTo("image/png");
        assertThat(wire.get("/iiif/resource/photo.png/x.png").status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"bytes=-3, 206, 3, END", "bytes=3221225469-, 206, 3, END", "bytes=3221225470-9999999999, 206, 2, ND",
        "bytes=3221225472-, 416, 0, ''", "'bytes=0-1,-1', 206, 0, ''", "bytes=2147483647-2147483650, 206, 4, ''"})
    void partsOfAFileLargerThanAnyArray(String range, int status, int length, String text) {
        Reply reply = wire.get("/iiif/resource/shelf$book/huge.bin", "Range: " + range);
        assertThat(reply.status()).isEqualTo(status);
        if (length > 0) {
            assertThat(reply.header("Content-Length")).isEqualTo(Integer.toString(length));
            assertThat(reply.header("Content-Range")).startsWith("bytes ").endsWith("/" + HUGE);
            assertThat(reply.text().replace("\0", "")).isEqualTo(text);
        }
        assertThat(reply.text()).doesNotContain("Exception");
    }

    @Test
    void aHeadTellsTheLengthOfAHugeFile() {
        Reply head = wire.head("/iiif/resource/shelf$book/huge.bin");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(Long.toString(HUGE));
    }

    @Test
    void conditionsHoldForWholesAndParts() {
        String path = "/iiif/resource/shelf$book/ocr.html";
        String tag = wire.get(path).header("ETag");
        assertThat(tag).matches("\"[^\"]+\"");
        assertThat(wire.get(path, "If-None-Match: " + tag).status()).isEqualTo(304);
        assertThat(wire.head(path, "If-None-Match: " + tag).status()).isEqualTo(304);
        assertThat(wire.get(path, "If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT").status()).isEqualTo(304);
        assertThat(wire.get(path, "If-Match: \"x\"").status()).isEqualTo(412);
        assertThat(wire.get(path, "Range: bytes=0-4", "If-Range: " + tag).text()).isEqualTo("<html");
        assertThat(wire.get(path, "Range: bytes=0-4", "If-Range: \"x\"").text()).isEqualTo(HOCR);
        assertThat(wire.get(path, "Accept-Encoding: gzip").header("Content-Encoding")).isEmpty();
        assertThat(wire.get("/iiif/resource/shelf$book/empty.txt", "Range: bytes=0-").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ocr.html, text/html", "draw.svg, image/svg+xml", "run.js, text/plain;charset=utf-8"})
    void whatCouldRunIsShutIn(String name, String type) {
        Reply reply = wire.get("/iiif/resource/shelf$book/" + name);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo(type);
        assertThat(reply.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'").doesNotContain("allow-");
        assertThat(wire.get("/iiif/resource/shelf$book/" + name, "Range: bytes=0-1").header("Content-Security-Policy"))
                .startsWith("sandbox");
    }

    @Test
    void whatIsCompressedAlreadyIsGivenAsItIs() {
        Reply reply = wire.get("/iiif/resource/shelf$book/words.txt.gz", "Accept-Encoding: gzip");
        assertThat(reply.header("Content-Type")).isEqualTo("application/gzip");
        assertThat(reply.header("Content-Encoding")).isEmpty();
        assertThat(reply.text()).isEqualTo("no gzip at all");
    }

    @Test
    void aFileCanBeSavedInstead() {
        assertThat(wire.get("/iiif/resource/shelf$book/ocr.html?download").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"ocr.html\"; filename*=UTF-8''ocr.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shelf$book/unlisted.txt", "shelf$book/.private", "shelf$book/%2Eprivate", "shelf$book/../../secret.txt",
        "shelf$book/..%2f..%2fsecret.txt", "shelf$book/%2e%2e/%2e%2e/secret.txt", "shelf$book/..%5c..%5csecret.txt",
        "shelf$book/%2Fetc%2Fpasswd", "shelf$book//etc/passwd", "shelf$book/1.jpg%00", "shelf$book/1.jpg%00.txt",
        "shelf$book/./1.jpg", "shelf$book/text", "shelf$book/text/", "shelf$book/1.jpg/", "shelf$book/TEXT/notes%20on%20it.txt",
        "shelf$book$0/1.jpg", "shelf/1.jpg", "secret.txt/secret.txt", "nothing/secret.txt", "..%2f/secret.txt", "%2e%2e/secret.txt",
        "shelf$book/%252e%252e/secret.txt", "shelf$book/text%2F..%2F1.jpg", "shelf$book/file:%2F%2F%2Fetc%2Fpasswd",
        "shelf$book/..;/..;/secret.txt"})
    void nothingElseIsGiven(String path) {
        for (Wire way : List.of(stock, wire)) {
            Reply reply = way.get("/iiif/resource/" + path);
            assertThat(reply.status()).as(path).isIn(400, 404);
            assertThat(reply.text()).as(path).doesNotContain("root:", folder.toString());
            assertThat(reply.text()).as(path).isNotEqualTo("secret");
            assertThat(reply.headers()).doesNotContainKeys("etag", "content-disposition", "accept-ranges");
        }
    }

    @Test
    void aProblemTellsWhereTheListIs() {
        assertThat(wire.get("/iiif/resource/shelf/book/x.pdf").json().get("detail").asString())
                .isEqualTo("'shelf/book' lists no file 'x.pdf'; those that it lists are told at " + wire.base() + "/iiif/shelf$book.");
    }

    @Test
    @Holds("PRE-054")
    void aBookIsAPdfOfItsPagesAndAJpegStaysAsItIs() throws IOException {
        Reply reply = wire.get("/iiif/pdf/shelf$book");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(reply.header("Content-Disposition")).startsWith("inline; filename=\"book.pdf\"");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
        try (PDDocument book = Loader.loadPDF(reply.body())) {
            assertThat(book.getNumberOfPages()).isEqualTo(4);
            assertThat(book.getDocumentInformation().getTitle()).isEqualTo("book");
            assertThat(book.getDocumentCatalog().getPageLabels().getLabelsByPageIndices()).containsExactly("1", "2", "3", "4");
            assertThat(raw(book, 0)).isEqualTo(JPEG);
            assertThat(raw(book, 1)).startsWith(0xff, 0xd8, 0xff);
            assertThat(raw(book, 2)).isEqualTo(turned(JPEG));
            assertThat(size(book, 0)).containsExactly(72, 96);
            assertThat(size(book, 1)).containsExactly(48, 72);
            assertThat(size(book, 2)).containsExactly(96, 72);
            assertThat(size(book, 3)).containsExactly(96, 72);
            assertThat(new PDFTextStripper().getText(book)).contains("Page 4 cannot be shown");
        }
        assertThat(wire.get("/iiif/pdf/shelf/book").body()).isEqualTo(reply.body());
        assertThat(wire.get("/iiif/pdf/shelf$book", "If-None-Match: " + reply.header("ETag")).status()).isEqualTo(304);
        assertThat(wire.head("/iiif/pdf/shelf$book").header("ETag")).isEqualTo(reply.header("ETag"));
    }

    private static byte[] raw(PDDocument book, int page) throws IOException {
        PDXObject picture = book.getPage(page).getResources().getXObject(COSName.getPDFName("P"));
        return picture.getCOSObject().createRawInputStream().readAllBytes();
    }

    private static int[] size(PDDocument book, int page) {
        PDRectangle box = book.getPage(page).getMediaBox();
        assertThat(box.getWidth()).isEqualTo(Math.round(box.getWidth()), within(0.01f));
        return new int[] {Math.round(box.getWidth()), Math.round(box.getHeight())};
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"shelf$book?pages=3, 3, book_3.pdf", "'shelf$book?pages=3,1', '3 1', 'book_3,1.pdf'",
        "shelf$book?pages=1-2&download, '1 2', book_1-2.pdf", "shelf$book$2, 3, book.pdf",
        "paper.pdf?pages=4-5, '4 5', paper_4-5.pdf"})
    void pagesAreChosenByTheirPlaces(String asked, String labels, String fileName) throws IOException {
        Reply reply = wire.get("/iiif/pdf/" + asked);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Disposition")).startsWith(asked.endsWith("download") ? "attachment" : "inline")
                .contains("filename=\"" + fileName + "\"");
        try (PDDocument book = Loader.loadPDF(reply.body())) {
            assertThat(String.join(" ", book.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())).isEqualTo(labels);
        }
        assertThat(wire.get("/iiif/pdf/" + asked).body()).isEqualTo(reply.body());
    }

    @Test
    void anItemThatIsAPdfIsThatVeryFile() throws IOException {
        Reply reply = wire.get("/iiif/pdf/paper.pdf");
        assertThat(reply.body()).isEqualTo(Files.readAllBytes(folder.resolve("library/paper.pdf")));
        assertThat(wire.get("/iiif/pdf/paper.pdf", "Range: bytes=0-3").text()).isEqualTo("%PDF");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"shelf$book?pages=5, 400", "shelf$book?pages=0, 400", "shelf$book?pages=, 400", "shelf$book?pages=all, 400",
        "shelf$book?pages=2-1, 400", "shelf, 404", "nothing, 404", "shelf$book/1.jpg, 404", "shelf$book/, 404", "broken, 422"})
    void whatIsNoBookIsAProblem(String asked, int status) {
        Reply reply = wire.get("/iiif/pdf/" + asked);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
        assertThat(reply.headers()).doesNotContainKeys("etag", "content-disposition");
    }
}
