using System.Reflection;
using Intercom.Json;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>Calls every method of the emitted client.</summary>
public class MethodWalk(ITestOutputHelper output)
{
    /// <summary>Methods that call an operation which has another one, with the parameter that they always send.</summary>
    private static readonly Dictionary<string, (string Name, string Value)> Seconds = new() { ["DataEventsClient.GetSummaryAsync"] = ("summary", "true") };

    public static TheoryData<string> Methods => new(ClientSurface.Ours.Methods.Select(static method => method.ToString()));

    [Fact]
    public void The_methods_are_the_operations_of_the_document()
    {
        var expected = ApiDocument.Ours.Operations.Select(static operation => operation.Name).Order(StringComparer.Ordinal);
        var actual = ClientSurface.Ours.Methods.Where(static method => !Seconds.ContainsKey(method.ToString())).Select(static method => method.Operation).Order(StringComparer.Ordinal);
        Assert.Equal(expected, actual);
        Assert.Equal(256, ClientSurface.Ours.Methods.DistinctBy(static method => method.Operation).Count());
        output.WriteLine($"{ClientSurface.Ours.Methods.Count} methods on {ClientSurface.Ours.ResourceTypes.Count()} resource clients");
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_call_goes_to_the_verb_and_the_filled_path(string name)
    {
        var method = Named(name);
        var arguments = Arguments.For(method.Method);
        var sent = Assert.Single(await SendAsync(method, arguments));

        var path = method.PathParameters.Aggregate(method.Operation, (template, parameter) =>
            ReplaceFirst(template, Uri.EscapeDataString($"{Arguments.Awkward} {parameter.Name}")));
        Assert.Equal(path, $"{sent.Verb} {sent.Path}");
        Assert.DoesNotContain('{', sent.Path);
        Assert.Equal("https://api.intercom.io", sent.Address.GetLeftPart(UriPartial.Authority));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_call_carries_the_version_and_the_token(string name)
    {
        var method = Named(name);
        var sent = Assert.Single(await SendAsync(method, Arguments.For(method.Method)));
        Assert.Equal("Preview", Assert.Single(sent.Headers.GetValues("Intercom-Version")), ignoreCase: true);
        Assert.Equal("Bearer token", sent.Headers.Authorization?.ToString());
        Assert.Equal(method.RequestType is null, string.IsNullOrEmpty(sent.Body));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task An_empty_path_argument_is_refused_before_anything_is_sent(string name)
    {
        var method = Named(name);
        var handler = new RecordingHandler("{}");
        var client = ClientSurface.Ours.Resource(method, handler.Options());
        var refused = 0;
        foreach (var parameter in method.PathParameters)
            foreach (var empty in new[] { "", " ", null })
            {
                var arguments = Arguments.For(method.Method);
                arguments[parameter.Position] = empty;
                var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => method.CallAsync(client, arguments));
                Assert.Equal(parameter.Name, error.ParamName);
                refused++;
            }

        Assert.Empty(handler.Sent);
        Assert.Equal(3 * method.Operation.Count(static c => c == '{'), refused);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_request_that_is_null_is_refused_by_its_name(string name)
    {
        var method = Named(name);
        var handler = new RecordingHandler("{}");
        var arguments = Arguments.For(method.Method);
        foreach (var parameter in method.Parameters.Where(parameter => parameter.Name == "request" && !MayBeNull(parameter) && !IsOptional(name)))
        {
            arguments[parameter.Position] = null;
            var error = await Assert.ThrowsAsync<ArgumentNullException>(
                () => method.CallAsync(ClientSurface.Ours.Resource(method, handler.Options()), arguments));
            Assert.Equal(parameter.Name, error.ParamName);
        }

        Assert.Empty(handler.Sent);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Every_query_argument_is_sent_by_its_name(string name)
    {
        var method = Named(name);
        var sent = Assert.Single(await SendAsync(method, Arguments.For(method.Method)));
        var expected = method.Parameters.Except(method.PathParameters).Where(p => p.Name != "request" && p != method.Query)
            .Select(static p => (Name: p.Name!, Type: p.ParameterType))
            .Concat(method.Query?.ParameterType.GetProperties().Select(static p => (p.Name, Type: p.PropertyType)) ?? [])
            .ToDictionary(static p => ClientMethod.NameOnTheWire(p.Name), static p => OnTheWire(Arguments.Value(p.Type, p.Name)));
        if (Seconds.TryGetValue(name, out var always))
            expected.Add(always.Name, always.Value);
        Assert.Equal(expected.OrderBy(static p => p.Key, StringComparer.Ordinal), sent.Query.OrderBy(static p => p.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_need_not_be_given_is_left_out_by_a_method_of_the_same_name()
    {
        var less = ClientSurface.Ours.All.Except(ClientSurface.Ours.Methods).ToList();
        foreach (var method in less)
        {
            var whole = Named(method.ToString());
            Assert.Equal(whole.Operation, method.Operation);
            Assert.Empty(method.Parameters.Select(static p => p.Name).Except(whole.Parameters.Select(static p => p.Name)));
            Assert.Empty(Assert.Single(await SendAsync(method, Arguments.For(method.Method))).Query.Keys.Intersect(
                whole.Query?.ParameterType.GetProperties().Select(static p => ClientMethod.NameOnTheWire(p.Name)) ?? []));
        }

        Assert.True(less.Count > 40, $"{less.Count} methods");
        output.WriteLine($"{less.Count} methods have a sibling that takes more");
    }

    [Fact]
    public void A_paged_list_sends_nothing_before_it_is_awaited()
    {
        var handler = new RecordingHandler("{}");
        var paged = ClientSurface.Ours.Methods.Where(static method => method.IsPaged).ToList();
        foreach (var method in paged)
            Assert.NotNull(method.Method.Invoke(ClientSurface.Ours.Resource(method, handler.Options()), Arguments.For(method.Method)));
        Assert.Empty(handler.Sent);
        Assert.True(paged.Count > 40, $"{paged.Count} paged lists");
        output.WriteLine($"{paged.Count} paged lists");
    }

    // A method of the same name that takes no request sends none, as one does that is given null.
    private static bool IsOptional(string name) =>
        ClientSurface.Ours.All.Any(method => method.ToString() == name && method.Parameters.All(static parameter => parameter.Name != "request"));

    private static bool MayBeNull(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    private static ClientMethod Named(string name) => ClientSurface.Ours.Methods.Single(method => method.ToString() == name);

    private static async Task<IReadOnlyList<Sent>> SendAsync(ClientMethod method, object?[] arguments)
    {
        var handler = new RecordingHandler("{}");
        try
        {
            await method.CallAsync(ClientSurface.Ours.Resource(method, handler.Options()), arguments);
        }
        catch (IntercomUnreadableResponseException) when (handler.Sent.Count == 1)
        {
            // An empty object is not what every method needs; it was sent, which is all that is asked here.
        }

        return handler.Sent;
    }

    private static string ReplaceFirst(string template, string value) => template[..template.IndexOf('{', StringComparison.Ordinal)] + value + template[(template.IndexOf('}', StringComparison.Ordinal) + 1)..];

    private static string OnTheWire(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => $"{time.ToUnixTimeSeconds()}",
        string text => Uri.EscapeDataString(text),
        System.Collections.IEnumerable list => string.Join(',', list.Cast<object>().Select(OnTheWire)),
        _ => Uri.EscapeDataString(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}")),
    };
}
