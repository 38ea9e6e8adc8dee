package org.lectern.blob;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Names of zip members without the UTF-8 flag. The format says code page 437; in practice most tools
 * on Linux and macOS write UTF-8 without saying so. What is well-formed UTF-8 is read as that: text
 * in code page 437 hardly ever is.
 */
final class ZipName {

    /** Characters 128 to 255 of code page 437. */
    private static final String UPPER = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»"
            + "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
            + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

    private ZipName() {}

    static String of(byte[] raw) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException notUtf8) {
            return codePage437(raw);
        }
    }

    private static String codePage437(byte[] raw) {
        StringBuilder name = new StringBuilder(raw.length);
        for (byte b : raw) {
            name.append(b >= 0 ? (char) b : UPPER.charAt(b & 0x7f));
        }
        return name.toString();
    }
}
