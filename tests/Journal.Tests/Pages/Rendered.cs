using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Journal.Tests.Pages;

/// <summary>Components as the text that they are sent as.</summary>
internal static partial class Rendered
{
    public static string Of<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var markup = renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters.ToDictionary(one => one.Name, one => one.Value)))).ToHtmlString()).GetAwaiter().GetResult();
        return Letters(markup);
    }

    /// <summary>Letters of other scripts may be written by their numbers; the same is sent either way.</summary>
    public static string Letters(string markup) => Numbered().Replace(markup, match => WebUtility.HtmlDecode(match.Value));

    [GeneratedRegex("&#x(?:[0-9A-F]{3,6}|[8-9A-F][0-9A-F]);")]
    private static partial Regex Numbered();
}
