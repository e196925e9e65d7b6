using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Journal.Recording;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Journal.Web.Http;

/// <summary>Refuses parameters of an address that its handler does not declare, or cannot read: a mistyped one must not answer another question than was asked.</summary>
internal static class KnownParameters
{
    /// <summary>Puts the check in front of every endpoint of a group.</summary>
    public static TBuilder WithKnownParameters<TBuilder>(this TBuilder group)
        where TBuilder : IEndpointConventionBuilder =>
        group.AddEndpointFilterFactory((factory, next) =>
        {
            var declared = Of(factory.MethodInfo).ToDictionary(one => one.Name, StringComparer.OrdinalIgnoreCase);
            return context => Check(context.HttpContext, declared) is { } refusal ? ValueTask.FromResult<object?>(Refused(context.HttpContext, refusal)) : next(context);
        });

    private static ProblemHttpResult Refused(HttpContext http, Refusal refusal)
    {
        // The framework has set 400 already where it could not read one.
        http.Response.StatusCode = StatusCodes.Status200OK;
        return Problems.Of(refusal);
    }

    private static Refusal? Check(HttpContext http, Dictionary<string, Parameter> declared)
    {
        var takesMore = http.GetEndpoint()?.Metadata.GetMetadata<ParametersOf>() is not null;
        foreach (var (name, values) in http.Request.Query)
        {
            if (http.Request.RouteValues.ContainsKey(name) || !declared.TryGetValue(name, out var parameter))
            {
                if (takesMore)
                    continue;
                var known = declared.Keys.Where(one => !http.Request.RouteValues.ContainsKey(one)).ToList();
                return Refusal.Invalid("query.unknown", known.Count == 0 ? "This is asked without parameters." : $"This is asked by {string.Join(", ", known)}.");
            }

            if (!parameter.IsList && values.Count > 1)
                return Refusal.Invalid("query.repeated", $"{parameter.Name} is given once.");
            if (values.Any(value => !parameter.IsReadable(value)))
                return Refusal.Invalid($"{parameter.Name}.type", $"{parameter.Name} is {parameter.Expected}.");
        }

        return null;
    }

    // The generator of endpoints fills in no inherited property: one is not known here either, so that it is refused and not lost.
    private const BindingFlags OfItsOwn = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static IEnumerable<Parameter> Of(MethodInfo handler) => handler.GetParameters().SelectMany(parameter =>
        parameter.GetCustomAttribute<AsParametersAttribute>() is not null ? parameter.ParameterType.GetProperties(OfItsOwn).Where(property => property.CanWrite).Select(property => Parameter.Of(property, property.PropertyType, property.Name))
        : parameter.ParameterType == typeof(CancellationToken) ? []
        : parameter.ParameterType.IsValueType || parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(string[]) ? [Parameter.Of(parameter, parameter.ParameterType, parameter.Name!)]
        : []);

    private sealed record Parameter(string Name, Type Type, bool IsList)
    {
        public static Parameter Of(ICustomAttributeProvider source, Type type, string called)
        {
            var name = source.GetCustomAttributes(inherit: true).OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(called);
            var item = type.IsArray ? type.GetElementType()! : type;
            return new(name, Nullable.GetUnderlyingType(item) ?? item, type.IsArray);
        }

        public string Expected => Type == typeof(Guid) ? "an id (UUID)"
            : Type == typeof(bool) ? "true or false"
            : Type == typeof(PageMark) ? "what next of the page before said, or a time"
            : Type.IsEnum ? $"one of {string.Join(", ", EnumWords.Of(Type))}"
            : "a number";

        public bool IsReadable(string? text) => Type == typeof(string)
            || (Type == typeof(Guid) ? Guid.TryParse(text, out _)
            : Type == typeof(bool) ? bool.TryParse(text, out _)
            : Type == typeof(PageMark) ? PageMark.TryParse(text, null, out _)
            : Type == typeof(double) ? double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _)
            : Type.IsEnum ? EnumWords.Of(Type).Contains(text, StringComparer.OrdinalIgnoreCase)
            : long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _));
    }
}
