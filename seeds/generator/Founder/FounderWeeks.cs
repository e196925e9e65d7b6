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

    /// <summary>New practices that pay, in each week.</summary>
    public const string Paying =
        "0000000000" + "0101101110" + "1000000000" + "0000101101" + "1001001011" + "1101000000" + "0000010111" + "1102010101" + "1011001010" + "1100110000" + "0000";

    /// <summary>
    /// Promises to customers, by the week they were made in: <c>f</c> kept, <c>l</c> kept a day late, <c>r</c> postponed once for a reason and kept, <c>x</c> postponed three times and missed,
    /// <c>a</c> abandoned, <c>m</c> missed.
    /// </summary>
    public const string Promises =
        "m.x...m..." + "f.f.l.f.f." + "m.x...r.x." + "r.l.f.f.f." + "f...f.l.f." + "r.x.m...a." + "..m.r.f.f." + "f.f.f.f.f." + "f.f.l.r..f" + "f...f.f.rx" + "x.m.";

    /// <summary>Decisions about the product by the days each took; <c>o</c> still open.</summary>
    public const string Decisions =
        "6.7.8.5..." + "2.3.2.3.2." + "5.6.7.8.6." + "7.4.3.2.3." + "2...3.2.2." + "3.6.7...9." + "..8.3.2.2." + "2.1.2.1112" + "1112566.43" + "2...2.2.57" + "8.9o";

    /// <summary>Corrections in each week, from the 27th on.</summary>
    public const string Corrections = "1010" + "0010001000" + "0000022122" + "2122010100" + "0011001000" + "0001000010" + "0100011000" + "0000100010" + "1101";

    /// <summary>Practices set up, from the 32nd week on: by the founder (<c>s</c>), by another who was watched (<c>w</c>) or not (<c>o</c>); a capital where it came out as it should.</summary>
    public const string Setups =
        "s.S.s.S.S" + "...S.s.S.s" + ".s.s.S...s" + "..s..w.W.W" + ".O.O.O.o.O" + ".O.W.O..O." + "OO..OO.O.O" + ".o.O";

    public const int SetupsFrom = 31;

    /// <summary>The week in which a third person came.</summary>
    public const int Hire = 44;

    /// <summary>The first two weeks of a walk a day: too few days logged to say anything.</summary>
    public static IReadOnlyList<(int Week, int Day, bool Done)> Walks { get; } = [(102, 1, true), (102, 3, true), (102, 5, false), (103, 1, true), (103, 2, true)];

    /// <summary>Whether the talks to customers were down in a week, as the founder tells it.</summary>
    public static bool IsDown(int week) => week is < 10 or (>= 20 and < 32) or (>= 52 and < 64) or >= 98;
}
