using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Intercom.Json;
using Intercom.Models;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>What holds for everything that is emitted.</summary>
public class Conventions(ITestOutputHelper output)
{
    [Fact]
    public void What_is_asynchronous_says_so_and_takes_a_cancellation_token_last()
    {
        var methods = EmittedApi.Clients
            .SelectMany(static client => EmittedApi.Members(client).OfType<MethodInfo>())
            .Where(static method => !method.Name.StartsWith("Resume", StringComparison.Ordinal))
            .ToList();
        Assert.All(methods, static method =>
        {
            Assert.True(method.Name.EndsWith("Async", StringComparison.Ordinal), Name(method));
            // A shortcut calls the method of its operation: whoever replaces that has replaced the shortcut too.
            Assert.True(method.IsVirtual || IsBesideItsOperation(method), Name(method));
            Assert.Equal(typeof(CancellationToken), method.GetParameters()[^1].ParameterType);
            Assert.True(method.GetParameters()[^1].IsOptional, Name(method));
        });
        Assert.True(methods.Count >= 256);
        output.WriteLine($"{methods.Count} asynchronous methods");
    }

    private static bool IsBesideItsOperation(MethodInfo shortcut) => shortcut.DeclaringType!.GetMethods()
        .Any(method => method.IsVirtual
            && method.ReturnType == shortcut.ReturnType
            && method.GetParameters().Any(static parameter => parameter.Name == "request"));

