namespace Journal.Seeds.Consultant;

/// <summary>What the consultant writes about: prices of software.</summary>
internal static class Topics
{
    /// <summary>The title of an article, counted from the first.</summary>
    public static string Title(int number) => $"“{char.ToUpperInvariant(All[number][0])}{All[number][1..]}”";

    private static IReadOnlyList<string> All { get; } =
    [
        "the price page nobody tests", "annual discounts that cost more than they bring", "why seat prices punish the best customers",
        "what a free plan is for", "raising prices on people who stayed", "the third column of a price table", "usage prices and the fear of the bill",
        "selling to procurement", "prices in four currencies", "the discount that became the price", "trial length", "naming plans",
        "when to hide the price", "interviews about willingness to pay", "the cost of one more plan", "price changes told by e-mail",
        "grandfathered customers", "what to charge for support", "pilots that never end", "bundles nobody asked for", "the enterprise plan as a form",
        "credits and why they expire", "refunds as research", "prices for charities", "how to read churn after a rise", "the anchor on the page",
        "paying by the outcome", "prices for resellers", "the invoice as a message", "minimum commitments", "when a customer asks for less",
        "the first price of a new product", "metrics that follow value", "prices that sales can explain", "overage without anger",
        "two-part tariffs", "the migration price", "rounding", "how often to change a price", "prices for teams of one", "the price of waiting",
        "contracts that renew themselves", "what competitors' prices do not say", "packaging for a second product", "a price committee that works",
        "deals at the end of a quarter", "who may give a discount", "the spreadsheet behind the price",
    ];
}
