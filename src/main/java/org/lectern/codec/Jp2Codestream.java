package org.lectern.codec;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriteParamJava;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import com.github.jaiimageio.jpeg2000.impl.RenderedImageSrc;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import jj2000.j2k.codestream.writer.FileCodestreamWriter;
import jj2000.j2k.codestream.writer.HeaderEncoder;
import jj2000.j2k.entropy.encoder.EntropyCoder;
import jj2000.j2k.entropy.encoder.PostCompRateAllocator;
import jj2000.j2k.image.ImgDataConverter;
import jj2000.j2k.image.Tiler;
import jj2000.j2k.image.forwcomptransf.ForwCompTransf;
import jj2000.j2k.quantization.quantizer.Quantizer;
import jj2000.j2k.roi.encoder.ROIScaler;
import jj2000.j2k.wavelet.analysis.ForwardWT;
import org.lectern.pixels.Pixels;

/**
 * Writes the codestream of a picture by the coder inside jai-imageio, its stages put together here: the library's own
 * writer goes by a temporary file each time, whose name Java then keeps until it ends. Large pictures are cut into
 * tiles, because the coder holds the samples of one tile as integers, several times.
 */
final class Jp2Codestream {

    /** A tile has no more of these a side. */
    static final int TILE_AT_MOST = 1024;

    private static final int LEVELS_AT_MOST = 5;
    private static final int LEAST_BYTES = 1024; // so that the headers of a tiny picture find room

    private final J2KImageWriterSpi provider = new J2KImageWriterSpi();
    private final int ratio;

    /** With how many times smaller than its samples it shall be; 1 keeps every sample. */
    Jp2Codestream(int ratio) {
        this.ratio = ratio;
    }

    /** Writes it, and closes the stream. */
    void write(BufferedImage image, OutputStream out) throws IOException {
        var writer = (J2KImageWriter) provider.createWriterInstance();
        try {
            write(image, parameters(image), writer, new FileCodestreamWriter(out, Integer.MAX_VALUE));
        } finally {
            writer.dispose();
        }
    }

    private J2KImageWriteParamJava parameters(BufferedImage image) {
        var param = new J2KImageWriteParam();
        int across = tile(image.getWidth());
        int down = tile(image.getHeight());
        param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        param.setTiling(across, down, 0, 0);
        param.setComponentTransformation(Pixels.bands(image) >= 3);
        param.setNumDecompositionLevels(levels(Math.min(across, down)));
        if (ratio > 1) {
            double pixels = (double) image.getWidth() * image.getHeight();
            double share = Pixels.bands(image) * (double) Pixels.bits(image) / ratio;
            param.setEncodingRate(Math.max(share, LEAST_BYTES * 8 / pixels));
        }
        var parameters = new J2KImageWriteParamJava(new IIOImage(image, null, null), param);
        if (ratio == 1) {
            parameters.setLossless(true);
            parameters.setQuantizationType("reversible");
            parameters.setFilters(J2KImageWriteParam.FILTER_53);
        }
        return parameters;
    }

    /** Tiles are equal but for a few pixels: one that is a single column is coded badly. */
    private static int tile(int side) {
        int tiles = (side + TILE_AT_MOST - 1) / TILE_AT_MOST;
        return (side + tiles - 1) / tiles;
    }

    private static int levels(int shorter) {
        return Math.min(LEVELS_AT_MOST, 31 - Integer.numberOfLeadingZeros(shorter));
    }

    private static void write(BufferedImage image, J2KImageWriteParamJava parameters, J2KImageWriter writer,
            FileCodestreamWriter out) throws IOException {
        var samples = new RenderedImageSrc(image, parameters, writer);
        var tiler = new Tiler(samples, 0, 0, 0, 0, parameters.getTileWidth(), parameters.getTileHeight());
        ForwardWT wavelet = ForwardWT.createInstance(
                new ImgDataConverter(new ForwCompTransf(tiler, parameters)), parameters);
        ROIScaler scaler = ROIScaler.createInstance(Quantizer.createInstance(wavelet, parameters), parameters);
        PostCompRateAllocator allocator = PostCompRateAllocator.createInstance(
                coder(scaler, parameters), (float) parameters.getEncodingRate(), out, parameters);
        var signs = new boolean[samples.getNumComps()];
        var header = new HeaderEncoder(samples, signs, wavelet, tiler, parameters, scaler, allocator);
        allocator.setHeaderEncoder(header);
        header.encodeMainHeader(); // once for its length, which the rate includes
        allocator.initialize();
        header.reset();
        header.encodeMainHeader();
        out.commitBitstreamHeader(header);
        allocator.runAndWrite();
        out.close();
    }

    private static EntropyCoder coder(ROIScaler scaler, J2KImageWriteParamJava parameters) {
        return EntropyCoder.createInstance(scaler, parameters, parameters.getCodeBlockSize(),
                parameters.getPrecinctPartition(), parameters.getBypass(), parameters.getResetMQ(),
                parameters.getTerminateOnByte(), parameters.getCausalCXInfo(), parameters.getCodeSegSymbol(),
                parameters.getMethodForMQLengthCalc(), parameters.getMethodForMQTermination());
    }
}
