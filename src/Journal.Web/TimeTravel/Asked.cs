using System.Reflection;
using System.Text.Json;
using Journal.Recording;
using Microsoft.AspNetCore.Mvc;

namespace Journal.Web.TimeTravel;

/// <summary>Looks at the parameters of an address as a whole.</summary>
internal static class Asked
{
    /// <summary>A refusal when a parameter is none of those that a query declares: a mistyped one must not answer another question than was asked.</summary>
    public static Refusal? Strange<TQuery>(HttpRequest http) => http.Query.Keys.Any(name => !Names<TQuery>.All.Contains(name, StringComparer.OrdinalIgnoreCase))
        ? Refusal.Invalid("query.unknown", $"This is asked by {string.Join(", ", Names<TQuery>.All)}.")
        : null;

    private static class Names<TQuery>
    {
        public static IReadOnlyList<string> All { get; } =
            [.. typeof(TQuery).GetConstructors()[0].GetParameters().Select(one => one.GetCustomAttribute<FromQueryAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(one.Name!))];
    }
}
