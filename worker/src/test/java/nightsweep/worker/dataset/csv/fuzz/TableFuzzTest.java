package nightsweep.worker.dataset.csv.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables that are written as people write them are read as they mean it, or refused with the place; those that are damaged are
 * refused, or doubted by name. Nothing is silent.
 */
class TableFuzzTest {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, List<String>> faults = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void readsOrRefusesSomeTables() throws Exception {
        fuzz(0, 400);

        assertThat(faults).isEmpty();
    }

    @Test
    @Tag("drill")
    void readsOrRefusesTenThousandTables() throws Exception {
        fuzz(1_000, 11_000);

        System.out.println(counts);
        faults.forEach((kind, all) -> System.out.println(all.size() + " x " + kind + "\n    "
                + String.join("\n    ", all.subList(0, Math.min(4, all.size())))));
        assertThat(faults).isEmpty();
    }

    private void fuzz(int from, int to) throws IOException {
        for (int seed = from; seed < to; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TrueTable table = TrueTable.draw(random);
            Handwriting hand = Handwriting.draw(random);
            if (random.nextInt(2) == 0) {
                whole(seed, table, hand, random);
            } else {
                damaged(seed, table, hand, random);
            }
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("table.csv"), bytes);
    }

    private void whole(int seed, TrueTable table, Handwriting hand, SplittableRandom random) throws IOException {
        Path file = file(hand.bytes(hand.lines(table, random), random));
        Reading reading = Reading.of(file, table, hand);
        if (reading.refusal().isPresent()) {
            String why = reading.refusal().get();
            count("whole, refused");
            if (!hand.mayBeRefused(table) && !saysNothing(why)) {
                fault("whole table refused", seed, why);
            } else if (!hasPlace(why)) {
                fault("refused without a place", seed, why);
            }
            return;
        }
        count("whole, read");
        reading.difference(table)
                .filter(what -> reading.told().stream().noneMatch(told -> told.startsWith("unsure-thousands")))
                .ifPresent(what -> fault("misread", seed, what));
    }

    private static boolean hasPlace(String refusal) {
        return refusal.matches("(?s).*(line [0-9]+|column \"|column [0-9]).*");
    }

    /** Columns of names and ids alone, which are named. */
    private static boolean saysNothing(String refusal) {
        return refusal.contains("no column but the label says anything");
    }

    private void damaged(int seed, TrueTable table, Handwriting hand, SplittableRandom random) throws IOException {
        List<Harm> all = List.of(Harm.values());
        Harm harm = all.get(random.nextInt(all.size()));
        Optional<Harm.Damaged> damaged = harm.to(table, hand, random);
        if (damaged.isEmpty()) {
            count("cannot be harmed");
            return;
        }
        Reading reading = Reading.of(file(damaged.get().bytes()), table, hand);
        String told = reading.refusal().orElseGet(() -> String.join("\n", reading.told()));
        count(harm + (reading.refusal().isPresent() ? ", refused" : ", told"));
        boolean refusedAnyway = hand.mayBeRefused(table) && hasPlace(told);
        if (!damaged.get().expected().matcher(told).find() && !refusedAnyway && !saysNothing(told)) {
            fault(
                    harm + (reading.refusal().isPresent() ? " refused in other words" : " is silent"),
                    seed,
                    damaged.get().expected() + " in " + told);
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void fault(String kind, int seed, String what) {
        faults.computeIfAbsent(kind, added -> new ArrayList<>()).add(seed + ": " + what.replace("\n", " / "));
    }
}
