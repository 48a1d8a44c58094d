using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>
/// One of the methods of an operation: what is optional is an overload of its own, so that what a document adds shifts nothing that was
/// there.
/// </summary>
internal readonly record struct Overload(Operation Operation, bool HasOptionalBody, bool HasQuery)
{
    /// <summary>The body, where this method takes one.</summary>
    public Body? Body => Operation.Body is { } body && (body.IsRequired || HasOptionalBody) ? body : null;

    /// <summary>What is optional besides, where this method takes it.</summary>
    public QueryArgument? Query => HasQuery ? Operation.Query : null;

    /// <summary>From the method that takes what must be given to the one that takes everything.</summary>
    public static IEnumerable<Overload> Of(Operation operation)
    {
        var bodies = operation.Body is { IsRequired: false } ? new[] { false, true } : [false];
        var queries = operation.Query is null ? new[] { false } : [false, true];
        return bodies.SelectMany(body => queries.Select(query => new Overload(operation, body, query)));
    }
}
