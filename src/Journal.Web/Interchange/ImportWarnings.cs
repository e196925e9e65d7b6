namespace Journal.Web.Interchange;

/// <summary>What the warnings of an import mean, for people.</summary>
public static class ImportWarnings
{
    public static string Meaning(string warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return warning switch
        {
            ImportPlan.AbsentPractice => "practices that were imported before and are not in this file; they are left as they are",
            ImportPlan.AbsentRecord => "records that were imported before and are not in this file; they are left as they are",
            "target.range" => "a target that is no quantity was left out",
            "cadence.unknown" => "the file does not say how often it is meant: once a day was taken; revise the practice where that is wrong",
            "media.left" => "pictures, recordings and documents are named and left out",
            "daylio.mood" => "a mood of your own has no place on the scale of five; it is kept as a tag",
            "time.unread" => "the time of day could not be read; noon was taken",
            "zone.unknown" => "the zone is not known here; yours was taken",
            "frontmatter.unread" => "the head of the file is no YAML; it is kept with the row and not read",
            "tags.cut" => "it had more tags than can be kept",
            _ when warning.EndsWith(".cut", StringComparison.Ordinal) => "it was longer than can be kept and was cut",
            _ => "letters of it could not be kept",
        };
    }
}
