using Intercom;
using Intercom.Json;
using Intercom.Models;

namespace Peers;

/// <summary>This repository's client.</summary>
internal sealed class Client(HttpMessageHandler handler, Uri address) : IClient
{
    private readonly IntercomClient _intercom = new(new IntercomClientOptions
    {
        AccessToken = "token",
        BaseAddress = address,
        HttpClient = new HttpClient(handler),
    });

    private Contact _read = new();

    public async Task<string?> Get() => (await _intercom.Contacts.GetAsync("677a1f0c9b2d4e0012ab34cd")).Id;

    public async Task<int> Page() => (await _intercom.Contacts.ListAsync()).Items.Count;

    public async Task<string?> Post() =>
        (await _intercom.Contacts.CreateAsync(new CreateContactRequest { Email = "ada@example.com", Name = "Ada Lovelace" })).Id;

    public async Task<int> Walk()
    {
        var count = 0;
        await foreach (var _ in _intercom.Contacts.SearchAsync(ContactFields.Role == "user"))
            count++;
        return count;
    }

    public string? ReadContact(byte[] utf8) => (_read = IntercomJson.Parse<Contact>(utf8)).Id;

    public int ReadPage(byte[] utf8) => IntercomJson.Parse<ContactList>(utf8).Items.Count;

    public int WriteContact() => IntercomJson.ToUtf8Json(_read).Length;
}
