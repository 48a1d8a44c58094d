using Intercom.Generator.Naming;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>The name of a method, and what it was made of.</summary>
/// <param name="HasBody">Whether the operation had a body.</param>
/// <param name="Answers">The statuses whose bodies made the type of the result.</param>
internal sealed record PinnedOperation(string Group, string Name, bool HasBody, IReadOnlyList<string> Answers)
{
    public static PinnedOperation? Of(SpecMap map)
    {
        if (map.Text("name")?.Split('.') is not { Length: 2 } name
            || Identifier.Given(name[0]) != name[0] || Identifier.Given(name[1]) != name[1])
            return null;
        var answers = (map["answers"] as SpecList)?.Items.OfType<SpecScalar>().Select(static status => status.Text).ToList() ?? [];
        return new PinnedOperation(name[0], name[1], map.Text("body") == "true", answers);
    }
}
