namespace Peers;

/// <summary>What is measured of each client, written as its users would write it.</summary>
internal interface IClient
{
    /// <summary>Gets one contact, and gives its id.</summary>
    Task<string?> Get();

    /// <summary>Gets a page of contacts, and gives how many it holds.</summary>
    Task<int> Page();

    /// <summary>Creates a contact, and gives its id.</summary>
    Task<string?> Post();

    /// <summary>Searches, page after page, and gives how many contacts came.</summary>
    Task<int> Walk();

    /// <summary>Reads a contact, and gives its id.</summary>
    string? ReadContact(byte[] utf8);

    /// <summary>Reads a page, and gives how many contacts it holds.</summary>
    int ReadPage(byte[] utf8);

    /// <summary>Writes the contact that was read last, and gives how many bytes that took.</summary>
    int WriteContact();
}
