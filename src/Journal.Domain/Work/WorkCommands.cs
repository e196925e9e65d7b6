namespace Journal.Domain.Work;

public sealed record MakeCorrection(double? Minutes = null, Guid? SourceId = null, string? Note = null, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> Mentions() => Reference.To("aim", AimId);
}

public sealed record RecordOperatorIntervention(double? Minutes = null, Guid? SourceId = null, string? Note = null, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> Mentions() => Reference.To("aim", AimId);
}

public sealed record RecordOutput(
    double Amount = 1,
    string? Unit = null,
    double? Minutes = null,
    Guid? ProcessId = null,
    string? Topic = null,
    string? Note = null,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> Mentions() => [.. Reference.To("process", ProcessId), .. Reference.To("aim", AimId)];
}

public sealed record SpendTime(
    double Minutes, TimeMode? Mode = null, string? Topic = null, Guid? InsteadOf = null, string? Note = null, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> Mentions() => [.. Reference.To("commitment", InsteadOf), .. Reference.To("aim", AimId)];
}

public sealed record SetFocus(string Topic, double Share, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> Mentions() => Reference.To("aim", AimId);
}
