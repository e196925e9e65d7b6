using Journal.Practices;
using Journal.Recording;
using Marten;

namespace Journal.Web.Tests.ReadModels;

/// <summary>A daily practice of a person, lived day after day from Monday 6 January 2025 on, and recorded past the deciders.</summary>
internal sealed class PracticeStory(IDocumentStore store, Guid person)
{
    public const string Good = "xxxxxxx", Bad = "ooooooo";
    private static readonly DateTimeOffset Start = new(2025, 1, 6, 8, 0, 0, TimeSpan.Zero);
    private int days;

    public Guid Practice { get; } = Guid.CreateVersion7();

    public static DateOnly Day(int day) => DateOnly.FromDateTime(Start.AddDays(day).DateTime);

    /// <summary>The days that follow, in one transaction: x done, o missed.</summary>
    public async Task LiveAsync(string what)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (days == 0)
            session.Events.Append(Practice, new PracticeAdopted(Practice, "Write", 1, 1, null, null, TargetBound.AtLeast, Silence.Unknown, null, Start));
        foreach (var day in what)
        {
            var (outcome, at) = (Guid.CreateVersion7(), Start.AddDays(days++));
            session.Events.Append(Practice, day == 'x' ? new ExecutionFinished(Practice, outcome, null, null, null, null, null, null, null, null, at) : new ExecutionMissed(Practice, outcome, null, null, null, at));
        }

        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