    [Fact]
    public void Every_client_can_be_doubled() => Assert.All(EmittedApi.Clients, static client =>
    {
        Assert.False(client.IsSealed);
        Assert.True(client.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [])?.IsFamily, client.Name);
        Assert.All(
            client.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(static p => p.PropertyType.Name.EndsWith("Client", StringComparison.Ordinal)),
            static p => Assert.True(p.GetMethod!.IsVirtual, p.Name));
    });

    [Fact]
    public void Everything_public_has_a_summary()
    {
        var documented = EmittedApi.Documentation
            .Where(static member => member.Element("inheritdoc") is not null
                || !string.IsNullOrWhiteSpace(member.Element("summary")?.Value)
                || member.Element("summary")?.HasElements == true)
            .Select(static member => ((string)member.Attribute("name")!).Split('(')[0])
            .GroupBy(static name => name)
            .ToDictionary(static same => same.Key, static same => same.Count());
        var members = EmittedApi.Types
            .SelectMany(static type => EmittedApi.Members(type)
                .Where(static member => !IsPositional(member))
                .Select(Id)
                .Append("T:" + type.FullName))
            .GroupBy(static id => id)
            .Select(static same => (same.Key, Count: same.Count()))
            .ToList();
        var missing = members
            .Where(member => documented.GetValueOrDefault(member.Key) < member.Count)
            .Select(static member => member.Key)
            .ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} without a summary: {string.Join(", ", missing.Take(30))}");
        output.WriteLine($"{members.Sum(static member => member.Count)} types and members");
    }

    [Fact]
    public void No_two_members_of_a_type_differ_only_by_case() => Assert.All(EmittedApi.Types, static type => Assert.All(
        EmittedApi.Members(type).GroupBy(static member => member.Name, StringComparer.OrdinalIgnoreCase),
        same => Assert.True(same.DistinctBy(static member => member.Name).Count() == 1, $"{type.Name}.{same.Key}")));

    [Fact]
    public void Nothing_is_of_an_unknown_type_but_the_value_of_a_union()
    {
        var unknown = EmittedApi.Types
            .SelectMany(EmittedApi.Members)
            .Where(static member => IsObject(member switch
            {
                PropertyInfo property => property.PropertyType,
                MethodInfo method => method.ReturnType,
                _ => null,
            }))
            .ToList();
        Assert.All(unknown, static member => Assert.True(
            member is PropertyInfo { Name: "Value" } && member.DeclaringType!.IsValueType,
            Name(member)));
        Assert.NotEmpty(unknown);
    }

    [Fact]
    public void Every_name_in_JSON_is_read_and_written_back()
    {
        var names = 0;
        foreach (var record in EmittedApi.Records)
        {
            var type = JsonTypes.Of(record)!;
            var full = Arguments.Record(record, static property => property.Name != nameof(Contact.AdditionalProperties));
            var json = type.Write(full);
            using var written = JsonDocument.Parse(json);
            Assert.Equal(
                EmittedApi.JsonNames(record).Order(StringComparer.Ordinal),
                written.RootElement.EnumerateObject().Select(static p => p.Name).Order(StringComparer.Ordinal));
            var deviations = new List<JsonDeviation>();
            var read = type.Read(json, deviations);
            Assert.Equal(json, type.Write(read));
            Assert.Equal(full, read);
            // The awkward text of an identifier that the document declares as a number is sent as the text that it is. The records
            // inside are empty.
            Assert.DoesNotContain(deviations, static deviation => deviation is not (
                { Expected: "integer" or "a known type", Found: "string" } or { Kind: JsonDeviationKind.MissingProperty }));
            names += EmittedApi.JsonNames(record).Count;
        }

        output.WriteLine($"{names} names in {EmittedApi.Records.Count()} records");
    }

    [Fact]
    public void The_plain_serializer_reads_and_writes_every_record_and_value()
    {
        var types = EmittedApi.Types.Where(static type => JsonTypes.Of(type) is not null).ToList();
        foreach (var type in types)
        {
            var json = JsonTypes.Of(type)!.Write(Arguments.Value(type, "x"));
            var read = JsonSerializer.Deserialize(json, type)!;
            // Secrets are left out, and nothing else.
            var leftOut = JsonCompare.Differences(json, JsonSerializer.Serialize(read, type));
            Assert.All(leftOut, static difference => Assert.EndsWith("found nothing", difference, StringComparison.Ordinal));
            Assert.Equal(read.ToString()!.Split("[secret]").Length - 1, leftOut.Count);
            Assert.Equal(json, JsonTypes.Of(type)!.Write(read));
        }

        output.WriteLine($"{types.Count} types");
    }

    [Fact]
    public void The_plain_serializer_needs_no_reflection_where_it_is_given_the_converter()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new OnlyContacts() };
        var contact = JsonSerializer.Deserialize<Contact>("""{"id":"1","new":2}""", options)!;
        Assert.Equal("1", contact.Id);
        Assert.Equal("""{"id":"1","new":2}""", JsonSerializer.Serialize(contact, options));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Company(), options));
    }

    [Fact]
    public void A_record_inside_a_type_of_the_user_is_read_by_its_own_code()
    {
        var mine = JsonSerializer.Deserialize<Mine>("""{"Contact":{"id":12,"custom_attributes":{"a":1}},"After":true}""")!;
        Assert.Equal("12", mine.Contact.Id);
        Assert.True(mine.After);
        Assert.Equal("""{"Contact":{"id":12,"custom_attributes":{"a":1}},"After":true}""", JsonSerializer.Serialize(mine));
    }

    private static bool IsObject(Type? type) =>
        type == typeof(object) || (type is { IsGenericType: true } && type.GetGenericArguments().Any(IsObject));

    private static string Name(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";

    // The property of a positional record is documented by the record's parameter, a constructor that nobody wrote by nothing.
    private static bool IsPositional(MemberInfo member) =>
        member is ConstructorInfo { IsPublic: true } made && made.GetParameters().Length == 0
        || (member is PropertyInfo { Name: "Value" } or ConstructorInfo && Arguments.IsEnum(member.DeclaringType!));

    private static string Id(MemberInfo member) =>
        (member switch { PropertyInfo => "P:", FieldInfo => "F:", EventInfo => "E:", _ => "M:" })
        + member.DeclaringType!.FullName + "." + member.Name.Replace('.', '#');

    private sealed record Mine(Contact Contact, bool After);

    private sealed class OnlyContacts : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            type == typeof(Contact) ? JsonMetadataServices.CreateValueInfo<Contact>(options, new JsonModelConverter<Contact>()) : null;
    }
}
