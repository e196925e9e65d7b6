using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Access;

internal static class MeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Me");
        me.MapGet("/", Get).WithName("GetMe").WithSummary("Whose journal this token opens.");
        me.MapPatch("/", Move).WithName("MoveMe").WithSummary("Moves to another time zone; what is recorded keeps the offsets it has.").Accepts<NewZone>("application/json");
    }

    private static Ok<Me> Get(SignedIn signedIn) => TypedResults.Ok(Me.Of(signedIn.Person, signedIn.Scope));

    private static async Task<Results<Ok<Me>, ProblemHttpResult>> Move(HttpContext context, SignedIn signedIn, PeopleRegistry people, CancellationToken ct)
    {
        var (content, problem) = await JsonBody.ReadAsync(context, AccessJson.Default.NewZone);
        if (content is null)
            return problem!;
        var (person, refusal) = await people.MoveAsync(signedIn.Person.Id, content.Zone, ct);
        return person is null ? Problems.Of(refusal!) : TypedResults.Ok(Me.Of(person, signedIn.Scope));
    }
}

/// <summary>The person a token stands for.</summary>
/// <param name="Zone">IANA name of the zone they live in.</param>
internal sealed record Me(Guid Id, string Handle, string Zone, Scope Scope)
{
    public static Me Of(Person person, Scope scope) => new(person.Id, person.Handle, person.Zone, scope);
}

/// <param name="Zone">An IANA name, such as Europe/Lisbon.</param>
internal sealed record NewZone(string Zone);
