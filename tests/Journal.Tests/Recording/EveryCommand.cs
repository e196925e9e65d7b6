using Journal.Facts;
using Journal.Recording;
using Journal.Web.History;

namespace Journal.Tests.Recording;

public sealed class EveryCommand
{
    [Fact]
    public void Can_be_read_from_json()
    {
        var commands = typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command)));
        Assert.Empty(commands.Where(type => CommandsJson.Default.GetTypeInfo(type) is null).Select(type => type.Name));
    }

    [Fact]
    public void Records_events_that_the_history_can_be_asked_for()
    {
        var events = typeof(IJournalEvent).Assembly.GetTypes().Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IJournalEvent)));
        Assert.All(events.Select(EventTypes.NameOf), name => Assert.Equal([name], EventFamilies.Find(name)));
    }
}
