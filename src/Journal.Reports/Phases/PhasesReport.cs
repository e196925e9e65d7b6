using Journal.Reports.Cycles;

namespace Journal.Reports.Phases;

/// <summary>
/// Momentum, hesitation, avoidance, inconsistency: the phases of each practice's progress, what was not observed of them, and what else would explain it.
/// Beside the weekly rules it shows what the statistical detector finds in the same days.
/// </summary>
public static class PhasesReport
{
    public static ReportKind Kind { get; } = new(
        "phases", "Through which phases progress went in each practice, and what else would explain it.", Write)
    {
        Question = "Through which phases did progress go?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var around = view.Part(seen => new Surroundings(seen));
        var courses = PracticeCourse.Of(view);
        PhaseSection.Write(view, builder, courses);
        MethodSection.Write(around, builder, courses);
    }
}

/// <summary>The phases of each stretch of progress, and one finding for each: what was observed, what was not, and what else would explain it.</summary>
internal static class PhaseSection
{
    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<PracticeCourse> courses)
    {
        builder.Add(new Table(
            "phases",
            "Phases of each practice",
            ["practice", "onset", "phase", "number", "from", "weeks", "known"],
            [.. courses.SelectMany(course => course.Stretches.SelectMany(stretch => stretch.Phases.Select(span => Line(course, stretch, span))))]));
        foreach (var course in courses)
        {
            if (course.Stretches.Count == 0)
            {
                Nothing(view, builder, course);
            }

            foreach (var stretch in course.Stretches)
            {
                Judge(builder, course, stretch);
            }
        }
    }

    private static void Judge(ReportBuilder builder, PracticeCourse course, Stretch stretch)
    {
        var events = stretch.Weeks.SelectMany(week => week.Events);
        var said = $"“{course.Fact.Title}”, from {Text.Cell(stretch.Onset.Monday)} on: {Observed(stretch)}{Missing(stretch)}.";
        builder.Judge("phases", stretch.Phases.Any(span => span.Phase != Phase.Momentum), said, said, stretch.Weeks.Count, events, course.Fact.Id, [.. stretch.Alternatives]);
    }

    private static string Observed(Stretch stretch) => stretch.Phases.Count == 0
        ? "progress without a week that is on time"
        : string.Join(" → ", stretch.Phases.Select(span => $"{(int)span.Phase} {Text.Cell(span.Phase)} ({Length(span)})"));

    private static string Length(PhaseSpan span) => Text.Count(span.Weeks, "week") + (span.Known < span.Weeks ? $", {span.Known} known" : "");

    private static string Missing(Stretch stretch) => stretch.NotObserved switch
    {
        [] => "",
        [var one] => $"; phase {one} not observed",
        [var first, .., var last] when last - first + 1 == stretch.NotObserved.Count => $"; phases {first}-{last} not observed",
        var some => $"; phases {string.Join(", ", some)} not observed",
    };

    private static void Nothing(ReportView view, ReportBuilder builder, PracticeCourse course)
    {
        var events = course.Weeks.SelectMany(week => week.Events);
        if (course.Known < view[CycleRules.ProgressWeeks])
        {
            builder.Insufficient("phases", $"{Text.Count(course.Known, "known week")} of “{course.Fact.Title}”, and progress takes {view[CycleRules.ProgressWeeks]}", course.Known, events, course.Fact.Id);
        }
        else
        {
            builder.NotFound("phases", $"“{course.Fact.Title}” shows no progress over consecutive weeks, so there are no phases.", course.Known, events, course.Fact.Id);
        }
    }

    private static Row Line(PracticeCourse course, Stretch stretch, PhaseSpan span) => new(
        [course.Fact.Title, Text.Cell(stretch.Onset.Monday), Text.Cell(span.Phase), Text.Cell((int)span.Phase), Text.Cell(span.From.Monday), Text.Cell(span.Weeks), Text.Cell(span.Known)], course.Fact.Id, span.Events);
}
