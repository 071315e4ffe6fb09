package nightsweep.driver.spread;

import com.esotericsoftware.kryo.Kryo;
import org.apache.spark.serializer.KryoRegistrator;
import org.nd4j.kryo.Nd4jSerializer;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Has Kryo write arrays with ND4J's own serializer, since their values lie outside the heap. Named in Spark's settings and
 * made by every process.
 */
public final class ArrayRegistrator implements KryoRegistrator {
    @Override
    public void registerClasses(Kryo kryo) {
        kryo.register(Nd4j.getBackend().getNDArrayClass(), new Nd4jSerializer());
    }
}
