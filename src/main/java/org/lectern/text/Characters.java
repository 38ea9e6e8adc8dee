package org.lectern.text;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lectern.blob.Blob;

/**
 * The characters of a file: UTF-16 by its mark or by its first character, what the declaration of XML or the meta
 * element of HTML says, or UTF-8, in which a wrong byte becomes a replacement character.
 */
final class Characters {

    private static final int HEAD = 1024; // bytes, in which HTML wants the declaration
    private static final int BUFFER = 1 << 16;
    private static final Pattern DECLARED = Pattern.compile(
            "^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']"
                    + "|<meta[^>]*\\bcharset\\s*=\\s*[\"']?([A-Za-z][A-Za-z0-9._-]*)",
            Pattern.CASE_INSENSITIVE);

    private Characters() {}

    /** Reads them from the first; the blob is closed by its owner. */
    static Reader of(Blob blob) {
        return new InputStreamReader(new BufferedInputStream(new BlobInput(blob), BUFFER), charset(blob.head(HEAD)));
    }

    /** What the first bytes say. */
    static Charset charset(byte[] head) {
        String first = new String(head, StandardCharsets.ISO_8859_1);
        if (first.startsWith("\u00fe\u00ff") || first.startsWith("\0<")) {
            return StandardCharsets.UTF_16BE;
        }
        if (first.startsWith("\u00ff\u00fe") || first.startsWith("<\0")) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = DECLARED.matcher(first);
        if (first.startsWith("\u00ef\u00bb\u00bf") || !declared.find()) {
            return StandardCharsets.UTF_8;
        }
        return charset(declared.group(1) == null ? declared.group(2) : declared.group(1));
    }

    /** Many who write Windows' own characters call them Latin 1, which has nothing in their places. */
    private static Charset charset(String name) {
        String known = name.toLowerCase(Locale.ROOT);
        if (known.equals("iso-8859-1") || known.equals("latin1")) {
            return charset("windows-1252");
        }
        boolean isOneByte = known.startsWith("iso-8859-") || known.startsWith("windows-") || known.startsWith("koi8-");
        return isOneByte && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    /** A blob from its first byte on. */
    private static final class BlobInput extends InputStream {
        private final Blob blob;
        private long at;

        BlobInput(Blob blob) {
            this.blob = blob;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (count == 0) {
                return 0;
            }
            int n = blob.read(at, into, from, count);
            at += Math.max(0, n);
            return n;
        }
    }
}
