using Journal.Beliefs;
using Journal.Diagnosis;
using Journal.Growth;
using Journal.Processes;
using Journal.Work;

namespace Journal.Seeds.Founder;

/// <summary>What goes on around the talks: who joins, what is asked of them, what comes out, and what has to be put right.</summary>
internal sealed class FounderCompany(SeedLog log, Calendar calendar, Guid paying, Guid rooms)
{
    private readonly Dice dice = new(0xF0_04);
    private readonly Guid setup = log.Id("process/setup");

    public void Tell()
    {
        Grow();
        SetUp();
        Diagnose();
        for (var week = 0; week < FounderWeeks.Customers.Length; week++)
        {
            if (FounderWeeks.Customers[week] is 'h' or '?')
                continue;
            Output(week);
            if (week >= FounderWeeks.NumbersFrom)
                Correct(week);
            if (week >= FounderWeeks.NumbersFrom && (week % 2 == 0 || week is 43 or 45))
                Observe(week);
        }
    }

    private void Grow()
    {
        log.Add(new AmplifierApplied(log.Id("amplifier/ines"), AmplifierKind.Hire, "Inês, for the practices that are with us", null, rooms, At(FounderWeeks.Hire, 0, 9)), source: "web");
        log.Add(new AmplifierApplied(log.Id("amplifier/checklist"), AmplifierKind.Tool, "The set-up as a checklist in the tool itself", setup, rooms, At(66, 0, 9)), source: "web");
        log.Add(new AmplifierApplied(log.Id("amplifier/tomas"), AmplifierKind.Hire, "Tomás, to build with Marta", null, rooms, At(76, 0, 9)), source: "web");
    }

    private void SetUp()
    {
        log.Add(new ProcessDefined(setup, "Set up a new practice", 12, false, null, 180, rooms, At(30, 1, 9)));
        log.Add(new ProcessRevised(setup, null, 7, true, "days until the first booking", 75, At(64, 1, 9)), source: "web");
        foreach (var (code, week) in FounderWeeks.Setups.Select((code, i) => (code, i + FounderWeeks.SetupsFrom)).Where(one => one.code != '.'))
            Run(week, code);
    }

    // A capital letter: it came out as it should.
    private void Run(int week, char code)
    {
        var self = code is 's' or 'S';
        var simple = week >= 64;
        log.Add(
            new ProcessRun(
                setup, log.Id($"run/{week}"), self ? Runner.Self : Runner.Other, self ? null : code is 'w' or 'W', char.IsUpper(code),
                simple ? dice.Roll(55, 90) : dice.Roll(150, 220), simple ? 7 : dice.Roll(11, 13), simple ? dice.Roll(2, 3) : dice.Roll(4, 6), self || code is 'w' or 'W', null, At(week, 3, 15)),
            dice.Roll(2, 90),
            self ? "cli" : "web");
    }

    private void Diagnose()
    {
        var (building, defect) = (log.Id("belief/building"), log.Id("defect/answers"));
        log.Add(new DiagnosisStated(log.Id("diagnosis/team"), DiagnosisKind.Surface, ConstraintKind.Team, "We are two. With a third the calls would happen.", paying, At(22, 6, 19)), source: "web");
        log.Add(new DefectRaised(defect, "Every answer to a customer waits for me", Layer.Execution, setup, [log.Id("commitment/20"), log.Id("commitment/22")], [building, log.Id("decision/38")], 0.7, rooms, At(40, 6, 19)), source: "web");
        log.Add(new DefectConfirmed(defect, At(43, 4, 19)), source: "web");
        log.Add(new DefectResolved(defect, "Inês sets practices up and answers. I read it on Fridays.", At(74, 4, 19)), source: "web");
        log.Add(new ConstraintNominated(building, "When a week goes to calls", "nobody builds, and one new practice a week is all we can carry", null, 1, [log.Id("practice/talks")], At(54, 6, 20)), source: "web");
        log.Add(new DiagnosisStated(log.Id("diagnosis/belief"), DiagnosisKind.Structural, ConstraintKind.Belief, "We are three and the calls still do not happen. I stop when the code feels unwatched.", paying, At(62, 6, 19)), source: "web");
    }

    private void Output(int week)
    {
        if (FounderWeeks.Paying[week] is > '0' and var code)
            log.Add(new OutputRecorded(log.Id($"output/{week}"), code - '0', "practice", null, null, null, null, paying, At(week, 4, 16)), source: "web");
    }

    private void Correct(int week)
    {
        for (var i = 0; i < FounderWeeks.Corrections[week - FounderWeeks.NumbersFrom] - '0'; i++)
            log.Add(new CorrectionMade(log.Id($"correction/{week}/{i}"), dice.Roll(15, 90), week >= FounderWeeks.SetupsFrom && i == 0 ? setup : null, null, rooms, At(week, 1 + (2 * i), 14)), dice.Roll(2, 60));
        // Until the list is handed over something waits for the founder every other week, and again once it is back.
        if (week % 2 == 1 && week is < 64 or >= 97)
            log.Add(new OperatorIntervened(log.Id($"occasion/{week}"), dice.Roll(10, 60), setup, null, rooms, At(week, 2, 11)), dice.Roll(2, 40));
    }

    private void Observe(int week)
    {
        var team = week < FounderWeeks.Hire ? 2 : week < 76 ? 3 : 4;
        var messages = week < FounderWeeks.Hire ? dice.Roll(36, 44) : week < 64 ? dice.Roll(84, 96) : team == 3 ? dice.Roll(58, 64) : dice.Roll(72, 82);
        var opportunities = week is 84 or 86 ? 9 : dice.Roll(3, 4);
        var pressure = (FounderWeeks.IsDown(week) ? 5 : 3) + dice.Roll(0, 1);
        log.Add(new LoadObserved(log.Id($"load/{week}"), team, messages, opportunities, null, pressure, null, At(week, week == FounderWeeks.Hire ? 0 : 4, 18)), source: "web");
    }

    private DateTimeOffset At(int week, int daysAfterMonday, int hour) => log.At(calendar.Day(week, daysAfterMonday), hour, 20);
}
