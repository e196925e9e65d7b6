using System.Text.Json.Serialization;
using Journal.Recording;
using Journal.Reports;
using Journal.Web.Access;
using Journal.Web.Access.Proving;
using Journal.Web.Administering;
using Journal.Web.Commands;
using Journal.Web.Description;
using Journal.Web.Erasing;
using Journal.Web.Guards;
using Journal.Web.History;
using Journal.Web.Http;
using Journal.Web.Interchange;
using Journal.Web.Operations;
using Journal.Web.Pages;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Importing;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.SigningIn;
using Journal.Web.Reactions;
using Journal.Web.Reports;
using Journal.Web.Series;
using Journal.Web.Sharing;
using Journal.Web.Subjects;
using Journal.Web.TimeTravel;
using Journal.Web.Today;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;

namespace Journal.Web;

/// <summary>The journal over HTTP.</summary>
public static class JournalHttp
{
    /// <summary>Adds what the journal needs to be served, after <see cref="JournalServices.AddJournal(IServiceCollection, string, JournalServerOptions?)"/>.</summary>
    public static IServiceCollection AddJournalHttp(this IServiceCollection services)
    {
        services.AddSingleton<CredentialCheck>().AddSingleton<Sessions>().AddSingleton<Proofs>().AddSingleton<Passkeys>().AddSingleton<SubjectQueries>().AddSingleton<ReadingSource>().AddSingleton<FormSender>().AddSingleton<StagedImports>().AddSingleton<ApiDocument>();
        services.AddSingleton<HeavyWork>().AddSingleton<DatabaseWatch>().AddHostedService(provider => provider.GetRequiredService<DatabaseWatch>());
        services.AddHostedService<ErasureWatch>();
        AddAuthentication(services);
        // Pages are made of components. Their forms are told from forged ones by where they come from, and not by tokens that a restart or a new session would make worthless.
        services.AddRazorComponents();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new ScopeRequirement()).Build());
        services.AddRequestTimeouts(_ => { }).AddOptions<RequestTimeoutOptions>().Configure<JournalServerOptions>(Limits.OfTime);
        services.AddRateLimiter(_ => { }).AddOptions<RateLimiterOptions>().Configure<JournalServerOptions>(Limits.OfNumber);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, AccessJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(1, ErasureJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(1, ReportsJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(2, SeriesJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(3, ReactionsJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(4, SharingJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(5, AdminJson.Default);
            json.SerializerOptions.Converters.Add(new EnumWords());
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml", "application/manifest+json", "text/csv", "application/x-ndjson"];
        });
        services.AddOpenApi(ApiDocument.Name, document => document.AddSchemaTransformer<EnumSchemas>().AddOperationTransformer<OperationDescription>().AddDocumentTransformer<ApiDescription>());
        return services;
    }

    // The core alone: the rest would keep keys in the home folder for tickets that nobody here issues.
    private static void AddAuthentication(IServiceCollection services)
    {
        services.AddWebEncoders().AddAuthenticationCore(authentication => authentication.DefaultScheme = JournalAuthentication.SchemeName);
        OpenIdSignIn.Add(services);
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, JournalAuthentication>(JournalAuthentication.SchemeName, null);
    }

    /// <summary>Puts the journal's guards in front of the application and its API behind them, at <c>/api/v1</c>.</summary>
    public static WebApplication MapJournal(this WebApplication app)
    {
        app.UseMiddleware<AnswerHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler(Failures.Handling);
        app.UseStatusCodePages(answer => BrowserPage.Of(answer.HttpContext) is { } page
            ? page.ExecuteAsync(answer.HttpContext)
            : Problems.OfStatus(answer.HttpContext.Response.StatusCode).ExecuteAsync(answer.HttpContext));
        app.UseMiddleware<HostGuard>();
        app.UseRateLimiter();
        app.UseMiddleware<DatabaseGuard>();
        app.UseRequestTimeouts();
        app.UseMiddleware<OriginGuard>();
        app.UseAuthentication();
        app.UseAuthorization();
        MapEndpoints(app);
        return app;
    }

    private static void MapEndpoints(IEndpointRouteBuilder app)
    {
        HealthEndpoints.Map(app);
        SignInEndpoints.Map(app);
        PageEndpoints.Map(app);
        ApiDocument.Map(app);
        ApiPage.Map(app);
        ReactionEndpoints.MapOpen(app);
        var api = app.MapGroup("/api/v1").WithKnownParameters().WithEntityTags();
        SubjectRoutes.Map(api);
        CommandEndpoints.Map(api);
        TodayApi.Map(api);
        HistoryEndpoints.Map(api);
        ImportEndpoints.Map(api);
        ReportEndpoints.Map(api);
        var heavy = api.MapGroup("").WithHeavyWork();
        CompareEndpoints.Map(heavy);
        WhatIfEndpoints.Map(heavy);
        ExplainEndpoints.Map(heavy);
        ReplayEndpoints.Map(heavy);
        SeriesEndpoints.Map(heavy);
        MeEndpoints.Map(api);
        TokenEndpoints.Map(api);
        AuditEndpoints.Map(api);
        ReactionEndpoints.Map(api);
        ErasureEndpoints.Map(api);
        GrantEndpoints.Map(api);
        PeopleEndpoints.Map(heavy);
        CommentEndpoints.Map(api, heavy);
        AdminEndpoints.Map(api);
    }
}
