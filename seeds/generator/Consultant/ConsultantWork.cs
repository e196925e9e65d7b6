namespace Journal.Seeds.Consultant;

/// <summary>The weeks of work, one after another, each with the article in hand: a new one only when the last is out.</summary>
internal sealed class ConsultantWork(SeedLog log, Calendar calendar, Guid aim, Guid article, Guid morning)
{
    public void Tell()
    {
        var mornings = new ConsultantMornings(log, calendar, morning);
        var articles = new ConsultantArticles(log, calendar, article);
        var entries = new ConsultantEntries(log, calendar, aim);
        var evidence = new ConsultantEvidence(log, calendar);
        var decisions = new ConsultantDecisions(log, calendar, aim);
        var diagnosis = new ConsultantDiagnosis(log, calendar, aim, article);
        decisions.SetStandard();
        diagnosis.Tell();
        for (int week = 0, published = 0; week < ConsultantWeeks.Mornings.Length; week++)
        {
            var topic = Topics.Title(published);
            mornings.Tell(week, topic);
            var outcome = articles.Tell(week, topic, published);
            var entry = entries.Tell(week, topic);
            evidence.Tell(week, outcome, entry);
            decisions.Tell(week, topic);
            diagnosis.Output(week, topic);
            published += ConsultantWeeks.Articles[week] == 'p' ? 1 : 0;
        }
    }
}
