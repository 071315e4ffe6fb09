package nightsweep.benchmark.curves;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * All settings to a first epoch, the best of them to a second one, and so on; each time all must have come there
 * (successive halving, Jamieson and Talwalkar, AISTATS 2016). With one step it is to keep the best after an epoch.
 */
final class Halving implements Strategy {
    private final List<Integer> epochs;
    private final List<Integer> kept;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final List<Ranked> results = new ArrayList<>();
    private int round;
    private int awaited;

    /**
     * @param epochs of each round
     * @param kept how many settings each round begins with
     */
    Halving(List<Integer> epochs, List<Integer> kept) {
        this.epochs = List.copyOf(epochs);
        this.kept = List.copyOf(kept);
        for (int setting = 0; setting < kept.get(0); setting++) {
            results.add(new Ranked(0, setting));
        }
        begin();
    }

    private void begin() {
        Collections.sort(results);
        int from = round == 0 ? 0 : epochs.get(round - 1);
        results.stream()
                .limit(kept.get(round))
                .forEach(one -> waiting.add(new Job(one.setting(), from, epochs.get(round))));
        awaited = waiting.size();
        results.clear();
    }

    @Override
    public Optional<Job> next() {
        return Optional.ofNullable(waiting.poll());
    }

    @Override
    public void ended(Job job, double loss) {
        results.add(new Ranked(loss, job.setting()));
        awaited--;
        if (awaited == 0 && round < epochs.size() - 1) {
            round++;
            begin();
        }
    }
}
