package nightsweep.driver.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes are those of the examples in protocol buffers' own description, and of its own library. */
class MessageTest {
    private static String hex(Message message) {
        return HexFormat.of().formatHex(message.bytes());
    }

    @Test
    void writesWholeNumbersInGroupsOfSevenBits() {
        assertThat(hex(new Message().whole(1, 150))).isEqualTo("089601");
        assertThat(hex(new Message().whole(1, 0))).isEqualTo("0800");
        assertThat(hex(new Message().whole(1, 127).whole(1, 128))).isEqualTo("087f088001");
        assertThat(hex(new Message().whole(2, -1))).isEqualTo("10ffffffffffffffffff01");
        assertThat(hex(new Message().whole(16, 1))).isEqualTo("800101");
    }

    @Test
    void writesRealNumbersWithTheLeastSignificantByteFirst() {
        assertThat(hex(new Message().real(1, 1.5))).isEqualTo("09000000000000f83f");
        assertThat(hex(new Message().single(2, -2f))).isEqualTo("15000000c0");
        assertThat(hex(new Message().reals(6, List.of(1.0)))).isEqualTo("3208000000000000f03f");
    }

    @Test
    void countsTheBytesOfTextsAndMessages() {
        assertThat(hex(new Message().text(2, "testing"))).isEqualTo("120774657374696e67");
        assertThat(hex(new Message().text(2, "é"))).isEqualTo("1202c3a9");
        assertThat(hex(new Message().nested(3, new Message().whole(1, 150)))).isEqualTo("1a03089601");
        assertThat(new Message().text(1, "x".repeat(300)).bytes()).hasSize(303).startsWith(0x0a, 0xac, 0x02);
    }
}
