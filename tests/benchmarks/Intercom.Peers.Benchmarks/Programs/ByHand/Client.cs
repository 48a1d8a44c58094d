using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Intercom.Benchmarks.Plain;

namespace Peers;

/// <summary>What one would write without any generator: HttpClient, and System.Text.Json's source generator for the types in use.</summary>
internal sealed class Client : IClient
{
    private readonly HttpClient _http;
    private PlainContact _read = new();

    public Client(HttpMessageHandler handler, Uri address)
    {
        _http = new HttpClient(handler) { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
    }

    public async Task<string?> Get() =>
        (await _http.GetFromJsonAsync("contacts/677a1f0c9b2d4e0012ab34cd", PlainJson.Default.PlainContact))?.Id;

    public async Task<int> Page() => (await _http.GetFromJsonAsync("contacts", PlainJson.Default.PlainContactList))!.Data!.Count;

    public async Task<string?> Post() => (await Send(
        "contacts", new NewContact("ada@example.com", "Ada Lovelace"), RequestJson.Default.NewContact, PlainJson.Default.PlainContact)).Id;

    public async Task<int> Walk()
    {
        var (count, search) = (0, new Search(new Filter("role", "=", "user"), null));
        while (true)
        {
            var page = await Send("contacts/search", search, RequestJson.Default.Search, PlainJson.Default.PlainContactList);
            count += page.Data!.Count;
            if (page.Pages?.Next?.StartingAfter is not { } next)
                return count;
            search = search with { Pagination = new Pagination(next) };
        }
    }

    public string? ReadContact(byte[] utf8) => (_read = JsonSerializer.Deserialize(utf8, PlainJson.Default.PlainContact)!).Id;

    public int ReadPage(byte[] utf8) => JsonSerializer.Deserialize(utf8, PlainJson.Default.PlainContactList)!.Data!.Count;

    public int WriteContact() => JsonSerializer.SerializeToUtf8Bytes(_read, PlainJson.Default.PlainContact).Length;

    private async Task<TAnswer> Send<T, TAnswer>(string path, T body, JsonTypeInfo<T> written, JsonTypeInfo<TAnswer> read)
    {
        using var response = await _http.PostAsJsonAsync(path, body, written);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(read))!;
    }
}

internal sealed record NewContact([property: JsonPropertyName("email")] string Email, [property: JsonPropertyName("name")] string Name);

internal sealed record Search(
    [property: JsonPropertyName("query")] Filter Query, [property: JsonPropertyName("pagination")] Pagination? Pagination);

internal sealed record Filter(
    [property: JsonPropertyName("field")] string Field,
    [property: JsonPropertyName("operator")] string Operator,
    [property: JsonPropertyName("value")] string Value);

internal sealed record Pagination([property: JsonPropertyName("starting_after")] string StartingAfter);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewContact))]
[JsonSerializable(typeof(Search))]
internal sealed partial class RequestJson : JsonSerializerContext;
