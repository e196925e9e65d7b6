namespace Journal.Seeds.Consultant;

/// <summary>What happened in each of the 80 weeks, written down by hand so that every figure can be counted.</summary>
internal static class ConsultantWeeks
{
    public const int Turn = 40;

    /// <summary>Mornings written of the five planned; <c>h</c> holiday, <c>s</c> ill from Tuesday to Thursday, <c>?</c> nothing logged.</summary>
    public const string Mornings =
        "232hh34431" + "12s2134321" + "02?2321331" + "hh23210221" +
        "3444545554" + "55454hh454" + "45s4542455" + "4545h45554";

    /// <summary>The weekly article: <c>p</c> published, <c>m</c> missed, <c>h</c> holiday, <c>i</c> ill, <c>.</c> nothing logged.</summary>
    public const string Articles =
        "mpmhhppmmm" + "m.immppmm." + "mm.mpmmppm" + "hhmpmm.mpm" +
        "mppppppppp" + "ppppphhppp" + "ppippmpppp" + "pppphppp.p";

    /// <summary>Days from the plan to the start of each published article of the first forty weeks, in order.</summary>
    public const string LateBefore = "2413241334";
}
