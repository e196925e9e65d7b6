namespace Journal.Web.Subjects;

/// <summary>What can be recorded, besides what has endpoints and verbs of its own: every sort of subject with its commands.</summary>
public static partial class JournalSubjects
{
    /// <summary>In the order they are listed in.</summary>
    public static IReadOnlyList<SubjectKind> All { get; } = [.. Extending, .. Thinking, .. Doing, .. Growing, .. Finding, .. Remembering];

    /// <summary>Shows everything on a surface.</summary>
    public static void ShowOn(ISubjectSurface surface)
    {
        foreach (var subject in All)
        {
            if (!subject.Extends)
                subject.Show(surface);
            foreach (var command in subject.Commands)
                command.Show(surface, subject);
        }
    }
}
