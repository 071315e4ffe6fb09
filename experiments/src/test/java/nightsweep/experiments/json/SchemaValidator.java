package nightsweep.experiments.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** What a library says of JSON and a schema. */
public record SchemaValidator(JsonSchema schema) {

    public static SchemaValidator of(String schema) {
        return new SchemaValidator(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema));
    }

    /** What the schema has against a text of JSON. */
    public List<String> objections(String json) throws JsonProcessingException {
        return schema.validate(new ObjectMapper().readTree(json)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
