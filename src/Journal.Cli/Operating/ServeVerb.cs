using System.CommandLine;
using Journal.Cli.Backup;
using Journal.Cli.Beside;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Postgres;
using Journal.Sealing;
using Journal.Web;
using Journal.Web.Access;
using Journal.Web.Access.Proving;
using Journal.Web.Operations;
using Journal.Web.Samples;
using Journal.Web.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Journal.Cli.Operating;

/// <summary>journal serve</summary>
internal static class ServeVerb
{
    public const string DefaultUrl = "http://127.0.0.1:5180";

    public static Command Create()
    {
        var url = new Option<string>("--url")
        {
            Description = "Where to listen. JOURNAL_URL when left out; else this machine only.",
            DefaultValueFactory = _ => Terminal.Variable("JOURNAL_URL") ?? DefaultUrl,
        };
        var hosts = new Option<string[]>("--host") { Description = "A name the server may be addressed by besides this machine's own; may be repeated. JOURNAL_HOSTS adds to it." };
        var noSamples = new Option<bool>("--no-samples") { Description = "Do not load the sample journals at this start; in the settings they can be taken away for good. A database of your own never gets them." };
        var backups = new Option<string?>("--backups")
        {
            Description = "A folder: a backup is written to it once a day, and the newest fourteen are kept. JOURNAL_BACKUPS when left out; else none.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("JOURNAL_BACKUPS"),
        };
        var metrics = new Option<string?>("--metrics")
        {
            Description = "Where metrics can be fetched, at /metrics, apart from everything else: http://127.0.0.1:9464 say. JOURNAL_METRICS when left out; else nowhere.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("JOURNAL_METRICS"),
        };
        var smtp = Given("--smtp", "JOURNAL_SMTP", "By which server e-mail goes out: smtps://USER:PASSWORD@HOST:465?from=journal@example.org. JOURNAL_SMTP when left out, where no other process sees it; else none.");
        var address = Given("--public", "JOURNAL_PUBLIC", "The address people reach this server by, for links in what is sent to them. JOURNAL_PUBLIC when left out; else where it listens.");
        var authority = Given("--oidc", "JOURNAL_OIDC", "The issuer of an OpenID Connect provider by which people may sign in. JOURNAL_OIDC when left out; else none. Its secret is in JOURNAL_OIDC_SECRET, or in the file that JOURNAL_OIDC_SECRET_FILE names.");
        var client = Given("--oidc-client", "JOURNAL_OIDC_CLIENT", "What the provider knows this server by. JOURNAL_OIDC_CLIENT when left out.");
        var label = Given("--oidc-label", "JOURNAL_OIDC_LABEL", "What people know the provider by, for the button. JOURNAL_OIDC_LABEL when left out; else the name of its host.");
        var newPeople = new Option<bool>("--oidc-new-people") { Description = "Let whoever the provider knows begin a journal, without an invitation." };
        var toPrivate = new Option<bool>("--webhooks-to-private") { Description = "Let webhooks and posts go to this machine and its networks, and without TLS (JOURNAL_WEBHOOKS_TO_PRIVATE=yes, which the terminal needs as well)." };
        var key = new Option<string?>("--words-key") { Description = "Encrypt words, with the server key in this file; it is made where there is none. JOURNAL_WORDS_KEY when left out; else words.key in the journal's folder." };
        var command = new Option<string?>("--words-key-command") { Description = "Encrypt words, with the server key that this command prints. JOURNAL_WORDS_KEY_COMMAND when left out." };
        var encrypt = new Option<bool>("--encrypt-words") { Description = "Encrypt words in the database of this machine (JOURNAL_ENCRYPT_WORDS=yes). A database of your own has them encrypted unasked." };
        var plain = new Option<bool>("--no-encrypt-words") { Description = "Do not begin to encrypt words (JOURNAL_ENCRYPT_WORDS=no). Where they are encrypted already they stay so." };
        return CommandLine.Verb("serve", "Serve the journal over HTTP until interrupted.", [url, hosts, noSamples, backups, metrics, smtp, address, toPrivate, authority, client, label, newPeople, key, command, encrypt, plain], async (session, args, ct) =>
        {
            await ListeningAddress.CheckAsync(args.GetValue(url)!, ct);
            var fetched = args.GetValue(metrics) is { Length: > 0 } given ? given : null;
            if (fetched is not null)
            {
                await ListeningAddress.CheckAsync(fetched, ct);
            }

            var encryption = new EncryptionChoice
            {
                IsPrivate = session.IsPrivate,
                IsInContainer = Terminal.Variable("DOTNET_RUNNING_IN_CONTAINER") is not null,
                IsAsked = args.GetValue(encrypt) || args.GetValue(key) is not null || args.GetValue(command) is not null,
                IsDeclined = args.GetValue(plain),
                IsKeyNamed = Terminal.Variable("JOURNAL_WORDS_KEY") is not null || Terminal.Variable("JOURNAL_WORDS_KEY_COMMAND") is not null,
                Said = Variables.Choice("JOURNAL_ENCRYPT_WORDS"),
            };
            session.WordsKey = args.GetValue(command) is { } prints ? new(null, prints) : args.GetValue(key) is { } kept ? new(kept, null) : session.WordsKey;
            await using var app = await BuildAsync(session, args.GetValue(url)!, args.GetValue(hosts) ?? [], fetched, (args.GetValue(smtp), args.GetValue(address), args.GetValue(toPrivate) || Session.IsToPrivate),
                await ProviderAsync(args.GetValue(authority), args.GetValue(client), args.GetValue(label), args.GetValue(newPeople), ct), ct);
            await app.Services.GetRequiredService<JournalDatabase>().MigrateAsync(ct);
            if (encryption.Encrypts && await app.Services.GetRequiredService<PersonKeys>().BeginAsync(turnOn: true, ct))
            {
                Printer.Warn($"Words are encrypted in the database from now on. The server key is {(session.WordsKey.Command is null ? $"in {session.WordsKey.File}" : "what your command prints")}: keep a copy elsewhere, for nobody reads them without it.");
            }

            if (!args.GetValue(noSamples))
            {
                await app.Services.GetRequiredService<SampleJournals>().LoadAsync(ct);
            }

            await app.StartAsync(ct);
            await using var terminals = session.IsPrivate ? ServedTerminals.Listen(JournalHome.Resolve(), app.Services) : null;
            await SayAsync(session, app, ct);
            using var serving = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var backing = args.GetValue(backups) is { Length: > 0 } folder
                ? (await BackupVerbs.OfAsync(session, ct)).KeepAsync(folder, TimeProvider.System, what => app.Logger.LogError("{What}", what), serving.Token)
                : Task.CompletedTask;
            var keeping = session.KeepDatabaseRunningAsync(what => app.Logger.LogWarning("{What}", what), serving.Token);
            await app.WaitForShutdownAsync(ct);
            await serving.CancelAsync();
            await keeping;
            await backing;
            return ExitCode.Done;
        });
    }

