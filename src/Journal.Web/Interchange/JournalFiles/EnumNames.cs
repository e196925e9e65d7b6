using System.Text.Json;
using System.Text.Json.Serialization;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>Enums by the very names that are declared. The serializer's own reading also takes numbers, other cases, and two names with a comma for the sum of both.</summary>
internal sealed class EnumNames : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Names<>).MakeGenericType(typeToConvert))!;

    private sealed class Names<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Array.IndexOf(Enum.GetNames<T>(), reader.GetString()) is >= 0 and var index
                ? Enum.GetValues<T>()[index]
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
