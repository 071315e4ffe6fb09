package nightsweep.driver.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The page's data as JSON that can stand within an HTML script element, whatever is in it. */
public final class PageJson {
    /** More than a reader or a chart can tell apart, of what is near 0. */
    private static final MathContext DIGITS = new MathContext(6);

    /** As many decimals as are shown, and one more, of what is not. */
    private static final int DECIMALS = 5;

    private static final double LARGE = 10;
    private static final double HUGE = 1e10;

    private static final ObjectMapper MAPPER = new ObjectMapper(factory())
            .registerModule(new SimpleModule()
                    .addSerializer(Double.class, new Figure())
                    .addSerializer(double.class, new Figure()));

    private PageJson() {}

    /** Without a single {@code <}: no name can end the element. */
    public static String text(Record data) {
        try {
            return MAPPER.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Records of plain values can always be written.", e);
        }
    }

    private static JsonFactory factory() {
        JsonFactory factory = new JsonFactory();
        factory.setCharacterEscapes(new NoMarkup());
        return factory;
    }

    private static final class Figure extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                BigDecimal exact = new BigDecimal(value);
                double size = Math.abs(value);
                BigDecimal rounded = size < LARGE || size >= HUGE
                        ? exact.round(DIGITS)
                        : exact.setScale(DECIMALS, RoundingMode.HALF_UP);
                out.writeNumber(rounded.stripTrailingZeros());
            } else {
                out.writeNull();
            }
        }
    }

    private static final class NoMarkup extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int[] ASCII = escapes();

        private static int[] escapes() {
            int[] escapes = standardAsciiEscapesForJSON();
            escapes['<'] = ESCAPE_STANDARD;
            return escapes;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ASCII.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
