using Journal.Practices;
using Journal.Reports;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>Where things stand, and what that rests on.</summary>
internal static class OverviewPage
{
    /// <param name="reading">The person's reports.</param>
    /// <param name="server">The address the person's browser reaches this server at, for the lines to type.</param>
    public static Html Of(Reading reading, Uri server) => new PageLayout("Where things stand", reading.Handle).Around(
        Html.Of($"""
            <h1>Where things stand</h1>
            {StandingSection.Of(reading)}
            {(reading.Facts.Of<PracticeFact>().Any() ? History(reading) : FirstSteps.Of(server))}
            """),
        Provenance.Of(reading));

    /// <summary>The page for a question that cannot be read: the form again, and why.</summary>
    public static Html Refused(string handle, PageQuery query, string reason) => new PageLayout("Where things stand", handle).Around(Html.Of($"""
        <h1>Where things stand</h1>
        <p class="refusal" role="alert">{reason}</p>
        {AskForm.Of(query, RuleSet.Default, isOpen: true)}
        <p><a href="/">Where things stand now</a></p>
        """));

    private static Html History(Reading reading) => Html.Of($"""
        {AskForm.Of(reading.Query, reading.Request.Rules, reading.Query.IsSpecial)}
        {AlignmentSection.Of(reading)}
        {PracticesSection.Of(reading)}
        """);
}
