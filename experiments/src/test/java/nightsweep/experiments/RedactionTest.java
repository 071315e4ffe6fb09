package nightsweep.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cannot write to s3a://AKIA:wJal/rXU+k@bucket/runs: no | Cannot write to s3a://***@bucket/runs: no",
                "hdfs://anna:pw@host:8020/x | hdfs://***@host:8020/x",
                "https://:pw@host | https://***@host",
                "fs.s3a.secret.key=abc/def next | fs.s3a.secret.key=*** next",
                "spark.authenticate.secret -> no; spark.authenticate.secret=xyz | spark.authenticate.secret -> no; spark.authenticate.secret=***",
                "{\"password\" : \"hunter2\", \"user\": \"anna\"} | {\"password\" : \"***\", \"user\": \"anna\"}",
                "--conf spark.hadoop.fs.s3a.access.key=AKIA --out x | --conf spark.hadoop.fs.s3a.access.key=*** --out x",
                "run a.yaml --notify https://hooks.example/T0/x --out x | run a.yaml --notify *** --out x",
                "--notify=https://hooks.example/T0 NIGHTSWEEP_NOTIFY=http://h/x | --notify=*** NIGHTSWEEP_NOTIFY=***",
                "AWS_SESSION_TOKEN: abc | AWS_SESSION_TOKEN: ***",
                "fs.azure.account.key.x.net=abc | fs.azure.account.key.x.net=***"
            })
    void takesSecretsAway(String text, String shown) {
        assertThat(Redaction.of(text)).isEqualTo(shown);
        assertThat(Redaction.of(shown)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark://CoarseGrainedScheduler@127.0.0.1:7077",
                "RpcEndpointRef(spark://Master@host:7077)",
                "abfs://container@account.dfs.core.windows.net/runs",
                "k8s://https://10.0.0.1:6443",
                "accuracy: 0.97, epochs=15",
                "mail anna@example.org about http://host:80/page"
            })
    void leavesAllElse(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
        assertThat(Redaction.inUri(text)).isFalse();
    }
}
