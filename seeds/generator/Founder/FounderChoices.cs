using Journal.Decisions;
using Journal.Work;

namespace Journal.Seeds.Founder;

/// <summary>What is decided about the product and how long it takes, what comes first, and where the hours go.</summary>
internal sealed class FounderChoices(SeedLog log, Calendar calendar, Guid paying)
{
    private readonly Dice dice = new(0xF0_06);
    private readonly Deck questions = new(new(0xF0_61), FounderTexts.Questions);
    private readonly Guid talks = log.Id("practice/talks");

    public void Tell()
    {
        log.Add(new DecisionStandardSet(log.Id("standard/roadmap"), "roadmap", 96, At(63, 0, 10)), source: "web");
        log.Add(new FocusSet(log.Id("focus/customers"), "customers", 0.4, paying, At(31, 0, 9)), source: "web");
        log.Add(new FocusSet(log.Id("focus/product"), "product", 0.6, paying, At(31, 0, 9)), source: "web");
        foreach (var (code, week) in FounderWeeks.Decisions.Select((code, week) => (code, week)).Where(one => one.code != '.'))
            Decide(week, code);
        for (var week = 4; week < FounderWeeks.Customers.Length; week += 8)
            Rank(week);
        for (var week = FounderWeeks.NumbersFrom; week < FounderWeeks.Customers.Length; week++)
            Spend(week);
    }

    // The code is the days it takes; from five on it is gone over three times and nothing new comes of it.
    private void Decide(int week, char code)
    {
        var (id, opened) = (log.Id($"decision/{week}"), At(week, 0, 12));
        var slow = code == 'o' || code >= '5';
        log.Add(new DecisionOpened(id, questions.Deal(), "roadmap", slow ? [] : ["now", "later"], null, [], paying, opened));
        for (var round = 0; round < (slow ? 3 : code == '1' ? 0 : 1); round++)
            log.Add(new DecisionReviewed(id, log.Id($"review/{week}/{round}"), !slow, null, dice.Roll(20, 60), At(week, round + 1, 17)));
        if (code != 'o')
            log.Add(new DecisionMade(id, dice.Chance(0.6) ? "now" : "later", slow ? 0.5 : 0.7 + (dice.Roll(0, 2) / 10.0), log.At(calendar.Day(week, code - '0'), 13, dice.Roll(0, 50))));
    }

    private void Rank(int week) => log.Add(
        new PrioritiesRanked(
            log.Id($"ranking/{week}"),
            FounderWeeks.IsDown(week)
                ? (week % 16 < 8 ? ["the calendar view", "the waiting list", "calls", "reminders"] : ["the waiting list", "reminders", "the calendar view", "calls"])
                : ["calls", "reminders", "the waiting list", "the calendar view"],
            paying,
            At(week, 6, 18)),
        source: "web");

    // In a week that is down the hours go to the code, in the place of calls.
    private void Spend(int week)
    {
        if (FounderWeeks.Customers[week] is 'h' or '?' || (week % 2 == 1 && week is not (51 or 97 or 99)))
            return;
        var down = FounderWeeks.IsDown(week) || week is 50 or 51 or 97;
        var mode = down ? TimeMode.Doing : week < 64 ? TimeMode.Reacting : week % 4 == 0 ? TimeMode.Structuring : TimeMode.Designing;
        log.Add(new TimeSpent(log.Id($"time/{week}/product"), 60 * (down ? dice.Roll(24, 32) : dice.Roll(14, 20)), mode, "product", down ? talks : null, null, paying, At(week, 4, 19)));
        if (!down)
            log.Add(new TimeSpent(log.Id($"time/{week}/customers"), 60 * dice.Roll(9, 13), week < 64 ? TimeMode.Doing : TimeMode.Preempting, "customers", null, null, paying, At(week, 4, 19)), 4);
    }

    private DateTimeOffset At(int week, int daysAfterMonday, int hour) => log.At(calendar.Day(week, daysAfterMonday), hour, 30);
}
