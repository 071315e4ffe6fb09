package nightsweep.worker.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nightsweep.worker.dataset.idx.IdxBytes;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {
    private static final byte[] PIECE = IdxBytes.gzip("a,1\n".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 18, 19, 30, 100_000})
    void refusesWhatFollowsTheEnd(int surplus) {
        byte[] garbage = new byte[surplus];
        garbage[surplus - 1] = 'x';

        assertThatThrownBy(() -> read(PIECE, garbage))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bytes follow the end of what is compressed");
    }

    @Test
    void readsPiecesOneAfterAnotherAndPassesPaddingOver() throws Exception {
        assertThat(read(PIECE, PIECE, PIECE)).isEqualTo("a,1\na,1\na,1\n");
        assertThat(read(PIECE, new byte[500])).isEqualTo("a,1\n");
    }

    private String read(byte[]... pieces) throws IOException, DataException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.write(piece);
        }
        Path file = Files.write(folder.resolve("file.gz"), all.toByteArray());
        return new DataFile(new Configuration(), file.toString())
                .read(in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
}
