using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Journal.Commitments;
using Journal.Recording;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Ics;

/// <summary>
/// Calendars: tasks, and what lies ahead, as commitments; journal notes as entries. What is over and was no task is left out: nobody says whether it was done. So is what repeats.
/// </summary>
public sealed class IcsImporter : IImporter
{
    private const long LongestFile = 16L << 20;

    public string Name => "ics";

    public string File => "a calendar (ICS)";

    public Likeness Recognize(SourceFile file) => file?.Main is not null && file.Head.TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ask);
        var entries = new SourceEntries(ask, Name, "calendar");
        return new("ics", Records(Load(file.Text("a calendar").ReadText(LongestFile)), ask, entries), entries.Notes);
    }

    private static CalendarCollection Load(string text)
    {
        // The library takes a calendar that ends early for a whole one.
        if (!text.TrimEnd().EndsWith("END:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            throw new ImportFailedException("import.format", "The calendar is cut short.");
        try
        {
            // No calendar may hold them, and the library gives up a whole one for a single bell.
            return CalendarCollection.Load(string.Concat(text.Where(letter => !char.IsControl(letter) || letter is '\r' or '\n' or '\t')));
        }
        catch (Exception malformed) when (malformed is System.Runtime.Serialization.SerializationException or ArgumentException or FormatException or InvalidOperationException or NullReferenceException or IndexOutOfRangeException)
        {
            throw new ImportFailedException("import.format", "The calendar cannot be read.", malformed);
        }
    }

    private static IEnumerable<ImportedRecord> Records(CalendarCollection calendars, ImportAsk ask, SourceEntries entries) => calendars.SelectMany(calendar =>
        calendar.Events.Select(one => (ImportedRecord?)Event(one, ask, entries)).Concat(calendar.Todos.Select(one => Task(one, ask, entries))).Concat(calendar.Journals.Select(one => Note(one, ask, entries)))).OfType<ImportedRecord>();

    private static ImportedCommitment? Event(CalendarEvent one, ImportAsk ask, SourceEntries entries)
    {
        var (key, place) = Named(one, entries);
        if (At(one.Start, ask) is not { } start || entries.Title(one.Summary) is not { } title)
            return Left(entries, place, "time.invalid");
        if (one.RecurrenceRule is not null || one.RecurrenceDates.GetAllDates().Any())
            return Left(entries, place, "ics.recurring");
        if (one.Status is "CANCELLED")
            return Left(entries, place, "ics.cancelled");
        if (start < ask.Now)
            return Left(entries, place, "ics.past");
        var minutes = (At(one.End, ask) - start)?.TotalMinutes;
        return new(entries.Row(key, Row(one)), new MakeCommitment(title, PlannedAt: start, PlannedMinutes: minutes is > 0 && one.Start?.HasTime is true ? minutes : null) { OccurredAt = Made(one, ask) }, null, null, place);
    }

    private static ImportedCommitment? Task(Todo one, ImportAsk ask, SourceEntries entries)
    {
        var (key, place) = Named(one, entries);
        if (entries.Title(one.Summary) is not { } title)
            return Left(entries, place, "title.missing");
        if (one.RecurrenceRule is not null)
            return Left(entries, place, "ics.recurring");
        if (one.Status is "CANCELLED")
            return Left(entries, place, "ics.cancelled");
        var done = At(one.Completed, ask);
        var made = Made(one, ask);
        return new(
            entries.Row(key, Row(one)),
            new MakeCommitment(title, At(one.Start, ask), At(one.Due, ask)) { OccurredAt = done < made ? done : made },
            done is { } at ? new FinishCommitment { OccurredAt = at } : null,
            null,
            place);
    }

    private static ImportedEntry? Note(Ical.Net.CalendarComponents.Journal one, ImportAsk ask, SourceEntries entries)
    {
        var (key, place) = Named(one, entries);
        if (At(one.Start, ask) is { } at)
            return entries.Entry(entries.Row(key, Row(one)), place, string.Join("\n\n", new[] { one.Summary, one.Description }.Where(part => !string.IsNullOrWhiteSpace(part))), one.Categories, at, At(one.LastModified, ask));
        entries.Notes.Skip(place, "time.invalid");
        return null;
    }

    private static ImportedCommitment? Left(SourceEntries entries, string place, string reason)
    {
        entries.Notes.Skip(place, reason);
        return null;
    }

    private static (string Key, string Place) Named(UniqueComponent one, SourceEntries entries) =>
        (entries.Key(one.Uid ?? ""), one.Uid is { Length: > 0 and <= 100 } uid && !uid.Any(char.IsControl) ? uid : "a part without an id");

    // When it was planned: nobody plans in the future.
    private static DateTimeOffset Made(RecurringComponent one, ImportAsk ask) => (At(one.Created, ask) ?? At(one.DtStamp, ask)) is { } made && made < ask.Now ? made : ask.Now;

    private static DateTimeOffset? At(CalDateTime? time, ImportAsk ask)
    {
        if (time is null || time.Value.Year is <= 1900 or >= 9999)
            return null;
        if (!time.HasTime)
            return ask.Noon(DateOnly.FromDateTime(time.Value));
        var zone = time.IsUtc ? TimeZoneInfo.Utc : time.TzId is { } name && Zones.TryFind(name, out var known) ? known : ask.Zone;
        return LocalTime.TryParse(time.Value.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), out var local) ? LocalTime.Local(local.In(zone), time.IsUtc ? ask.Zone : zone) : null;
    }

    private static string Row(RecurringComponent one) => JsonFields.Row(
        ["uid", "summary", "description", "start", "status", "categories"],
        [one.Uid ?? "", one.Summary ?? "", one.Description ?? "", one.Start?.ToString() ?? "", Status(one), string.Join(", ", one.Categories)]);

    private static string Status(RecurringComponent one) => one switch
    {
        CalendarEvent planned => planned.Status ?? "",
        Todo task => task.Status ?? "",
        _ => "",
    };
}
