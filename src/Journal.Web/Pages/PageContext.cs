using System.Globalization;
using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Web.Access;
using Journal.Web.Pages.Forms;
using Journal.Web.Today;

namespace Journal.Web.Pages;

/// <summary>What most pages begin with: the person's record, and the day it is for them.</summary>
public sealed record PageContext(Person Person, JournalFacts Facts, DateOnly Today)
{
    /// <summary>A report on everything up to today.</summary>
    public ReportRequest Request => new() { To = Today, Today = Today };

    public string Tenant => Author.TenantOf(Person.Id);

    internal static async Task<PageContext> ReadAsync(HttpContext http, SignedIn signedIn, CancellationToken ct)
    {
        var (facts, clock) = (http.RequestServices.GetRequiredService<FactsReader>(), http.RequestServices.GetRequiredService<TimeProvider>());
        return new(signedIn.Person, await facts.ReadAsync(signedIn.Person.Id, knownAt: null, ct), TodayView.DayOf(clock.GetUtcNow(), FormSender.AuthorOf(signedIn).Zone));
    }

    /// <summary>One of the person's things, by the id in the address; null when there is none (any more).</summary>
    public T? Find<T>(HttpContext http)
        where T : Fact => Guid.TryParse(http.GetRouteValue("id") as string, out var id) ? Facts.Of<T>().FirstOrDefault(fact => fact.Id == id) : null;

    /// <summary>A day that was asked for; null where none was, or it cannot be read.</summary>
    internal static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
