package nightsweep.worker.training.fused.plain;

import java.nio.FloatBuffer;
import nightsweep.experiments.training.OptimizerName;
import nightsweep.worker.training.fused.kernel.Kernels;
import nightsweep.worker.training.fused.kernel.Slabs;
import nightsweep.worker.training.fused.kernel.UpdatePass;
import nightsweep.worker.training.fused.kernel.UpdateTerms;

/** The update of one parameter after another; formulas stand in {@link nightsweep.experiments.training.OptimizerSpec}. */
record PlainUpdate(OptimizerName optimizer) implements UpdatePass {
    @Override
    public void move(Slabs slabs, int from, int to, UpdateTerms terms) {
        movePenalised(slabs, from, to, terms);
    }

    @Override
    public void movePenalised(Slabs slabs, int from, int to, UpdateTerms terms) {
        FloatBuffer parameters = slabs.parameters().values();
        for (int i = from; i < to; i++) {
            float w = parameters.get(i);
            float g = slabs.gradients().values().get(i) * terms.factor();
            g = Math.max(-terms.limit(), Math.min(terms.limit(), g));
            g += terms.l2() * w + terms.l1() * Math.signum(w);
            float step = step(slabs, i, g, terms) + terms.decay() * w;
            parameters.put(i, w - step);
        }
    }

    private float step(Slabs slabs, int i, float g, UpdateTerms terms) {
        return switch (optimizer) {
            case SGD -> terms.rate() * g;
            case MOMENTUM ->
                terms.rate() * decayed(slabs.first().values(), i, terms.first(), g * terms.gradientFactor());
            case NESTEROV -> nesterov(slabs.first().values(), i, g, terms);
            case ADAGRAD -> {
                float s = decayed(slabs.first().values(), i, 1, g * g);
                yield terms.rate() * g / (root(s) + terms.epsilon());
            }
            case ADADELTA -> adaDelta(slabs, i, g, terms);
            case RMSPROP -> {
                float s = decayed(slabs.first().values(), i, terms.first(), terms.firstRest() * g * g);
                yield terms.rate() * g / (root(s) + terms.epsilon());
            }
            case ADAM, ADAMW -> {
                float m = decayed(slabs.first().values(), i, terms.first(), terms.firstRest() * g);
                float v = decayed(slabs.second().values(), i, terms.second(), terms.secondRest() * g * g);
                yield terms.rate() * m / (root(v) + terms.epsilon());
            }
            case ADAMAX -> {
                float m = decayed(slabs.first().values(), i, terms.first(), terms.firstRest() * g);
                float u = Math.max(terms.second() * slabs.second().values().get(i), Math.abs(g) + terms.epsilon());
                slabs.second().values().put(i, u);
                yield terms.rate() * m / u;
            }
            case NADAM -> {
                float m = decayed(slabs.first().values(), i, terms.first(), terms.firstRest() * g);
                float v = decayed(slabs.second().values(), i, terms.second(), terms.secondRest() * g * g);
                float ahead = terms.meanShare() * m + terms.gradientShare() * g;
                yield ahead / (root(v * terms.squareFactor()) + terms.epsilon());
            }
            case AMSGRAD -> {
                float m = decayed(slabs.first().values(), i, terms.first(), terms.firstRest() * g);
                float v = decayed(slabs.second().values(), i, terms.second(), terms.secondRest() * g * g);
                float most = Math.max(slabs.third().values().get(i), v);
                slabs.third().values().put(i, most);
                yield terms.rate() * m / (root(most) + terms.epsilon());
            }
            case ADABELIEF -> {
                float m = decayed(slabs.first().values(), i, terms.first(), terms.firstRest() * g);
                float apart = g - m;
                float more = terms.secondRest() * apart * apart + terms.epsilon();
                float v = decayed(slabs.second().values(), i, terms.second(), more);
                yield terms.rate() * m / (root(v * terms.squareFactor()) + terms.epsilon());
            }
        };
    }

    private static float nesterov(FloatBuffer state, int i, float g, UpdateTerms terms) {
        float more = g * terms.gradientFactor();
        return terms.rate() * (more + terms.first() * decayed(state, i, terms.first(), more));
    }

    private static float adaDelta(Slabs slabs, int i, float g, UpdateTerms terms) {
        float s = decayed(slabs.first().values(), i, terms.first(), terms.firstRest() * g * g);
        float past = slabs.second().values().get(i);
        float step = g * root(past + terms.epsilon()) / root(s + terms.epsilon());
        decayed(slabs.second().values(), i, terms.first(), terms.firstRest() * step * step);
        return terms.rate() * step;
    }

    /** Makes {@code state[i]} {@code decay * state[i] + more}. */
    private static float decayed(FloatBuffer state, int i, float decay, float more) {
        float now = decay * state.get(i) + more + Kernels.SETTLING;
        state.put(i, now);
        return now;
    }

    private static float root(float value) {
        return (float) Math.sqrt(value);
    }
}
