package org.lectern.jpeg2000;

import org.lectern.blob.BytesBlob;

/** Headers of small codestreams, for tests. */
final class Headers {

    static final int SIZ = 0xff51;
    static final int COD = 0xff52;
    static final int COC = 0xff53;
    static final int TLM = 0xff55;
    static final int PLM = 0xff57;
    static final int PLT = 0xff58;
    static final int QCD = 0xff5c;
    static final int QCC = 0xff5d;
    static final int RGN = 0xff5e;
    static final int POC = 0xff5f;
    static final int PPM = 0xff60;
    static final int PPT = 0xff61;
    static final int CRG = 0xff63;
    static final int COM = 0xff64;
    static final int SOT = 0xff90;
    static final int SOD = 0xff93;
    static final int EOC = 0xffd9;

    private Headers() {}

    static Bytes of() {
        return new Bytes();
    }

    /** SOC and SIZ, components of eight bits. */
    static Bytes sized(int width, int height, int tileWidth, int tileHeight, int components) {
        Bytes siz = of().u16(0).u32(width, height, 0, 0, tileWidth, tileHeight, 0, 0).u16(components);
        for (int i = 0; i < components; i++) {
            siz.u8(7, 1, 1);
        }
        return of().u16(0xff4f).segment(SIZ, siz);
    }

    /** COD of 64 × 64 code-blocks by the 5/3, LRCP. */
    static Bytes cod(int layers, int transform, int levels) {
        return of().u8(0, 0).u16(layers).u8(transform, levels, 4, 4, 0, 1);
    }

    /** QCD without quantisation, the exponent of each sub-band counted up from 8. */
    static Bytes qcd(int levels) {
        Bytes qcd = of().u8(2 << 5);
        for (int i = 0; i <= 3 * levels; i++) {
            qcd.u8(8 + i % 20 << 3);
        }
        return qcd;
    }

    /** A complete main header of 16 × 8 in tiles of 8 × 8. */
    static Bytes two() {
        return sized(16, 8, 8, 8, 1).segment(COD, cod(1, 0, 1)).segment(QCD, qcd(1));
    }

    /** A tile-part with SOD. */
    static Bytes part(int tile, int part, int parts, Bytes header, int bytes) {
        return of().raw(sot(tile, 14L + header.size() + bytes, part, parts).array()).raw(header.array())
                .u16(SOD).raw(new byte[bytes]);
    }

    static Bytes sot(int tile, long length, int part, int parts) {
        return of().u16(SOT, 10, tile).u32(length).u8(part, parts);
    }

    static BytesBlob blob(Bytes bytes) {
        return new BytesBlob("tiny.j2k", bytes.array());
    }

    static MainHeader main(Bytes bytes) {
        BytesBlob blob = blob(bytes);
        return MainHeader.read(blob, 0, blob.length());
    }

    /** A JP2 file of these boxes in the header, and a codestream. */
    static Bytes jp2(Bytes header, Bytes codestream) {
        return of().u32(12).text("jP  ").u8(0x0d, 0x0a, 0x87, 0x0a)
                .box("ftyp", of().text("jp2 ").u32(0).text("jp2 "))
                .box("jp2h", header)
                .box("jp2c", codestream);
    }
}
