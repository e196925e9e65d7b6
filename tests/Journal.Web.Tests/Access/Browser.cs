using System.Net;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Access;

/// <summary>A browser as far as cookies and the ways between two sites go: cookies that are strict do not go along with what comes from another site.</summary>
public sealed class Browser(HttpClient http)
{
    private readonly Dictionary<string, (string Value, bool IsStrict)> cookies = [];

    public IReadOnlyCollection<string> Cookies => cookies.Keys;

    public string? this[string cookie] => cookies.TryGetValue(cookie, out var one) ? one.Value : null;

    /// <summary>Another one with the same cookies, as a thief has it who copied them.</summary>
    public Browser Stolen()
    {
        var thief = new Browser(http);
        foreach (var (name, one) in cookies)
            thief.cookies.Add(name, one);
        return thief;
    }

    public Task<Answer> GetAsync(string address, bool fromElsewhere = false) => SendAsync(HttpMethod.Get, address, null, fromElsewhere);

    public async Task<Answer> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await SendAsync(HttpMethod.Post, address, form, fromElsewhere: false);
    }

    /// <summary>Leaves for the provider, is known there, and comes back.</summary>
    public async Task<Answer> GoAsync(string address) => await GetAsync(await BackAsync(address), fromElsewhere: true);

    /// <summary>Leaves for the provider, and says where that sends it back to.</summary>
    public async Task<string> BackAsync(string address)
    {
        var left = await GetAsync(address);
        Assert.True(left.Status == HttpStatusCode.Redirect, $"{left.Status} {left.Text}");
        using var elsewhere = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var back = await elsewhere.GetAsync(new Uri(left.Headers["Location"]));
        Assert.True(back.StatusCode == HttpStatusCode.Redirect, $"{back.StatusCode} {await back.Content.ReadAsStringAsync()}");
        Assert.Equal("http://localhost/sign-in/with/back", back.Headers.Location!.GetLeftPart(UriPartial.Path));
        return back.Headers.Location.PathAndQuery;
    }

    private async Task<Answer> SendAsync(HttpMethod method, string address, HttpContent? content, bool fromElsewhere)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", fromElsewhere ? "cross-site" : "same-origin");
        request.Headers.Add("Accept", "text/html");
        var sent = cookies.Where(one => !fromElsewhere || !one.Value.IsStrict).Select(one => $"{one.Key}={one.Value.Value}").ToList();
        if (sent.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", sent));
        using var response = await http.SendAsync(request);
        foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var parts = set.Split("; ");
            var (name, value) = (parts[0].Split('=', 2)[0], parts[0].Split('=', 2)[1]);
            if (value.Length == 0)
                cookies.Remove(name);
            else
                cookies[name] = (value, parts.Contains("samesite=strict", StringComparer.OrdinalIgnoreCase));
        }

        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value)));
    }
}
