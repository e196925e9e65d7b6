using System.Globalization;
using System.Text.Json;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Journal.Beliefs;
using Journal.Facts;
using Journal.SampleHost;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weasel.Core;
using Wolverine;
using Wolverine.Marten;

// Rates a belief in a person's journal, beside the journal itself, and says what it sees: CONNECTION PERSON BELIEF STRENGTH.
var (connection, person, belief, strength) = (args[0], args[1], Guid.Parse(args[2]), double.Parse(args[3], CultureInfo.InvariantCulture));
var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
builder.Services.AddMarten(options =>
{
    // As docs/marten.md says it, by hand.
    options.Connection(connection);
    options.DatabaseSchemaName = "journal";
    options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.Default);
    options.Events.StreamIdentity = StreamIdentity.AsGuid;
    options.Events.TenancyStyle = JasperFx.MultiTenancy.TenancyStyle.Conjoined;
    options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
    options.Events.MetadataConfig.CorrelationIdEnabled = true;
    options.Events.MetadataConfig.CausationIdEnabled = true;
    options.Events.MetadataConfig.HeadersEnabled = true;
    options.Events.AddEventTypes(EventTypes.All);
    options.Events.IgnoreIndex("mt_events_tenant_seq");
    options.Events.IgnoreIndex("mt_events_tenant_id");
    options.Policies.AllDocumentsAreMultiTenanted();
    options.Projections.Add(new SubjectState<Belief>(), ProjectionLifecycle.Live);
    options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
}).UseLightweightSessions().IntegrateWithWolverine(wolverine => wolverine.MessageStorageSchemaName = "sample_host").ApplyAllDatabaseChangesOnStartup();
builder.UseWolverine(wolverine =>
{
    wolverine.Discovery.DisableConventionalDiscovery().IncludeType(typeof(RateBeliefHandler));
    wolverine.Durability.Mode = DurabilityMode.Solo;
    wolverine.Policies.AutoApplyTransactions();
    wolverine.UseRuntimeCompilation();
});
using var host = builder.Build();
await host.StartAsync();
await host.Services.GetRequiredService<IMessageBus>().InvokeForTenantAsync(person, new RateIt(belief, strength));
await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession(person);
var seen = new Seen(
    (await session.Events.FetchStreamStateAsync(belief))!.Version,
    (await session.Events.AggregateStreamAsync<Belief>(belief)) is not null,
    await session.Events.QueryAllRawEvents().CountAsync());
Console.WriteLine(JsonSerializer.Serialize(seen));
await host.StopAsync();

namespace Journal.SampleHost
{
    /// <summary>The host's own command.</summary>
    public sealed record RateIt(Guid BeliefId, double Strength);

    /// <summary>Wolverine's aggregate workflow on the journal's stream.</summary>
    public static class RateBeliefHandler
    {
        [AggregateHandler]
        public static BeliefRated Handle(RateIt command, Belief belief)
        {
            ArgumentNullException.ThrowIfNull(command);
            ArgumentNullException.ThrowIfNull(belief);
            return new(command.BeliefId, command.Strength, new DateTimeOffset(2026, 2, 2, 9, 0, 0, TimeSpan.Zero));
        }
    }

    /// <param name="Version">Of the belief's stream.</param>
    /// <param name="Aggregated">Whether Marten made a state of it.</param>
    /// <param name="Events">How many events the person has.</param>
    internal sealed record Seen(long Version, bool Aggregated, int Events);
}
