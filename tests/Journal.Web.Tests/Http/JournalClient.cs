using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Journal.Web.Access;

namespace Journal.Web.Tests.Http;

/// <summary>One person's way to the API.</summary>
public sealed class JournalClient(HttpClient http, Person person, string? token)
{
    public Person Person => person;

    public string? Token => token;

    public JournalClient With(string? otherToken) => new(http, person, otherToken);

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, string? json, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, json, headers);

    public Task<Answer> PatchAsync(string path, string json, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Patch, path, json, headers);

    public Task<Answer> SendAsync(HttpMethod method, string path, string? json, params (string Name, string Value)[] headers)
    {
        var (sent, address, body) = Addresses.Of(method.Method, path, json);
        return SendContentAsync(new(sent), address, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), headers);
    }

    public async Task<Answer> SendContentAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path.StartsWith('/') ? path : $"/api/v1/{path}", UriKind.Relative)) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text, response.Content.Headers.ContentType?.MediaType, response.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value)));
    }

    /// <summary>Records something new and gives its id.</summary>
    public async Task<Guid> NewAsync(string path, string json)
    {
        var answer = await PostAsync(path, json);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return answer.Json.GetProperty("id").GetGuid();
    }

    public Task<Guid> NewAimAsync() => NewAsync("aims", """{"title":"Publish weekly"}""");

    public Task<Guid> NewPracticeAsync() => NewAsync("practices", """{"title":"Write","times":3,"days":7}""");

    public Task<Guid> NewBeliefAsync() => NewAsync("beliefs", """{"text":"Visibility is scrutiny","scope":"safe","strength":0.8}""");
}

public sealed record Answer(HttpStatusCode Status, string Text, string? MediaType, Dictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string? Code => MediaType == "application/problem+json" ? Json.GetProperty("code").GetString() : null;

    public void IsRefused(int status, string code)
    {
        Assert.True((int)Status == status && Code == code, $"{(int)Status} {Text}, not {status} {code}");
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
    }

    public JsonElement Succeeds()
    {
        Assert.True((int)Status is >= 200 and < 300, $"{(int)Status} {Text}");
        return MediaType is "application/json" or "application/problem+json" ? Json : default;
    }
}
