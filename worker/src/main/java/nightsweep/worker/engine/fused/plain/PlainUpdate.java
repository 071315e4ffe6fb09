package nightsweep.worker.engine.fused.plain;

import nightsweep.experiments.training.OptimizerName;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.Slabs;
import nightsweep.worker.engine.fused.kernel.UpdatePass;
import nightsweep.worker.engine.fused.kernel.UpdateTerms;
import nightsweep.worker.engine.fused.memory.Floats;

/**
 * The update of one parameter after another, in the operations of its vector form; formulas stand in
 * {@link nightsweep.experiments.training.OptimizerSpec}.
 */
record PlainUpdate(OptimizerName optimizer) implements UpdatePass {
    /** Makes any weight that is not tiny one or more in size, so that limiting it leaves its sign. */
    private static final float ENLARGING = 1e30f;

    @Override
    public void move(Slabs slabs, int from, int to, UpdateTerms terms) {
        float[] parameters = slabs.parameters().array();
        float[] gradients = slabs.gradients().array();
        for (int i = from; i < to; i++) {
            parameters[i] -= step(slabs, i, gradients[i] * terms.factor(), terms);
        }
    }

    @Override
    public void movePenalised(Slabs slabs, int from, int to, UpdateTerms terms) {
        float[] parameters = slabs.parameters().array();
        float[] gradients = slabs.gradients().array();
        for (int i = from; i < to; i++) {
            float w = parameters[i];
            float sign = limited(w * ENLARGING, 1);
            float g = limited(gradients[i] * terms.factor(), terms.limit());
            g = Math.fma(w, terms.l2(), Math.fma(sign, terms.l1(), g));
            parameters[i] = w - Math.fma(w, terms.decay(), step(slabs, i, g, terms));
        }
    }

    private static float limited(float value, float limit) {
        return Math.max(Math.min(value, limit), -limit);
    }

    private float step(Slabs slabs, int i, float g, UpdateTerms terms) {
        Floats first = slabs.first();
        return switch (optimizer) {
            case SGD -> g * terms.rate();
            case MOMENTUM ->
                kept(first, i, settled(first, i, terms.first()) + g * terms.gradientFactor()) * terms.rate();
            case NESTEROV -> {
                float more = g * terms.gradientFactor();
                float v = kept(first, i, settled(first, i, terms.first()) + more);
                yield Math.fma(v, terms.first(), more) * terms.rate();
            }
            case ADAGRAD -> {
                float s = kept(first, i, Math.fma(g, g, first.array()[i]));
                yield g * terms.rate() / (root(s) + terms.epsilon());
            }
            case RMSPROP -> {
                float s = kept(first, i, Math.fma(g * terms.firstRest(), g, settled(first, i, terms.first())));
                yield g * terms.rate() / (root(s) + terms.epsilon());
            }
            case ADADELTA -> adaDelta(slabs, i, g, terms);
            default -> {
                float m = kept(first, i, Math.fma(g, terms.firstRest(), settled(first, i, terms.first())));
                yield ofMean(slabs, i, g, m, terms);
            }
        };
    }

    private static float adaDelta(Slabs slabs, int i, float g, UpdateTerms terms) {
        Floats first = slabs.first();
        Floats second = slabs.second();
        float s = kept(first, i, Math.fma(g * terms.firstRest(), g, settled(first, i, terms.first())));
        float step = root((second.array()[i] + terms.epsilon()) / (s + terms.epsilon())) * g;
        kept(second, i, Math.fma(step * terms.firstRest(), step, settled(second, i, terms.first())));
        return step * terms.rate();
    }

    /** Of the optimizers that keep a running mean {@code m} of the gradient. */
    private float ofMean(Slabs slabs, int i, float g, float m, UpdateTerms terms) {
        Floats second = slabs.second();
        return switch (optimizer) {
            case ADAM, ADAMW -> m * terms.rate() / (root(square(second, i, g, terms)) + terms.epsilon());
            case ADAMAX -> {
                float u = Math.max(second.array()[i] * terms.second(), Math.abs(g) + terms.epsilon());
                yield m * terms.rate() / kept(second, i, u);
            }
            case NADAM -> {
                float v = square(second, i, g, terms);
                float ahead = Math.fma(m, terms.meanShare(), g * terms.gradientShare());
                yield ahead / (root(v * terms.squareFactor()) + terms.epsilon());
            }
            case AMSGRAD -> {
                Floats third = slabs.third();
                float most = kept(third, i, Math.max(third.array()[i], square(second, i, g, terms)));
                yield m * terms.rate() / (root(most) + terms.epsilon());
            }
            case ADABELIEF -> {
                float apart = g - m;
                float past = Math.fma(second.array()[i], terms.second(), terms.epsilon());
                float v = kept(second, i, Math.fma(apart * terms.secondRest(), apart, past));
                yield m * terms.rate() / (root(v * terms.squareFactor()) + terms.epsilon());
            }
            case SGD, MOMENTUM, NESTEROV, ADAGRAD, RMSPROP, ADADELTA ->
                throw new IllegalStateException(optimizer.label() + " keeps no mean.");
        };
    }

    /** The running square of the gradient, brought up to date. */
    private static float square(Floats second, int i, float g, UpdateTerms terms) {
        return kept(second, i, Math.fma(g * terms.secondRest(), g, settled(second, i, terms.second())));
    }

    private static float settled(Floats state, int i, float decay) {
        return Math.fma(state.array()[i], decay, Kernels.SETTLING);
    }

    private static float kept(Floats state, int i, float value) {
        state.array()[i] = value;
        return value;
    }

    private static float root(float value) {
        return (float) Math.sqrt(value);
    }
}
