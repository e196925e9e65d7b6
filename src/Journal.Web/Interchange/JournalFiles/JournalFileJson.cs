using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>Bodies as they are stored, except that what is null is left out; and read more strictly than from the store, which wrote its own.</summary>
internal static class JournalFileJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsNeverNull } },
        Converters = { new EnumNames(), new InstantConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    public static JsonWriterOptions Writing { get; } = new() { Encoder = Options.Encoder };

    public static JsonDocumentOptions Reading { get; } = new() { AllowDuplicateProperties = false };

    public static JsonTypeInfo? Named(string name) => EventTypes.Find(name) is { } type ? Options.GetTypeInfo(type) : null;

    public static JsonTypeInfo Of(IJournalEvent e) => Options.GetTypeInfo(e.GetType());

    private static void RequireWhatIsNeverNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired = property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is null : !property.IsGetNullable;
    }

    // The serializer takes a time without an offset for one in the zone of this machine.
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Instant.TryParse(reader.GetString(), out var instant) ? instant : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
