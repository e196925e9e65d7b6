using System.Diagnostics;
using Journal.Commands;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Commands;

namespace Journal.Web.Pages.Forms;

/// <summary>Records what a page's form sends, by the way of every other command.</summary>
internal sealed class FormSender(Recorder recorder, TimeProvider clock)
{
    private static readonly Refusal OtherPerson = Refusal.Conflict("session.other", "This page was opened by somebody else. Nothing was recorded.");
    private static readonly Refusal MayNot = Refusal.Conflict("scope.read", "This session may look, but not record.");
    private static readonly Refusal SentBefore = Refusal.Conflict("form.sent", "This form was sent before, with something else in it. Send it again to record this as well.");

    /// <summary>Records a form.</summary>
    /// <returns>What was recorded, or the form as it was sent with the reason.</returns>
    public async Task<(Recorded? Recorded, RefusedForm? Refused)> SendAsync(SignedIn signedIn, IReadOnlyDictionary<string, string[]> fields, CancellationToken ct)
    {
        var form = fields.TryGetValue("form", out var name) ? name[0] : "";
        RefusedForm Refused(Refusal refusal) => new(form, refusal.Code.StartsWith("idempotency.", StringComparison.Ordinal) ? SentBefore : refusal, fields);
        if (signedIn.Scope < Scope.Write)
            return (null, Refused(MayNot));
        if (fields.TryGetValue("as", out var opened) && opened[0] != signedIn.Person.Id.ToString("D"))
            return (null, Refused(OtherPerson));
        var author = AuthorOf(signedIn);
        var (sent, unreadable) = SentCommand.Read(FormBody.Of(fields), author, Conditions.None, clock);
        if (sent is null)
            return (null, Refused(unreadable!));
        var result = await recorder.RecordAsync(author, sent.Kind, sent.Command, sent.On, ct);
        return result.Recorded is { } recorded ? (recorded, null) : (null, Refused(result.Refusal!));
    }

    public static Author AuthorOf(SignedIn signedIn) => signedIn.Person.As("web", Activity.Current?.TraceId.ToString());
}
