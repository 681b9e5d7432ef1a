package studio.fanz.core.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.project.Project;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.Content;

/// How the model's small values look in JSON.
final class ModelModule extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    ModelModule() {
        text(Path.class, Path::of);
        text(Rational.class, Rational::parse);
        text(ContentHash.class, ContentHash::new);
        text(Asset.Id.class, id -> new Asset.Id(UUID.fromString(id)));
        text(Project.Id.class, id -> new Project.Id(UUID.fromString(id)));
        addSerializer(Double.class, new FiniteNumber());
        addSerializer(double.class, new FiniteNumber());
        addDeserializer(double.class, new NumberOrSilence());
        addSerializer(new LowerCase());
        setDeserializerModifier(new EnumsInLowerCase());
        setMixInAnnotation(Content.class, ContentKinds.class);
    }

    /// A sealed value says which kind it is.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Content.Media.class, name = "media"),
        @JsonSubTypes.Type(value = Content.Title.class, name = "title")
    })
    private interface ContentKinds {}

    private <T> void text(Class<T> type, java.util.function.Function<String, T> reader) {
        addSerializer(type, new StdSerializer<>(type) {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(value.toString());
            }
        });
        addDeserializer(type, new StdDeserializer<>(type) {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return reader.apply(in.getValueAsString());
            }
        });
    }

    /// JSON has no infinity: digital silence is `null`.
    private static final class FiniteNumber extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                out.writeNumber(value.doubleValue());
            } else {
                out.writeNull();
            }
        }
    }

    private static final class NumberOrSilence extends JsonDeserializer<Double> {
        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return in.getValueAsDouble();
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NEGATIVE_INFINITY;
        }
    }

    private static final class LowerCase extends StdSerializer<Enum<?>> {

        @Serial
        private static final long serialVersionUID = 1L;

        LowerCase() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }

    private static final class EnumsInLowerCase extends BeanDeserializerModifier {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription description,
                JsonDeserializer<?> standard) {
            return new JsonDeserializer<Object>() {
                @Override
                public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
                    String wanted = in.getValueAsString();
                    for (Object value : type.getRawClass().getEnumConstants()) {
                        if (((Enum<?>) value).name().equalsIgnoreCase(wanted)) {
                            return value;
                        }
                    }
                    throw context.weirdStringException(wanted, type.getRawClass(), "unknown value");
                }
            };
        }
    }
}
