package nightsweep.driver.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;

/**
 * Names that do harm where they are not taken for text.
 *
 * @param markup instead of the sweep's name, its description, an axis, a class and a message
 * @param foreign instead of a value and a class
 */
public record NastyNames(String markup, String foreign) {

    public MadeUpRun in(MadeUpRun run) {
        Sweep sweep = run.sweep();
        List<Axis> axes = sweep.axes().stream()
                .map(axis -> new Axis(
                        axisName(axis.name()),
                        axis.values().stream().map(this::value).toList()))
                .toList();
        List<Configuration> configurations = sweep.configurations().stream()
                .map(one -> new Configuration(
                        one.number(),
                        point(one.point()),
                        one.dataset(),
                        one.network(),
                        one.training(),
                        one.evaluation()))
                .toList();
        Sweep renamed = new Sweep(
                markup, markup, axes, configurations, sweep.objective(), sweep.repeats(), sweep.seed(), List.of());
        return run.of(renamed).labelled(List.of(markup, foreign, "c")).failing(markup);
    }

    private Map<String, String> point(Map<String, String> point) {
        Map<String, String> renamed = new LinkedHashMap<>();
        point.forEach((name, value) -> renamed.put(axisName(name), value(value)));
        return renamed;
    }

    private String axisName(String name) {
        return name.equals("activation") ? markup : name;
    }

    private String value(String value) {
        return value.equals("adam") ? foreign : value;
    }
}
