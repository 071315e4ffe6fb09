package nightsweep.experiments.sweep;

import nightsweep.experiments.Named;

/** What can be told of one training step, in the order in which it comes about. Layers are those that learn. */
public enum TraceQuantity implements Named {
    /** What goes into the network, scaled; by example and value. */
    INPUTS("inputs"),
    /** What a layer computes before its activation; by example and unit. */
    PRE_ACTIVATIONS("pre-activations"),
    /** What a layer gives, before any dropout; by example and unit. */
    ACTIVATIONS("activations"),
    /** What the output layer is trained towards; by example and unit. */
    TARGETS("targets"),
    /** Of each example. */
    LOSS("loss"),
    /** Of the mean loss of the step's examples, before clipping and penalties; by input and unit. */
    WEIGHT_GRADIENTS("weight-gradients"),
    /** The same of biases; by unit. */
    BIAS_GRADIENTS("bias-gradients"),
    /** After the step; by input and unit. */
    WEIGHTS("weights"),
    /** After the step; by unit. */
    BIASES("biases"),
    /** What the network gives after the step, for the first training examples; by example and unit. */
    OUTPUTS("outputs");

    private final String label;

    TraceQuantity(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether each layer has its own. */
    public boolean ofLayers() {
        return this != INPUTS && this != TARGETS && this != LOSS && this != OUTPUTS;
    }
}
