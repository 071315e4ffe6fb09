package nightsweep.benchmark.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nightsweep.experiments.search.Draws;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.search.Search;
import nightsweep.experiments.search.Step;
import nightsweep.experiments.search.choice.Method;
import nightsweep.experiments.search.space.Point;

/**
 * What searchers find on whole tables, through the seam that trials go through: regret after 25, 50 and 100 proposals, mean
 * over the tables of a family and over seeds.
 *
 * @param seeds how many searches a table, with the seeds from 0
 * @param window how many proposals may be open
 */
public record TableBenchmark(Path folder, List<Method> methods, int seeds, int window) {
    private static final List<Integer> AFTER = List.of(25, 50, 100);
    private static final int TRIALS = 100;
    private static final int SEEN_STREAM = 1 << 20;

    /**
     * Runs it and tells what it finds, line by line.
     *
     * @throws IOException where a table cannot be read, or there is none
     */
    public void run(Consumer<String> told) throws IOException {
        Map<TableFamily, List<Path>> families = families(told);
        if (families.isEmpty()) {
            throw new IOException("There is no table in " + folder + ". Tables are CSV files whose names begin with "
                    + "fcnet, hpobench or nasbench.");
        }
        for (Map.Entry<TableFamily, List<Path>> family : families.entrySet()) {
            List<SearchTable> tables = new ArrayList<>();
            for (Path file : family.getValue()) {
                tables.add(new SearchTable(Rows.of(file), family.getKey()));
            }
            told.accept(String.format(
                    Locale.ROOT,
                    "%s: %d tables x %d seeds, regret after 25 / 50 / 100 (0 the best, 1 the median)",
                    family.getKey().word(),
                    tables.size(),
                    seeds));
            for (Method method : methods) {
                told.accept(line(tables, method));
            }
        }
    }

    private Map<TableFamily, List<Path>> families(Consumer<String> told) throws IOException {
        Map<TableFamily, List<Path>> families = new LinkedHashMap<>();
        for (Path file : Rows.files(folder)) {
            Optional<TableFamily> family = TableFamily.of(Rows.name(file));
            if (family.isPresent()) {
                families.computeIfAbsent(family.get(), one -> new ArrayList<>()).add(file);
            } else {
                told.accept(file.getFileName() + " is passed over: no family of tables that is known.");
            }
        }
        return families;
    }

    private String line(List<SearchTable> tables, Method method) {
        double[] regrets = new double[AFTER.size()];
        int distinct = TRIALS;
        long nanos = 0;
        for (SearchTable table : tables) {
            for (int seed = 0; seed < seeds; seed++) {
                Found found = search(table, method, seed);
                for (int i = 0; i < regrets.length; i++) {
                    regrets[i] += found.regrets.get(i) / (tables.size() * seeds);
                }
                distinct = Math.min(distinct, found.distinct);
                nanos += found.nanos;
            }
        }
        return String.format(
                Locale.ROOT,
                "  %-7s %.3f / %.3f / %.3f  %d distinct of %d  %.2f ms a proposal",
                method.label(),
                regrets[0],
                regrets[1],
                regrets[2],
                distinct,
                TRIALS,
                nanos / 1e6 / (tables.size() * seeds * TRIALS));
    }

    private record Found(List<Double> regrets, int distinct, long nanos) {}

    private Found search(SearchTable table, Method method, long seed) {
        Search search = new Search(
                table.space(),
                method.searcher(table.space(), seed),
                new Search.Settings(seed, TRIALS, window, List.of()));
        Set<Point> points = new HashSet<>();
        List<Double> regrets = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double regret = Double.NaN;
        long nanos = 0;
        while (true) {
            long from = System.nanoTime();
            Step step = search.next();
            nanos += System.nanoTime() - from;
            if (!(step instanceof Step.Try next)) {
                break;
            }
            Proposal proposal = next.proposal();
            points.add(proposal.point());
            double loss = table.seen(proposal.point(), Draws.of(seed, proposal.number(), SEEN_STREAM));
            if (loss < least) {
                least = loss;
                regret = table.regret(proposal.point());
            }
            search.tell(proposal.number(), loss);
            if (AFTER.contains(proposal.number())) {
                regrets.add(regret);
            }
        }
        while (regrets.size() < AFTER.size()) {
            regrets.add(regret);
        }
        return new Found(List.copyOf(regrets), points.size(), nanos);
    }
}
