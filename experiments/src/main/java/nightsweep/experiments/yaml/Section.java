package nightsweep.experiments.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nightsweep.experiments.Named;

/**
 * Reads a mapping key by key. The keys that were asked for are the ones that there are: {@link #done} complains of
 * others.
 */
public final class Section {
    private final Problems problems;
    private final Tree.Mapping mapping;
    private final Inquiry inquiry;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> required = new LinkedHashSet<>();

    private Section(Problems problems, Tree.Mapping mapping, Inquiry inquiry) {
        this.problems = problems;
        this.mapping = mapping;
        this.inquiry = inquiry;
    }

    /** The section of {@code tree}; of what is no mapping, one without keys that complains of nothing more. */
    public static Section of(Problems problems, String name, Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            return new Section(problems, mapping, problems.inquiry());
        }
        if (!(tree instanceof Tree.Unknown)) {
            problems.add(tree.place(), name + " must be a mapping of keys to values, but got " + tree.found() + ".");
        }
        return new Section(new Problems(), new Tree.Mapping(tree.place(), Map.of()), Inquiry.NOBODY);
    }

    /** The section that a file could have had at {@code place}. */
    public static Section empty(Problems problems, Place place) {
        return new Section(problems, new Tree.Mapping(place, Map.of()), Inquiry.NOBODY);
    }

    public Problems problems() {
        return problems;
    }

    public Place place() {
        return mapping.place();
    }

    private String path(String key) {
        return place().child(0, key).key();
    }

    public Optional<Tree> find(String key) {
        known.add(key);
        return Optional.ofNullable(mapping.entries().get(key));
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** The value of a key that has no default. */
    public Tree required(String key) {
        required.add(key);
        return find(key).orElseGet(() -> {
            problems.add(place(), key + " is missing.");
            return new Tree.Unknown(place().child(place().line(), key));
        });
    }

    public Section section(String key) {
        return find(key).map(tree -> of(problems, key, tree)).orElseGet(() -> empty(problems, place()));
    }

    public int wholeNumber(String key, int otherwise, Values.WholeCheck check) {
        inquiry.whole(path(key), check);
        inquiry.usual(path(key), otherwise);
        return find(key)
                .map(tree -> Values.wholeNumber(problems, key, tree, otherwise, check))
                .orElse(otherwise);
    }

    public double number(String key, double otherwise, Values.NumberCheck check) {
        inquiry.number(path(key), check);
        inquiry.usual(path(key), otherwise);
        return find(key)
                .map(tree -> Values.number(problems, key, tree, otherwise, check))
                .orElse(otherwise);
    }

    public String text(String key, String otherwise) {
        inquiry.text(path(key));
        return find(key)
                .map(tree -> Values.text(problems, key, tree, otherwise))
                .orElse(otherwise);
    }

    public <N extends Named> N choice(String key, List<N> all, N otherwise) {
        inquiry.labels(path(key), all.stream().map(Named::label).toList());
        inquiry.usual(path(key), otherwise.label());
        return find(key)
                .filter(tree -> !(tree instanceof Tree.Unknown))
                .flatMap(tree -> {
                    String label = Values.text(problems, key, tree, "");
                    return label.isEmpty()
                            ? Optional.<N>empty()
                            : Values.named(problems, key, tree.place(), label, all);
                })
                .orElse(otherwise);
    }

    /** What {@code construct} returns, or where it objects {@code standIn}: the objection names a key or concerns all. */
    public <T> T build(T standIn, Supplier<T> construct) {
        try {
            return construct.get();
        } catch (IllegalArgumentException e) {
            String message = Values.message(e);
            String key = message.substring(0, Math.max(0, message.indexOf(' ')));
            Tree culprit = mapping.entries().get(key);
            problems.add(culprit == null ? place() : culprit.place(), message);
            return standIn;
        }
    }

    /** Complains of every key that nothing asked for. */
    public void done() {
        inquiry.mapping(place().key(), List.copyOf(known), required);
        mapping.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                Values.unknown(problems, "key", value.place(), key, List.copyOf(known));
            }
        });
    }
}
