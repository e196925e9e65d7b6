using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Journal.Web.Tests.Crashes;

/// <summary>Somebody who records a day of a practice after another, and sends each again, under its key, until it is acknowledged.</summary>
internal sealed class Writer(string tenant, string token, IReadOnlyList<Node> nodes) : IDisposable
{
    private static readonly DateTimeOffset Start = new(2000, 1, 3, 8, 0, 0, TimeSpan.Zero);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public string Tenant => tenant;

    /// <summary>Requests that were acknowledged; each is one event.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Requests that had to be sent more than once.</summary>
    public int Repeated { get; private set; }

    public async Task RecordAsync(CancellationToken stop)
    {
        var practice = (await SendAsync("practices", """{"title":"Write","times":1,"days":1}""", "practice")).GetProperty("id").GetGuid();
        for (var day = 0; !stop.IsCancellationRequested; day++)
        {
            // Two good weeks, then two bad ones: progress and a regression every four weeks.
            var kind = day % 28 < 14 ? "finished" : "missed";
            await SendAsync($"practices/{practice}/outcomes", $$"""{"kind":"{{kind}}","occurredAt":"{{Start.AddDays(day):O}}"}""", $"day-{day}");
        }
    }

    private async Task<JsonElement> SendAsync(string path, string body, string key)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (nodes[(Acknowledged + attempt) % nodes.Count].Address is not { } address)
            {
                await Task.Delay(50, CancellationToken.None);
                continue;
            }

            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"/api/v1/{path}")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                request.Headers.Add("Idempotency-Key", key);
                using var answer = await http.SendAsync(request, CancellationToken.None);
                var text = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                if (answer.IsSuccessStatusCode)
                {
                    (Acknowledged, Repeated) = (Acknowledged + 1, Repeated + (attempt > 0 ? 1 : 0));
                    return JsonDocument.Parse(text).RootElement;
                }

                Assert.True((int)answer.StatusCode >= 500, $"{(int)answer.StatusCode} {text}");
            }
            catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException or IOException)
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    public void Dispose() => http.Dispose();
}
