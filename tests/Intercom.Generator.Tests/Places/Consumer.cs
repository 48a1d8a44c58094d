using Intercom.Generator.Model;
using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Tests.Places;

/// <summary>The program of a user who calls the operation of each cell with a value, and looks at what comes back.</summary>
internal static class Consumer
{
    public static string Program(ApiModel model, IReadOnlyList<Cell> cells) => $$"""
        #nullable enable
        #pragma warning disable CS1591 // A program need not be documented.
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Intercom;
        using Intercom.Json;
        using Intercom.Models;

        public static class Calls
        {
            public static readonly Dictionary<string, Func<IntercomClient, Task<string>>> All = new()
            {
        {{string.Join("\n", cells.Select(cell => $"        [\"{cell}\"] = async client => {{ {Call(model, cell)} }},"))}}
            };

            private static string Compare(object? expected, object? actual) => Same(expected, actual) ? "" : $"{Show(expected)} became {Show(actual)}";

            private static bool Same(object? left, object? right) => (left, right) switch
            {
                (null, null) => true,
                (null, _) or (_, null) => false,
                (ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span),
                (JsonElement x, JsonElement y) => x.GetRawText() == y.GetRawText(),
                (string x, string y) => x == y,
                (IntercomValue x, IntercomValue y) => Same(x.Element, y.Element),
                (IEnumerable x, IEnumerable y) => x.Cast<object?>().Count() == y.Cast<object?>().Count()
                    && x.Cast<object?>().Zip(y.Cast<object?>(), Same).All(static same => same),
                _ when left.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) =>
                    Same(Part(left, "Key"), Part(right, "Key")) && Same(Part(left, "Value"), Part(right, "Value")),
                _ => left.Equals(right),
            };

            private static object? Part(object pair, string name) => pair.GetType().GetProperty(name)!.GetValue(pair);

            private static string Show(object? value) => value is IEnumerable items and not string ? string.Join(",", items.Cast<object?>()) : $"{value?.GetType()} {value}";
        }

        """;

    private static string Call(ApiModel model, Cell cell)
    {
        var template = cell.Place == Place.Path ? cell.Path + "/{value}" : cell.Path;
        var (resource, operation) = model.Resources.SelectMany(static r => r.Operations.Select(o => (r, o))).Single(found => found.o.Path == template);
        var method = $"client.{resource.Name}.{operation.Name}Async";
        return cell.Place switch
        {
            Place.Body => $"await {method}({cell.Value.CSharp}); return \"\";",
            Place.Answer => $"return Compare(({operation.Result.Type})({cell.Value.CSharp}), await {method}());",
            Place.Event => $"await foreach (var item in {method}()) return Compare(({Inside(operation)})({cell.Value.CSharp}), item.Data); return \"no event\";",
            Place.FormPart or Place.UrlEncoded => $"await {method}(new {operation.Body!.Type} {{ Value = {cell.Value.CSharp} }}); return \"\";",
            Place.Property or Place.UnionCase => Echo(model, operation, method, cell, cell.Value.CSharp),
            Place.Item => Echo(model, operation, method, cell, $"new {Items(model, operation).Arguments[0]}[] {{ {cell.Value.CSharp}, {cell.Value.CSharp} }}"),
            Place.MapValue => Echo(model, operation, method, cell, $"new Dictionary<string, {Items(model, operation).Arguments[1]}> {{ [\"k\"] = {cell.Value.CSharp} }}"),
            _ when operation.Query is { } query => $"await {method}(new {query.Type} {{ {operation.Arguments.Single().Member} = {cell.Value.CSharp} }}); return \"\";",
            _ => $"await {method}({operation.Arguments.Single().Name}: {cell.Value.CSharp}); return \"\";",
        };
    }

    private static string Echo(ApiModel model, Operation operation, string method, Cell cell, string value)
    {
        var answered = PropertyOf(model, operation.Result.Type!).Type.OrNull(false);
        return $"return Compare(({answered})({value}), (await {method}(new {operation.Body!.Type} {{ Value = {value} }})).Value);";
    }

    private static TypeName Items(ApiModel model, Operation operation) => PropertyOf(model, operation.Body!.Type).Type;

    private static TypeName Inside(Operation operation) => operation.Result.Returns.Arguments[0].Arguments[0];

    private static Property PropertyOf(ApiModel model, TypeName record) => model.Types.OfType<RecordType>().Single(type => type.Name == record.Name).Properties.Single();
}
