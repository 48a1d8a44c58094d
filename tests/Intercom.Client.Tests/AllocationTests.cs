using Intercom.Json;
using Intercom.Models;

namespace Intercom.Client.Tests;

public class AllocationTests
{
    private const int Times = 200;

    public static TheoryData<string> Contacts => new(
        """{ "id": "1", "name": "Ada", "created_at": 1700000000, "location": { "city": "London" }, "tags": { "data": [ { "id": "2" } ], "has_more": false }, "custom_attributes": { "plan": "pro" } }""",
        """{ "id": 1, "unheard_of": { "a": [ 1 ] } }""",
        """{ "id": "1", "name": { "first": "Ada" }, "tags": "none" }""");

    [Theory]
    [MemberData(nameof(Contacts))]
    public void Writing_allocates_nothing_but_the_text(string json)
    {
        var contact = IntercomJson.Parse<Contact>(json);
        var written = Write(contact, Times);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Write(contact, Times);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Times;

        // An array of bytes has a header of three words, and ends at a word.
        Assert.Equal((written.Length + 24 + 7) / 8 * 8, allocated);
    }

    private static byte[] Write(Contact contact, int times)
    {
        byte[] written = [];
        for (var i = 0; i < times; i++)
            written = IntercomJson.ToUtf8Json(contact);
        return written;
    }
}
