using System.Text.Json.Serialization.Metadata;
using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Journal.Facts;
using Journal.Sealing;
using Marten;
using Weasel.Core;

namespace Journal;

/// <summary>All of Marten on one page: how the journal's events and documents lie in a database, for the server, the terminal, the tests and whoever opens it beside them.</summary>
public static class JournalStore
{
    /// <summary>The schema of everything the journal keeps.</summary>
    public const string Schema = "journal";

    /// <summary>Sets what every host of a journal's database must agree on.</summary>
    /// <param name="options">Marten's options, with a connection of the host's own.</param>
    /// <param name="schema">The schema; tests use several in a database.</param>
    /// <param name="words">Seals and opens words; null where they are not sealed.</param>
    public static void Configure(StoreOptions options, string schema = Schema, WordSealer? words = null)
    {
        var sealer = words ?? WordSealer.Off;
        ArgumentNullException.ThrowIfNull(options);
        options.DatabaseSchemaName = schema;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        // Both would write the values of statements, and so what people wrote, into the log.
        options.DisableNpgsqlLogging = true;
        options.Logger(new QuietLog());
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.Default, json => EventTypes.Configure(json).TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { sealer.Shape } });
        options.Policies.AllDocumentsAreMultiTenanted();

        options.Schema.For<Rewritten>();
        options.Schema.For<PersonKeyDocument>().SingleTenanted().DocumentAlias("person_key").Index(key => key.Number);
        options.Schema.For<ServerKeyDocument>().SingleTenanted().DocumentAlias("server_key");
        options.Listeners.Add(new SealingListener(sealer));

        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.Events.AddEventTypes(EventTypes.All);

        SubjectStates.Register(options);

        // One bad event takes down no more than itself: it is left out, with a dead letter, and everybody else's go on.
        foreach (var errors in new[] { options.Projections.Errors, options.Projections.RebuildErrors })
            (errors.SkipApplyErrors, errors.SkipSerializationErrors, errors.SkipUnknownEvents) = (true, true, true);

        options.Storage.Add(new EventIndexes(options));
        options.Events.IgnoreIndex(EventIndexes.BySequence);
        options.Events.IgnoreIndex(EventIndexes.ById);
    }
}
