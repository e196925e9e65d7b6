using System.Net.Sockets;
using Npgsql;

namespace Journal.Web.Guards;

/// <summary>Tells a database that cannot be reached from one that says no, however deep the libraries have wrapped it.</summary>
internal static class Outages
{
    private static readonly string[] Classes = ["08", "53", "57P"];

    /// <summary>Whether it may go better in a moment, because the database was not there, was starting, stopping or full.</summary>
    public static bool IsOutage(Exception? e) => e switch
    {
        null => false,
        PostgresException said => said.IsTransient || Classes.Any(one => said.SqlState.StartsWith(one, StringComparison.Ordinal)),
        NpgsqlException { IsTransient: true } => true,
        NpgsqlException { InnerException: IOException or TimeoutException or SocketException or ObjectDisposedException } => true,
        AggregateException several => several.InnerExceptions.Any(IsOutage),
        _ => IsOutage(e.InnerException),
    };
}