    private static Option<string?> Given(string name, string variable, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => Terminal.Variable(variable),
    };

    // A secret is no word of a command line, which every process of the machine can read.
    private static async Task<OpenIdProvider?> ProviderAsync(string? authority, string? client, string? label, bool takesNewPeople, CancellationToken ct)
    {
        if (authority is null)
            return null;
        var secret = Environment.GetEnvironmentVariable("JOURNAL_OIDC_SECRET");
        if (secret is not { Length: > 0 } && Environment.GetEnvironmentVariable("JOURNAL_OIDC_SECRET_FILE") is { Length: > 0 } file)
        {
            try
            {
                secret = (await File.ReadAllTextAsync(file, ct)).Trim();
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                throw new VerbException(ExitCode.Refused, "oidc.secret", "The file that JOURNAL_OIDC_SECRET_FILE names cannot be read.");
            }
        }

        if (!Uri.TryCreate(authority, UriKind.Absolute, out var issuer))
            throw new VerbException(ExitCode.Refused, "oidc.issuer", "--oidc is an address, such as https://id.example.org.");
        if (client is null)
            throw new VerbException(ExitCode.Refused, "oidc.client", "--oidc takes --oidc-client too, or JOURNAL_OIDC_CLIENT.");
        if (secret is not { Length: > 0 })
            throw new VerbException(ExitCode.Refused, "oidc.secret", "--oidc takes a secret in JOURNAL_OIDC_SECRET, or in the file that JOURNAL_OIDC_SECRET_FILE names.");
        var provider = new OpenIdProvider(issuer, client, secret) { TakesNewPeople = takesNewPeople };
        return label is null ? provider : provider with { Label = label };
    }

    private static async Task<WebApplication> BuildAsync(Session session, string url, string[] hosts, string? metrics, (string? Smtp, string? Public, bool ToPrivate) outward, OpenIdProvider? provider, CancellationToken ct)
    {
        // No settings from the folder that it happens to be started in, and no watch on all that lies below it.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            // Standard output is the answer: with --json one document, and nothing else.
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            // Whoever takes the messages may have stopped: then they are lost, and nobody who records waits for it.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
        builder.WebHost.UseUrls(metrics is null ? [url] : [url, metrics]).UseKestrelHttpsConfiguration();
        var connection = await session.ConnectionStringAsync(ct);
        var options = new JournalServerOptions
        {
            AllowedHosts = [.. hosts, .. (Environment.GetEnvironmentVariable("JOURNAL_HOSTS") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Smtp = outward.Smtp,
            PublicAddress = outward.Public,
            WebhooksToPrivate = outward.ToPrivate,
            WordsKey = session.WordsKey,
            OwnServer = session.OwnServer,
            OpenId = provider,
            Samples = session.IsPrivate ? Path.Combine(AppContext.BaseDirectory, "seeds") : null,
        };
        try
        {
            builder.Services.AddJournal(connection, options).AddJournalHttp();
        }
        catch (ArgumentException wrong)
        {
            throw new VerbException(ExitCode.Refused, "option.invalid", wrong.Message);
        }

        builder.Services.AddJournalTelemetry(metrics is not null, Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 });
        var app = builder.Build();
        return (metrics is null ? app : app.MapMetrics(BindingAddress.Parse(metrics).Port)).MapJournal();
    }

    private static async Task SayAsync(Session session, WebApplication app, CancellationToken ct)
    {
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        await app.Services.GetRequiredService<ServerAddresses>().KeepAsync(address, ct);
        var person = await session.PersonAsync(ct);
        var link = await app.Services.GetRequiredService<SignInLinks>().IssueAsync(person.Id, address, AuditSource.Terminal, ct);
        session.Printer.Answer(new ServeAnswer(address, link), OperatingJson.Default.ServeAnswer, _ => Terminal.Current.Out.WriteLine($"""

            The journal is at {address}
            {(Terminal.Current.IsOutputPlain ? "Sign in: journal link gives a link." : $"Sign in, once, within ten minutes:\n              {link}")}
            Another link:        journal link
            The sample journals: journal link --person founder, journal link --person consultant
            Stop with Ctrl-C.

            """));
    }
}

/// <param name="Link">Signs a browser in, once.</param>
internal sealed record ServeAnswer(Uri Address, Uri Link);
