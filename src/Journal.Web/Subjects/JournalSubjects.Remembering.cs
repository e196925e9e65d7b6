using Journal.Moments;

namespace Journal.Web.Subjects;

public static partial class JournalSubjects
{
    private static IEnumerable<SubjectKind> Remembering =>
    [
        Once<MomentLabelled, MomentFact, LabelMoment>("moment", "moments", "A moment with a name, to see the journal from.", "label", "Gives a moment a name.", MomentDecider.Decide),
    ];
}
