using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Journal.Recording;

namespace Journal.Sealing;

/// <summary>Seals a person's words on their way into the database and opens them on their way out. In memory they are always plain.</summary>
/// <remarks>
/// It sits in the serializer, so that no way in or out goes round it: members that are <see cref="PersonalAttribute"/> are written by a converter that needs to be told whose words
/// they are (<see cref="Claim(object, PersonKey)"/>), and refuses where it was not.
/// </remarks>
public sealed class WordSealer(PersonKeys keys)
{
    private static readonly PersonKey Nobodys = PersonKey.Of("nobody", 0, new byte[PersonKey.Length]);

    [ThreadStatic]
    private static PersonKey? writing;

    [ThreadStatic]
    private static string? reader;

    private readonly ConditionalWeakTable<object, PersonKey> claims = [];

    /// <summary>One that seals nothing, and opens nothing.</summary>
    public static WordSealer Off { get; } = new(PersonKeys.None);

    /// <summary>Whether words are sealed here.</summary>
    public bool IsOn => keys.IsOn;

    /// <summary>People's keys.</summary>
    public PersonKeys Keys => keys;

    /// <summary>Says whose words an event or a document holds, before it is stored.</summary>
    public void Claim(object holder, PersonKey? key)
    {
        ArgumentNullException.ThrowIfNull(holder);
        claims.AddOrUpdate(holder, key ?? Nobodys);
    }

    /// <summary>The same by the person's tenant. Where words are not sealed this is nothing.</summary>
    public async ValueTask ClaimAsync(object holder, string tenant, CancellationToken ct)
    {
        if (IsOn)
            Claim(holder, await keys.EnsureAsync(tenant, ct));
    }

    /// <summary>The same for whoever cannot wait, and whose person has written something before.</summary>
    public T Claimed<T>(T holder, string tenant)
        where T : class
    {
        if (IsOn)
            Claim(holder, keys.Of(tenant));
        return holder;
    }

    /// <summary>Gives the members that hold words a converter, in whatever writes and reads what is stored.</summary>
    public void Shape(JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        var holds = typeof(IJournalEvent).IsAssignableFrom(type.Type) || type.Type.IsDefined(typeof(HoldsWordsAttribute), inherit: false);
        foreach (var member in type.Properties.Where(property => property.AttributeProvider is System.Reflection.MemberInfo declared && PersonalTexts.IsPersonal(declared)))
            member.CustomConverter = ConverterOf(member.PropertyType);
        if (!holds)
            return;
        type.OnSerializing = Begin;
        type.OnSerialized = _ => writing = null;
    }

    /// <summary>From here on, on this thread, a person's own words are read: another's are not opened. To be disposed of by whoever asked.</summary>
    public static Reading ReadingOf(string tenant)
    {
        reader = tenant;
        return default;
    }

    /// <summary>A text as it is stored.</summary>
    public static string Seal(string text, PersonKey? key) => key is null || key == Nobodys ? SealedText.Unsealed(text) : key.Seal(text);

    /// <summary>A stored text as it is read: itself, or in brackets that it is locked (its key is not there) or unreadable (it is not what was sealed).</summary>
    public string Open(string stored) => OpenAs(stored, reader).Text;

    /// <summary>What becomes of a stored text.</summary>
    internal (string Text, StoredText Is) OpenAs(string stored, string? tenant)
    {
        if (!SealedText.IsMarked(stored))
            return (stored, StoredText.Plain);
        if (SealedText.TryUnsealed(stored) is { } plain)
            return (plain, StoredText.Plain);
        if (SealedText.Read(stored) is not { } whole)
            return (ClosedText.Broken, StoredText.Unreadable);
        if (keys.Numbered(whole.Key) is not { } key)
            return (ClosedText.Locked(whole), StoredText.Locked);
        return (tenant is null || key.Tenant == tenant) && key.Open(whole) is { } text ? (text, StoredText.Sealed) : (ClosedText.Unreadable(whole), StoredText.Unreadable);
    }

    /// <summary>Seals what is stored in plain, in place.</summary>
    /// <returns>Whether there was anything.</returns>
    internal static bool Seal(JsonObject stored, Type type, PersonKey key) =>
        PersonalTexts.Change(stored, type, text => SealedText.TryUnsealed(text) is { } plain ? key.Seal(plain) : text);

    private void Begin(object holder)
    {
        writing = null;
        if (IsOn)
            writing = claims.TryGetValue(holder, out var key) ? key : throw new InvalidOperationException($"It was not said whose words a {holder.GetType().Name} holds.");
    }

    private string Write(string text) => writing is not null || !IsOn ? Seal(text, writing) : throw new InvalidOperationException("It was not said whose words these are.");

    private JsonConverter ConverterOf(Type type) =>
        type == typeof(string) ? new TextConverter(this)
        : type == typeof(byte[]) ? new BytesConverter(this)
        : type == typeof(IReadOnlyList<string>) ? new TextsConverter(this)
        : type == typeof(IReadOnlyDictionary<string, string>) ? new NamedTextsConverter(this)
        : throw new NotSupportedException($"{type} is no way to keep words.");

    /// <summary>Ends the reading of one person's words.</summary>
    public readonly struct Reading : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => reader = null;
    }

    private sealed class TextConverter(WordSealer sealer) : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? sealer.Open(reader.GetString()!) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(sealer.Write(value));
    }

    private sealed class TextsConverter(WordSealer sealer) : JsonConverter<IReadOnlyList<string>>
    {
        public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException();
            var texts = new List<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                texts.Add(reader.TokenType == JsonTokenType.String ? sealer.Open(reader.GetString()!) : throw new JsonException());
            return texts;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var text in value)
                writer.WriteStringValue(sealer.Write(text));
            writer.WriteEndArray();
        }
    }

    private sealed class NamedTextsConverter(WordSealer sealer) : JsonConverter<IReadOnlyDictionary<string, string>>
    {
        public override IReadOnlyDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException();
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = sealer.Open(reader.GetString()!);
                texts[name] = reader.Read() && reader.TokenType == JsonTokenType.String ? sealer.Open(reader.GetString()!) : throw new JsonException();
            }

            return texts;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, text) in value)
                writer.WriteString(sealer.Write(name), sealer.Write(text));
            writer.WriteEndObject();
        }
    }

    // Bytes are text as well, so that one form serves both.
    private sealed class BytesConverter(WordSealer sealer) : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = sealer.Open(reader.GetString() ?? throw new JsonException());
            try
            {
                return Convert.FromBase64String(text);
            }
            catch (FormatException)
            {
                throw new JsonException();
            }
        }

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteStringValue(sealer.Write(Convert.ToBase64String(value)));
    }
}

/// <summary>How a text lies in the database.</summary>
internal enum StoredText
{
    Plain,
    Sealed,
    Locked,
    Unreadable,
}
