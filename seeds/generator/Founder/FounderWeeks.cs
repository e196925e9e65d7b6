namespace Journal.Seeds.Founder;

/// <summary>What happened in each of the 104 weeks, written down by hand so that every figure can be counted.</summary>
internal static class FounderWeeks
{
    /// <summary>Customers talked to, of the four planned; <c>h</c> holiday, <c>s</c> ill, <c>?</c> nothing logged.</summary>
    public const string Customers =
        "10211?10hh" + "3443443344" + "2110s01112" + "1233434443" + "4hh3443443" +
        "432110?021" + "hh12344434" + "4434434443" + "4434434h43" + "44hh344321" + "1011";

    /// <summary>The numbers sent on Friday, from the 27th week on; <c>p</c> sent, <c>m</c> missed, <c>h</c> holiday, <c>i</c> ill.</summary>
    public const string Numbers =
        "pppm" + "ppppppmppp" + "phhppppppp" + "pppmpppppp" + "hhpppppimp" + "pppppppppp" + "pppmpppppp" + "pphhpppppp" + "pppp";

    public const int NumbersFrom = 26;

    /// <summary>Fridays without a meeting, from the fifth week until the practice was dropped; <c>.</c> nothing logged.</summary>
    public const string Fridays = "pmmphh.mpm" + "mmpmmmpmmm" + "smmm.mpmmp" + "mmmpmm";

    public const int FridaysFrom = 4;

    /// <summary>The first two weeks of a walk a day: too few days logged to say anything.</summary>
    public static IReadOnlyList<(int Week, int Day, bool Done)> Walks { get; } = [(102, 1, true), (102, 3, true), (102, 5, false), (103, 1, true), (103, 2, true)];

    /// <summary>Whether the talks to customers were down in a week, as the founder tells it.</summary>
    public static bool IsDown(int week) => week is < 10 or (>= 20 and < 32) or (>= 52 and < 64) or >= 98;
}
