package org.shuqi.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.Map;

/** Draws a QR code (ISO/IEC 18004). */
final class QrCode {

    /** Light squares around the code, without which cameras do not find it. */
    private static final int QUIET = 4;

    private QrCode() {}

    static Paper.Code of(String content) {
        try {
            var code = Encoder.encode(content, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
            return drawn(content, code.getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalStateException("no code can hold " + content.length() + " characters", tooLong);
        }
    }

    private static Paper.Code drawn(String content, ByteMatrix matrix) {
        var bars = new ArrayList<Paper.Bar>();
        for (var y = 0; y < matrix.getHeight(); y++) {
            var x = 0;
            while (x < matrix.getWidth()) {
                var start = x;
                while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    bars.add(new Paper.Bar(start + QUIET, y + QUIET, x - start));
                } else {
                    x++;
                }
            }
        }
        return new Paper.Code(content, matrix.getWidth() + 2 * QUIET, bars);
    }
}
