package org.lectern.pdf;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** What a page that holds nothing but pictures can show, from the least to the most. */
public enum Tone {
    /** Black and white. */
    BITONAL,
    /** Shades of grey. */
    GRAY,
    /** Anything. */
    COLOR;

    private static final Set<String> GRAY_SPACES = Set.of("DeviceGray", "G", "CalGray");

    /** The tone of a picture by its dictionary; colour where that does not tell, as of a stencil for some paint. */
    static Tone of(COSDictionary image) {
        boolean stencil = image.getBoolean(COSName.IMAGE_MASK, COSName.IM, false);
        boolean masked = image.containsKey(COSName.SMASK) || image.containsKey(COSName.MASK);
        if (stencil || !isGray(image.getDictionaryObject(COSName.COLORSPACE, COSName.CS))) {
            return COLOR;
        }
        return !masked && image.getInt(COSName.BITS_PER_COMPONENT, COSName.BPC) == 1 ? BITONAL : GRAY;
    }

    private static boolean isGray(COSBase space) {
        if (space instanceof COSName name) {
            return GRAY_SPACES.contains(name.getName());
        }
        if (!(space instanceof COSArray array) || array.size() == 0) {
            return false;
        }
        boolean byProfile = COSName.ICCBASED.equals(array.getObject(0))
                && array.size() > 1
                && array.getObject(1) instanceof COSStream profile
                && profile.getInt(COSName.N) == 1;
        return byProfile || array.getObject(0) instanceof COSName family && GRAY_SPACES.contains(family.getName());
    }

    /** The richer of two. */
    Tone with(Tone other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
