using Journal.Web.Access;
using Journal.Web.Pages.Forms;

namespace Journal.Web.Pages.Layout;

/// <summary>A page as one person sees it now.</summary>
/// <param name="Person">Who looks.</param>
/// <param name="Path">The page's own address, with what it was asked.</param>
public sealed record Seen(Person Person, string Path)
{
    /// <summary>What was sent from this page and not recorded; null where nothing was.</summary>
    public RefusedForm? Refused { get; init; }

    /// <summary>What was recorded just before; null where nothing was.</summary>
    public Notice? Notice { get; init; }

    /// <summary>The key of the form whose content is recorded: a draft that is kept of it can go.</summary>
    public string? Recorded { get; init; }

    /// <summary>How many notices the person has not read.</summary>
    public int Unread { get; init; }

    /// <summary>Whether the page is the one at an address, or lies below it.</summary>
    public bool IsAt(string address) => Bare == address || (address != "/" && Bare.StartsWith(address + "/", StringComparison.Ordinal));

    /// <summary>Where a form leads back to.</summary>
    public string Back(string? place = null) => place is null ? Path : $"{Path}#{place}";

    private string Bare => Path.Split('?')[0];
}
