using System.Net.Http.Headers;
using System.Text.Json;
using Peers.NSwag;

namespace Peers;

/// <summary>The client that NSwag generates.</summary>
internal sealed class Client : IClient
{
    private readonly ContactsClient _contacts;
    private Contact _read = new();

    public Client(HttpMessageHandler handler, Uri address)
    {
        var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        _contacts = new ContactsClient(http) { BaseUrl = address.ToString() };
    }

    public async Task<string?> Get() => (await _contacts.ShowContactAsync("677a1f0c9b2d4e0012ab34cd")).Id;

    public async Task<int> Page() => (await _contacts.ListContactsAsync()).Data.Count;

    public async Task<string?> Post() =>
        (await _contacts.CreateContactAsync(body: new Create_contact_request { Email = "ada@example.com", Name = "Ada Lovelace" })).Id;

    public async Task<int> Walk()
    {
        var (count, search) = (0, Search());
        while (true)
        {
            var page = await _contacts.SearchContactsAsync(body: search);
            count += page.Data.Count;
            if (page.Pages?.Next?.Starting_after is not { } next)
                return count;
            search.Pagination = new Starting_after_paging { Starting_after = next };
        }
    }

    public string? ReadContact(byte[] utf8) => (_read = JsonSerializer.Deserialize<Contact>(utf8)!).Id;

    public int ReadPage(byte[] utf8) => JsonSerializer.Deserialize<Contact_list>(utf8)!.Data.Count;

    public int WriteContact() => JsonSerializer.SerializeToUtf8Bytes(_read).Length;

    private static Contact_search_request Search() => new()
    {
        Query = new Single_filter_search_request { Field = "role", Operator = Single_filter_search_requestOperator.Eq, Value = "user" },
    };
}
