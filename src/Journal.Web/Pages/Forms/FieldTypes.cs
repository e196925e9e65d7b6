using Journal.Commands;

namespace Journal.Web.Pages.Forms;

/// <summary>Which members of commands are no texts, so that a form's fields can be made a command's body, here and by the script that keeps an outbox.</summary>
public static class FieldTypes
{
    /// <summary>The names of those that are numbers, or true and false, separated by spaces.</summary>
    public static string Numbers { get; } = Names(member => !member.IsList && IsBare(member.Item)) + " ifMatch";

    /// <summary>The names of those that are lists.</summary>
    public static string Lists { get; } = Names(member => member.IsList);

    /// <summary>Whether a value stands in JSON without quotes.</summary>
    internal static bool IsBare(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(bool);

    private static string Names(Func<CommandMember, bool> which) =>
        string.Join(' ', CommandKinds.All.SelectMany(kind => kind.Members).Where(which).Select(member => member.Name).Distinct().Order(StringComparer.Ordinal));
}
