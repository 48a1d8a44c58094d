using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>Whatever an operation declares as its body is what is sent, and whatever it declares as its answer is what is read.</summary>
public class CallsOfOperations(ITestOutputHelper output)
{
    private static readonly string[] Meant =
    [
        // A message to Fin says when it is sent.
        "$.message.timestamp: expected nothing",
        // One company that is found is a list of one.
        "GET /companies: $.type: expected \"company\"",
        // What is left of something that was deleted is one type, and a folder's identifier alone is a number.
        "Path = $.id, Expected = string, Found = number, Kind = Value, Place = $.id } of 200 {\"id\":1700000000,\"object\":\"folder\"",
    ];

    [Theory]
    [MemberData(nameof(TestedDocument.Names), MemberType = typeof(TestedDocument))]
    public void What_an_operation_declares_goes_over_the_wire(string name)
    {
        if (TestedDocument.Of(name, output) is not { } tested)
            return;

        var calls = new OperationCalls(tested.Corrected(), tested.Client);
        var faults = calls.Faults().Where(static fault => !Array.Exists(Meant, fault.Contains)).ToList();
        output.WriteLine($"{name}: {calls.Requests} bodies sent, {calls.Answers} answers read");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(calls.Requests > 150 && calls.Answers > 250, $"{calls.Requests} bodies and {calls.Answers} answers");
    }

    private static readonly string[] Answers =
    [
        "{ type: string }", "{ type: string, enum: [ a, b ] }", "{ type: integer }", "{ type: number }", "{ type: boolean }",
        "{ type: string, format: date }", "{ $ref: '#/components/schemas/a' }", "{ $ref: '#/components/schemas/b' }",
        "{ type: object, properties: { inline: { type: string }, n: { type: integer } } }", "{ type: object }", "{}",
        "{ type: object, additionalProperties: { type: integer } }", "{ type: array, items: { type: string } }",
        "{ type: array, items: { $ref: '#/components/schemas/a' } }", "{ type: array, items: { $ref: '#/components/schemas/b' } }",
        "{ type: array, items: { type: object, properties: { inline: { type: string } } } }", "{ $ref: '#/components/schemas/list' }",
        "{ $ref: '#/components/schemas/word' }", "{ $ref: '#/components/schemas/union' }",
        "{ anyOf: [ { type: integer, minimum: 1 }, { type: integer, maximum: -1 } ] }", "{ allOf: [ { $ref: '#/components/schemas/a' } ] }",
    ];

    // Each answer beside each: of two media types the one that is asked for comes, of two statuses either.
    [Theory]
    [InlineData("'200': { description: It., content: { application/json: { schema: ONE }, text/json: { schema: TWO } } }", false)]
    [InlineData("'200': { description: It., content: { text/json: { schema: TWO }, application/json: { schema: ONE } } }", false)]
    [InlineData("'200': { description: It., content: { application/json: { schema: ONE } } }, "
        + "'202': { description: That., content: { application/json: { schema: TWO } } }", true)]
    public void One_of_several_answers_is_read_as_what_it_is(string answers, bool areBothRead)
    {
        var pairs = Answers.SelectMany(static one => Answers.Select(two => (One: one, Two: two))).ToList();
        var paths = pairs.Select((pair, i) => $"  /p{i}: {{ get: {{ responses: {{ "
            + answers.Replace("ONE", pair.One, StringComparison.Ordinal).Replace("TWO", pair.Two, StringComparison.Ordinal) + " } } }");
        var document = ApiDocument.Parse(areBothRead ? "two answers" : "two media types", $$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            components:
              schemas:
                a: { type: object, properties: { p: { type: string }, q: { type: integer } } }
                b: { type: object, properties: { p: { type: string }, r: { type: boolean } } }
                list: { type: array, items: { type: integer } }
                word: { type: string, enum: [ x, y ] }
                union: { oneOf: [ { $ref: '#/components/schemas/a' }, { type: string } ] }
            paths:
            {{string.Join('\n', paths)}}
            """);
        var calls = new OperationCalls(document.Root, GeneratedClient.Of(document));
        var faults = calls.Faults().ToList();
        output.WriteLine($"{pairs.Count} pairs, {calls.Answers} answers read");
        Assert.True(faults.Count == 0, $"{faults.Count}:\n{string.Join('\n', faults)}");
        Assert.Equal((areBothRead ? 4 : 2) * pairs.Count, calls.Answers);
    }
}
