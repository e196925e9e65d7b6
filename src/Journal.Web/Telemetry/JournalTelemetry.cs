using System.Diagnostics;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Journal.Web.Telemetry;

/// <summary>What operators see of a server: traces, metrics and logs by OpenTelemetry. Nothing in it says whose journal it was, or what stands in it.</summary>
public static class JournalTelemetry
{
    private const string Path = "/metrics";

    // What these libraries say of a message or a session, without whom it is of.
    private static readonly string[] Kept = ["message.type", "message.destination", "exception.type", "projection", "event_type"];

    // What would say whose request it was. The route says which kind of address it had.
    private static readonly string[] Dropped = ["tenant.id", "url.path", "url.query", "client.address", "network.peer.address", "user_agent.original", "messaging.conversation_id", "messaging.message_id", "wolverine.stream.id", "wolverine.saga.id"];

    /// <summary>
    /// Adds telemetry to a server. It is sent where the standard variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says, and metrics can be fetched where <see cref="MapMetrics"/> is told.
    /// </summary>
    /// <param name="services">The server's.</param>
    /// <param name="isFetched">Whether metrics are to be fetched.</param>
    /// <param name="isSent">Whether all three are sent to a collector.</param>
    public static IServiceCollection AddJournalTelemetry(this IServiceCollection services, bool isFetched, bool isSent)
    {
        if (!isFetched && !isSent)
            return services;
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("journal", serviceVersion: typeof(JournalTelemetry).Assembly.GetName().Version?.ToString())).WithMetrics(metrics =>
        {
            metrics.AddMeter(JournalMeter.Name, "Marten", "Wolverine*", "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting").AddRuntimeInstrumentation();
            metrics.AddView(instrument => instrument.Meter.Name is "Marten" || instrument.Meter.Name.StartsWith("Wolverine", StringComparison.Ordinal) ? new() { TagKeys = Kept } : null);
            if (isFetched)
                metrics.AddPrometheusExporter();
            if (isSent)
                metrics.AddOtlpExporter();
        });
        if (isSent)
        {
            telemetry.WithTracing(traces => traces.AddJournalTraces().AddOtlpExporter());
            services.AddLogging(logging => logging.AddOpenTelemetry(logs => logs.AddJournalLogs().AddOtlpExporter()));
        }

        return services;
    }

    /// <summary>Everything of a request that is traced.</summary>
    internal static TracerProviderBuilder AddJournalTraces(this TracerProviderBuilder traces) =>
        traces.AddAspNetCoreInstrumentation().AddNpgsql().AddSource("Marten", "Wolverine").AddProcessor(new WithoutPeople());

    /// <summary>Lines of the log without the ids in them.</summary>
    internal static OpenTelemetryLoggerOptions AddJournalLogs(this OpenTelemetryLoggerOptions logs) => logs.AddProcessor(new WithoutIds());

    /// <summary>Serves metrics on a port of their own, and nothing else there: a proxy that makes the journal public does not make them so.</summary>
    public static WebApplication MapMetrics(this WebApplication app, int port)
    {
        app.MapWhen(http => http.Connection.LocalPort == port, metrics =>
        {
            metrics.UseOpenTelemetryPrometheusScrapingEndpoint(Path);
            metrics.Run(http =>
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        });
        return app;
    }

    private sealed class WithoutIds : BaseProcessor<LogRecord>
    {
        public override void OnEnd(LogRecord data) =>
            data.Attributes = data.Attributes?.Where(one => one.Value is not Guid && !(one.Value is string text && Guid.TryParse(text, out _))).ToList();
    }

    private sealed class WithoutPeople : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var name in Dropped)
                data.SetTag(name, null);
        }
    }
}
