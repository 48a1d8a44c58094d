using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generator.Options;

/// <summary>What an <c>IntercomSpec</c> item says of its document; what it says wrongly is noted, and taken as not said.</summary>
internal sealed record SpecSettings(
    string Namespace,
    string ClientName,
    string Accessibility,
    EquatableArray<string> Overlays,
    bool UsesBundledOverlay,
    EquatableArray<string> Tags,
    EquatableArray<string> Operations,
    EquatableArray<OptionProblem> Problems)
{
    public const string DefaultNamespace = "Intercom";

    /// <summary>The option that names overlays.</summary>
    public const string Overlay = "Overlay";

    /// <summary>The names of the options, as metadata of the item.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [nameof(Namespace), nameof(ClientName), nameof(Accessibility), Overlay, "BundledOverlay", nameof(Tags), nameof(Operations)];

    public static SpecSettings Of(Func<string, string> metadata)
    {
        var problems = new List<OptionProblem>();
        return new SpecSettings(
            Checked(
                nameof(Namespace),
                DefaultNamespace,
                static value => value.Split('.').All(IsName),
                "it is no namespace; one is made of C# names with dots between them"),
            Checked(nameof(ClientName), "IntercomClient", IsName, "it is no name of C#"),
            OneOf(nameof(Accessibility), "public", "internal"),
            OptionText.Values(metadata(Overlay).Replace('\\', '/')).ToEquatable(),
            OneOf("BundledOverlay", "true", "false") == "true",
            OptionText.Values(metadata(nameof(Tags))).ToEquatable(),
            OptionText.Values(metadata(nameof(Operations))).ToEquatable(),
            problems.ToEquatable());

        string Checked(string option, string otherwise, Func<string, bool> isRight, string problem)
        {
            var value = metadata(option);
            if (value.Length == 0 || isRight(value))
                return value.Length == 0 ? otherwise : value;
            problems.Add(new OptionProblem(option, value, problem));
            return otherwise;
        }

        string OneOf(string option, params string[] values) =>
            Checked(
                option,
                values[0],
                value => values.Contains(value.ToLowerInvariant()),
                $"it can be {string.Join(" or ", values)}{NearName.Question(metadata(option), values)}").ToLowerInvariant();
    }

    private static bool IsName(string text) => SyntaxFacts.IsValidIdentifier(text) && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None;
}
