package nightsweep.driver.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
    private static final List<BundledData> DATA = List.of(new BundledData("xor", "0123abcd"));
    private static final String ZEROS = "0".repeat(64);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void givesBackWhatWasBundled(long seed) throws IOException {
        Map<String, byte[]> files = files(new Random(seed));

        byte[] bytes = bundled(files);
        Bundle bundle = open(bytes);

        assertThat(bundled(files)).isEqualTo(bytes);
        assertThat(bundle.sweep()).isEqualTo("planes");
        assertThat(bundle.data()).isEqualTo(DATA);
        assertThat(bundle.names()).containsExactlyElementsOf(files.keySet());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(bundle.bytes(file.getKey())).hasValue(file.getValue());
            assertThat(bundle.length(file.getKey())).hasValue((long) file.getValue().length);
        }
        assertThat(bundle.bytes("absent")).isEmpty();
    }

    @Test
    void isAZipOfOneFolder() throws IOException {
        Path place = Files.write(folder.resolve("run.zip"), bundled(Map.of("journal/ab/x.json", text("{}"))));

        try (ZipFile zip = new ZipFile(place.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("planes/journal/ab/x.json", "planes/bundle.json");
            byte[] content =
                    zip.getInputStream(zip.getEntry("planes/journal/ab/x.json")).readAllBytes();
            assertThat(content).isEqualTo(text("{}"));
        }
    }

    @Test
    void isRefusedWhereverItWasCutOff() throws IOException {
        byte[] bytes = bundled(Map.of("sweep.yaml", text("name: planes\n")));

        for (int length = 0; length < bytes.length; length += length > bytes.length - 150 ? 1 : 29) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> open(cut)).isInstanceOf(IOException.class).hasMessageContaining("cut off");
        }
    }

    @Test
    void givesNothingElseWhicheverByteWasChanged() throws IOException {
        Map<String, byte[]> files =
                Map.of("sweep.yaml", text("name: planes\n"), "journal/ab/x.json", text("{\"a\": 1}"));
        byte[] bytes = bundled(files);
        int refused = 0;

        for (int at = 0; at < bytes.length; at += 3) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x20;
            try {
                Bundle bundle = open(changed);
                for (String name : bundle.names()) {
                    assertThat(bundle.bytes(name)).hasValue(files.get(name));
                }
            } catch (IOException e) {
                refused++;
                assertThat(e).hasMessageStartingWith("Cannot read ").hasMessageContaining("bundle");
            }
        }
        assertThat(refused).isGreaterThan(bytes.length / 9);
    }

    @Test
    void saysWhatIsNoBundle() throws IOException {
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(other)) {
            zip.putNextEntry(new ZipEntry("sweep.yaml"));
        }

        for (byte[] foreign : List.of(other.toByteArray(), text("name: planes\n".repeat(100)), new byte[0])) {
            assertThatThrownBy(() -> open(foreign))
                    .hasMessageContaining("run.zip as a run: it is a file, and no bundle that nightsweep bundle wrote");
        }
        byte[] later = bundled(Map.of());
        later[later.length - Trailer.LENGTH + "nightsweep bundle ".length()] = '2';
        assertThatThrownBy(() -> open(later)).hasMessageContaining("another version of Nightsweep made this bundle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "/etc/passwd",
                "a/../../b",
                "a//b",
                "./a",
                "a\\..\\b",
                "C:/a",
                "",
                "a/",
                "a\u0000b",
                ".."
            })
    void refusesNamesThatLeadOut(String name) {
        assertThatThrownBy(() -> open(forged(manifest(name, 0, 1, 1))))
                .hasMessageContaining("could lead out of a folder");
        assertThatThrownBy(() -> bundled(Map.of(name, text("x")))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1099511627776, would take 1099511627776 bytes",
        "0, 1, -1, would take -1 bytes",
        "0, 99999, 1, would stand beyond its end",
        "9223372036854775807, 1, 1, would stand beyond its end",
        "-1, 1, 1, does not stand where a file can"
    })
    void refusesSizesThatCannotBe(long at, long packed, long bytes, String problem) {
        assertThatThrownBy(() -> open(forged(manifest("a", at, packed, bytes)))).hasMessageContaining(problem);
    }

    @Test
    void refusesWhatIsInItTwice() {
        String twice = manifest("a", 0, 1, 1).replaceFirst("\"files\":\\[(.*)]}", "\"files\":[$1,$1]}");

        assertThatThrownBy(() -> open(forged(twice))).hasMessageContaining("\"a\" is in it twice");
    }

    @Test
    void unpacksNoMoreThanWasTold() throws IOException {
        byte[] large = new byte[1 << 24];
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(large);
        deflater.finish();
        byte[] packed = Arrays.copyOf(new byte[1 << 16], 1 << 16);
        int length = deflater.deflate(packed);
        deflater.end();
        byte[] bytes = forged(Arrays.copyOf(packed, length), at -> manifest("a", at, length, 10));

        assertThatThrownBy(() -> open(bytes).bytes("a")).hasMessageContaining("\"a\" in it is not what was bundled");
    }

    @Test
    void isReadAsAFolderAndNeverWritten() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("journal/ab/x.json", text("{}"));
        files.put("journal/cd/y.json", text("[]"));
        files.put("sweep.yaml", text("name: planes\n"));
        Bundle bundle = open(bundled(files));
        org.apache.hadoop.fs.Path root = bundle.path();
        WholeFiles folder = new WholeFiles(new BundleFiles(bundle, new Configuration()), new Configuration());
        org.apache.hadoop.fs.Path sweep = new org.apache.hadoop.fs.Path(root, "sweep.yaml");

        assertThat(folder.read(sweep)).hasValue("name: planes\n");
        assertThat(folder.names(root)).containsExactly("journal", "sweep.yaml");
        assertThat(folder.namesBelow(new org.apache.hadoop.fs.Path(root, "journal")))
                .containsExactly("x.json", "y.json");
        assertThat(folder.names(new org.apache.hadoop.fs.Path(root, "absent"))).isEmpty();
        assertThat(folder.read(new org.apache.hadoop.fs.Path(root, "absent"))).isEmpty();
        assertThatThrownBy(() -> folder.write(sweep, "x", Durability.WHOLE))
                .hasMessageContaining("is a bundle, which is only read. Unpack it and name the folder: unzip ")
                .hasMessageEndingWith(" makes the folder planes.");
        assertThatThrownBy(() -> folder.create(new org.apache.hadoop.fs.Path(root, "absent"), "x"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> folder.delete(sweep)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> folder.rename(sweep, "other")).isInstanceOf(IOException.class);
        assertThat(folder.read(sweep)).hasValue("name: planes\n");
    }

    private static Map<String, byte[]> files(Random random) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            byte[] content = new byte[random.nextInt(3_000)];
            random.nextBytes(content);
            if (random.nextBoolean()) {
                Arrays.fill(content, (byte) 'a');
            }
            files.put("journal/" + i + "/t-\u00e9" + random.nextInt(1_000) + ".json", content);
        }
        return files;
    }

    private static byte[] bundled(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BundleWriter writer = new BundleWriter(bytes, "planes");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            writer.add(file.getKey(), file.getValue());
        }
        writer.finish(DATA);
        return bytes.toByteArray();
    }

    private static String manifest(String name, long at, long packed, long bytes) {
        String quoted = name.replace("\\", "\\\\").replace("\u0000", "\\u0000");
        return "{\"sweep\":\"planes\",\"data\":[],\"files\":[{\"name\":\"" + quoted + "\",\"bytes\":" + bytes
                + ",\"sha256\":\"" + ZEROS + "\",\"at\":" + at + ",\"packed\":" + packed + "}]}";
    }

    private interface At {
        String manifest(int at);
    }

    private static byte[] forged(String manifest) {
        return forged(new byte[0], at -> manifest);
    }

    /** Some bytes, and a manifest that says of them what it likes. */
    private static byte[] forged(byte[] before, At manifest) {
        byte[] json = text(manifest.manifest(0));
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(json);
        deflater.finish();
        byte[] packed = new byte[json.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before);
        bytes.write(packed, 0, length);
        bytes.writeBytes(text(new Trailer(before.length, length, Sha256.of(json)).text()));
        return bytes.toByteArray();
    }

    private Bundle open(byte[] bytes) throws IOException {
        Path place = Files.write(folder.resolve("run.zip"), bytes);
        Configuration hadoop = new Configuration();
        return Bundle.open(
                new org.apache.hadoop.fs.Path(place.toUri()),
                FileSystem.getLocal(hadoop).getRawFileSystem());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
