using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Intercom.Generator.Options;

/// <summary>The property <c>IntercomApiListing</c>: whether the API is held against its listing, or the listing made anew.</summary>
internal sealed record ListingOption(bool IsOn, bool IsUpdate, EquatableArray<OptionProblem> Problems)
{
    public const string Name = "IntercomApiListing";

    private static readonly string[] Values = ["true", "update", "false"];

    public static ListingOption Of(AnalyzerConfigOptions options)
    {
        var value = options.TryGetValue("build_property." + Name, out var text) ? text.Trim() : "";
        var known = value.ToLowerInvariant();
        var problems = value.Length == 0 || Values.Contains(known)
            ? []
            : new[] { new OptionProblem(Name, value, $"it can be true, update or false{NearName.Question(value, Values)}") };
        return new ListingOption(known is "true" or "update", known == "update", problems.ToEquatable());
    }
}
