using Intercom.Generator.Spec;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator;

/// <summary>Everything that the generator can say, each with what was done about it.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor Malformed = Error(
        "IC1001",
        "The file is not valid YAML or JSON",
        "The file is not valid YAML or JSON: {0}. No client was made from it; correct it at this place.");
    public static readonly DiagnosticDescriptor Empty = Error(
        "IC1002",
        "The file is empty",
        "The file is empty. Put an OpenAPI 3 document of Intercom's here, or include a bundled version by its name, such as "
            + "'Preview'.");
    public static readonly DiagnosticDescriptor NotOpenApi = Error(
        "IC1003",
        "The file is no OpenAPI document",
        "The file is no OpenAPI document: {0}. It needs 'openapi: 3.x' and 'paths' at its root. No client was made from it.");
    public static readonly DiagnosticDescriptor UnsupportedVersion = Error(
        "IC1004",
        "The OpenAPI version is not supported",
        "OpenAPI '{0}' is not supported; documents of version 3.0 and 3.1 are. No client was made from it.");
    public static readonly DiagnosticDescriptor DanglingReference = Info("IC1005", "A reference names nothing", "'{0}' {1}; {2}.");
    public static readonly DiagnosticDescriptor Unmodelled = Info(
        "IC1006",
        "Something is read and written as raw JSON",
        "There is no type for {0}; it is {1}.");
    public static readonly DiagnosticDescriptor OverlayInvalid = Warning(
        "IC1007",
        "An overlay cannot be applied",
        "The overlay cannot be applied here: {0}. This part of it was skipped.");
    public static readonly DiagnosticDescriptor OverlayUnmatched = Info(
        "IC1008",
        "An overlay's action matches nothing",
        "The target {0} matches nothing in this document; the action was skipped.");
    public static readonly DiagnosticDescriptor NameTaken = Warning(
        "IC1009",
        "Two operations ask for the same name",
        "The name '{0}' is taken by another operation of the group; this one is called '{1}'. Give it another "
            + "x-intercom-name.");
    public static readonly DiagnosticDescriptor Failure = Error(
        "IC1010",
        "The generator failed",
        "The generator failed at {0}: {1}. What stands there is not in the client. Please report it with the document.");
    public static readonly DiagnosticDescriptor TooLarge = Error(
        "IC1011",
        "The document goes beyond a limit",
        "The document goes beyond what is read: {0}. No client was made from it.");
    public static readonly DiagnosticDescriptor Slip = Error(
        "IC1012",
        "Something is not as OpenAPI has it",
        "This is not as OpenAPI has it: {0}. It was passed over; the rest of the client was made. "
            + "Correct it in the document or in an overlay.");
    public static readonly DiagnosticDescriptor LeftOut = Info("IC1013", "Something is not in the client",
        "{0} is not in the client: {1}.");
    public static readonly DiagnosticDescriptor NoOverlay = Error(
        "IC1014",
        "The file is no overlay",
        "The file is no overlay: {0}. Nothing of it was applied; correct it, or leave it out of Overlay.");
    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "IC2001",
        "The C# version is too old",
        "The client needs C# 12 or later, and this project is compiled as C# {0}. Set <LangVersion>12</LangVersion>, or "
            + "target net8.0 or later.");
    public static readonly DiagnosticDescriptor RuntimeMissing = Error(
        "IC2002",
        "Intercom.Runtime is not referenced",
        "The client stands on Intercom.Runtime, which this project does not reference. Add the package Intercom.Runtime, or "
            + "the package Intercom.Generator, which brings it.");
    public static readonly DiagnosticDescriptor RuntimeTooOld = Error(
        "IC2003",
        "Intercom.Runtime is older than the generator",
        "Intercom.Runtime is of version {0} and the generator of {1}. Give both packages the same version; no client was "
            + "made.");
    public static readonly DiagnosticDescriptor NameOfProgram = Error(
        "IC2005",
        "The program has something of an emitted type's name",
        "The client emits '{0}', and the program declares something else of that name. Declare it partial to add to the emitted type, "
            + "rename it, or give the client another Namespace.");
    public static readonly DiagnosticDescriptor ContextIsBlind = Warning(
        "IC2008",
        "A JsonSerializerContext cannot see an emitted type",
        "System.Text.Json's generator cannot see '{0}', which is emitted in the same compilation, and makes no metadata for it. "
            + "Put the client in a class library of its own and the context in a project that references it, or serialize the type "
            + "without a context: it brings its converter.");
    public static readonly DiagnosticDescriptor ClientIsThere = Error(
        "IC2009",
        "The client is there already",
        "'{0}' comes with {1}, which this project references, so none was made. Remove that reference or the package Intercom.Generator, "
            + "or give the client that is made a Namespace of its own: <IntercomSpec Include=\"…\" Namespace=\"…\" />.");
    public static readonly DiagnosticDescriptor OptionInvalid = Error(
        "IC3001",
        "The value of an option is not understood",
        "{0} cannot be '{1}': {2} It was taken as not said.");
    public static readonly DiagnosticDescriptor OptionUnknown = Warning(
        "IC3002",
        "An option is unknown",
        "IntercomSpec has no option '{0}'; did you mean '{1}'? Its options are {2}.");
    public static readonly DiagnosticDescriptor NamespaceTaken = Error(
        "IC3003",
        "Two documents ask for the same namespace",
        "{0} asks for the namespace '{1}', which another IntercomSpec has. Give it a Namespace of its own; no client was "
            + "made from it.");
    public static readonly DiagnosticDescriptor GroupCut = Info("IC3005", "A group of operations is cut in part", "Tags names '{0}': {1}.");
    public static readonly DiagnosticDescriptor ListingOutdated = Warning(
        "IC4001",
        "The API is not the one that was reviewed",
        "{0} is out of date: {1}. To accept that, build with -p:IntercomApiListing=update and check the file in.");
    public static readonly DiagnosticDescriptor ApiChanged = Warning("IC4002", "Something of the API came, went or changed", "{0}.");

    public static DiagnosticDescriptor Of(ProblemKind kind) => kind switch
    {
        ProblemKind.Malformed => Malformed,
        ProblemKind.Empty => Empty,
        ProblemKind.NotOpenApi => NotOpenApi,
        ProblemKind.UnsupportedVersion => UnsupportedVersion,
        ProblemKind.DanglingReference => DanglingReference,
        ProblemKind.Unmodelled => Unmodelled,
        ProblemKind.OverlayInvalid => OverlayInvalid,
        ProblemKind.NoOverlay => NoOverlay,
        ProblemKind.OverlayUnmatched => OverlayUnmatched,
        ProblemKind.NameTaken => NameTaken,
        ProblemKind.TooLarge => TooLarge,
        ProblemKind.Slip => Slip,
        ProblemKind.LeftOut => LeftOut,
        _ => Failure,
    };

    /// <summary>What stands for all that a diagnostic would say beyond the first of it.</summary>
    public static DiagnosticDescriptor More(DiagnosticDescriptor of) =>
        Make(
            of.Id,
            of.Title.ToString(),
            "{0} more of {1} from here on are not listed. Mend those before it, and the next are.",
            of.DefaultSeverity);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Make(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Make(id, title, message, DiagnosticSeverity.Warning);

    // What is odd in Intercom's document is not the fault of who uses it: said, and never a failed build.
    private static DiagnosticDescriptor Info(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Make(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "Intercom", severity, isEnabledByDefault: true, helpLinkUri: HelpLink.Of(id, title));
}
