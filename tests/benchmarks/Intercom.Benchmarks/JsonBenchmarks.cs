using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Intercom.Benchmarks.Plain;
using Intercom.Json;
using Intercom.Models;

namespace Intercom.Benchmarks;

/// <summary>Reading and writing, against a bare walk over the same bytes and against System.Text.Json's source generator on equal records.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class JsonBenchmarks
{
    private readonly byte[] _contact = Sample.Read("contact");
    private readonly byte[] _conversation = Sample.Read("conversation");
    private readonly byte[] _page = Sample.Read("page");
    private Contact _typedContact = new();
    private PlainContact _plainContact = new();
    private Conversation _typedConversation = new();
    private PlainConversation _plainConversation = new();

    [GlobalSetup]
    public void Read()
    {
        _typedContact = Contact();
        _plainContact = PlainContact()!;
        _typedConversation = Conversation();
        _plainConversation = PlainConversation()!;
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("read contact")]
    public int WalkContact() => Walk(_contact);

    [Benchmark]
    [BenchmarkCategory("read contact")]
    public Contact Contact() => IntercomJson.Parse<Contact>(_contact);

    [Benchmark]
    [BenchmarkCategory("read contact")]
    public PlainContact? PlainContact() => JsonSerializer.Deserialize(_contact, PlainJson.Default.PlainContact);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("read conversation")]
    public int WalkConversation() => Walk(_conversation);

    [Benchmark]
    [BenchmarkCategory("read conversation")]
    public Conversation Conversation() => IntercomJson.Parse<Conversation>(_conversation);

    [Benchmark]
    [BenchmarkCategory("read conversation")]
    public PlainConversation? PlainConversation() => JsonSerializer.Deserialize(_conversation, PlainJson.Default.PlainConversation);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("read page")]
    public int WalkPage() => Walk(_page);

    [Benchmark]
    [BenchmarkCategory("read page")]
    public ContactList Page() => IntercomJson.Parse<ContactList>(_page);

    [Benchmark]
    [BenchmarkCategory("read page")]
    public PlainContactList? PlainPage() => JsonSerializer.Deserialize(_page, PlainJson.Default.PlainContactList);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("write contact")]
    public byte[] WritePlainContact() => JsonSerializer.SerializeToUtf8Bytes(_plainContact, PlainJson.Default.PlainContact);

    [Benchmark]
    [BenchmarkCategory("write contact")]
    public byte[] WriteContact() => IntercomJson.ToUtf8Json(_typedContact);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("write conversation")]
    public byte[] WritePlainConversation() => JsonSerializer.SerializeToUtf8Bytes(_plainConversation, PlainJson.Default.PlainConversation);

    [Benchmark]
    [BenchmarkCategory("write conversation")]
    public byte[] WriteConversation() => IntercomJson.ToUtf8Json(_typedConversation);

    private static int Walk(byte[] utf8)
    {
        var json = new Utf8JsonReader(utf8);
        var tokens = 0;
        while (json.Read())
            tokens++;
        return tokens;
    }
}
