namespace Journal.Reports;

/// <summary>What a report writes on while it is worked out.</summary>
public sealed class ReportBuilder(ReportView view)
{
    private const int Places = 4;
    private readonly HashSet<string> dated = new(StringComparer.Ordinal);
    private readonly List<TestFigure> tests = [];
    private readonly List<Figure> figures = [];
    private readonly List<Finding> findings = [];
    private readonly List<Series> series = [];
    private readonly List<Table> tables = [];

    /// <summary>Those added so far.</summary>
    internal IReadOnlyList<Figure> Figures => figures;

    /// <summary>Adds a figure over the window of the report, or over one of its own.</summary>
    public void Add(string name, string label, string unit, Measure measure, Guid? subject = null, DateOnly? from = null, DateOnly? to = null) =>
        Add(Figure.Of(name, label, unit, measure, subject, from ?? view.First, to ?? view.Last));

    /// <summary>Adds a figure as it is.</summary>
    internal void Add(Figure figure)
    {
        view.GoOn();
        figures.Add(figure);
    }

    /// <summary>Adds the answer to a question that one measure decides: what is missing where it has no value, else what was found or was not.</summary>
    /// <param name="name">Of the finding.</param>
    /// <param name="measure">What the answer rests on.</param>
    /// <param name="found">Whether the records show it; of no account where the measure has no value.</param>
    /// <param name="yes">In words, where they do.</param>
    /// <param name="no">In words, where they do not.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="alternatives">What else would explain what was found.</param>
    public void Judge(string name, Measure measure, bool found, string yes, string no, Guid? subject = null, params IReadOnlyList<string> alternatives)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (measure.What is { } missing)
        {
            Insufficient(name, missing, measure.N, measure.Events, subject);
        }
        else
        {
            Judge(name, found, yes, no, measure.N, measure.Events, subject, alternatives);
        }
    }

    /// <summary>Adds the answer to a question that can be told.</summary>
    public void Judge(string name, bool found, string yes, string no, int n, IEnumerable<Guid> events, Guid? subject = null, params IReadOnlyList<string> alternatives)
    {
        if (found)
        {
            Found(name, yes, n, events, subject, alternatives);
        }
        else
        {
            NotFound(name, no, n, events, subject);
        }
    }

    /// <summary>Adds what the records show.</summary>
    public void Found(string name, string sentence, int n, IEnumerable<Guid> events, Guid? subject = null, params IReadOnlyList<string> alternatives) =>
        Add(new Finding(name, FindingState.Found, sentence, n, subject, alternatives, Evidence.Of(events)));

    /// <summary>Adds what was looked for and is not there.</summary>
    public void NotFound(string name, string sentence, int n, IEnumerable<Guid> events, Guid? subject = null) =>
        Add(new Finding(name, FindingState.NotFound, sentence, n, subject, [], Evidence.Of(events)));

    /// <summary>Adds what cannot be told, with what is missing.</summary>
    public void Insufficient(string name, string missing, int n = 0, IEnumerable<Guid>? events = null, Guid? subject = null) =>
        Add(new Finding(name, FindingState.Insufficient, Measure.Lead + missing, n, subject, [], Evidence.Of(events ?? [])));

    /// <summary>A sentence for now, or one for then where the last record is long past; the latter names its day itself.</summary>
    public string Dated(string now, Func<string, string> then)
    {
        ArgumentNullException.ThrowIfNull(then);
        if (!view.Past)
        {
            return now;
        }

        var said = then(Text.LongDay(view.LastRecord!.Value));
        dated.Add(said);
        return said;
    }

    /// <summary>Adds the probability that chance alone gives what was found; all of a report are looked at together.</summary>
    public void Test(string name, double probability, Guid? subject = null) => tests.Add(new(name, subject, Math.Round(probability, Places), Holds: false));

    public void Add(Series one) => series.Add(one with { Points = [.. one.Points.Select(point => point with { Value = point.Value is { } value ? Math.Round(value, Places) : null })] });

    public void Add(Table one) => tables.Add(one);

    private void Add(Finding finding)
    {
        view.GoOn();
        findings.Add(finding);
    }

    internal Report Close(string name)
    {
        var days = new RecordedDays(view, findings.SelectMany(finding => finding.Events));
        for (var i = 0; i < findings.Count; i++)
        {
            view.GoOn();
            findings[i] = Dated(findings[i], days);
        }

        return Closed(name);
    }

    private Finding Dated(Finding finding, RecordedDays days)
    {
        var last = days.Last(finding.Events) ?? view.LastRecord;
        return view.Past && finding.State != FindingState.Insufficient && !dated.Contains(finding.Sentence)
            ? finding with { LastRecord = last, Sentence = $"As of {Text.LongDay(view.LastRecord!.Value)}, when the records end: {finding.Sentence}" }
            : finding with { LastRecord = last };
    }

    private Report Closed(string name) => new(
        name,
        ReportOrigin.Of(view),
        figures.TrueForAll(figure => figure.Value is null) && findings.TrueForAll(finding => finding.State == FindingState.Insufficient) && tables.TrueForAll(table => table.Rows.Count == 0)
            ? "insufficient data: nothing this report speaks of is recorded in the window" : null,
        Titles(),
        figures,
        findings,
        series,
        tables,
        Asked.Of(figures, findings, tests));

    private List<SubjectTitle> Titles()
    {
        var (mentioned, known) = (new List<Guid>(), new HashSet<Guid>());
        void Mention(Guid? subject)
        {
            if (subject is { } id && known.Add(id))
            {
                mentioned.Add(id);
            }
        }

        figures.ForEach(figure => Mention(figure.Subject));
        findings.ForEach(finding => Mention(finding.Subject));
        series.ForEach(one => Mention(one.Subject));
        foreach (var row in tables.SelectMany(table => table.Rows))
        {
            Mention(row.Subject);
        }

        var facts = view.Facts.Find(known);
        return [.. mentioned.Select(id => facts.GetValueOrDefault(id) is { Heading: { } heading } fact ? new SubjectTitle(id, fact.Kind, heading) : null).OfType<SubjectTitle>()];
    }
}
