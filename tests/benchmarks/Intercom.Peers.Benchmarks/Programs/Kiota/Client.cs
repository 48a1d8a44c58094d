using System.Net.Http.Headers;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Peers.Kiota;
using Peers.Kiota.Models;

namespace Peers;

/// <summary>The client that Kiota generates, with the handlers that it comes with.</summary>
internal sealed class Client : IClient
{
    private readonly KiotaClient _intercom;
    private Contact _read = new();

    public Client(HttpMessageHandler handler, Uri address)
    {
        // Its own provider of a token refuses an address without https.
        var http = KiotaClientFactory.Create(handler);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        _intercom = new KiotaClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)
        {
            BaseUrl = address.ToString().TrimEnd('/'),
        });
    }

    public async Task<string?> Get() => (await _intercom.Contacts["677a1f0c9b2d4e0012ab34cd"].GetAsync())?.Id;

    public async Task<int> Page() => (await _intercom.Contacts.GetAsync())!.Data!.Count;

    public async Task<string?> Post() =>
        (await _intercom.Contacts.PostAsync(new Create_contact_request { Email = "ada@example.com", Name = "Ada Lovelace" }))?.Id;

    public async Task<int> Walk()
    {
        var (count, search) = (0, Search());
        while (await _intercom.Contacts.Search.PostAsync(search) is { } page)
        {
            count += page.Data!.Count;
            if (page.Pages?.Next?.StartingAfter is not { } next)
                break;
            search.Pagination = new Starting_after_paging { StartingAfter = next };
        }

        return count;
    }

    public string? ReadContact(byte[] utf8) => (_read = Read(utf8, Contact.CreateFromDiscriminatorValue)).Id;

    public int ReadPage(byte[] utf8) => Read(utf8, Contact_list.CreateFromDiscriminatorValue).Data!.Count;

    public int WriteContact()
    {
        using var stream = KiotaJsonSerializer.SerializeAsStream(_read);
        return (int)stream.Length;
    }

    private static T Read<T>(byte[] utf8, ParsableFactory<T> factory)
        where T : IParsable => KiotaJsonSerializer.DeserializeAsync(new MemoryStream(utf8), factory).GetAwaiter().GetResult()!;

    private static Contact_search_request Search() => new()
    {
        Query = new Contact_search_request.Contact_search_request_query
        {
            SingleFilterSearchRequest = new Single_filter_search_request
            {
                Field = "role",
                Operator = Single_filter_search_request_operator.Equal,
                Value = new Single_filter_search_request.Single_filter_search_request_value { String = "user" },
            },
        },
    };
}
