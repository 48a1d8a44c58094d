using Microsoft.CodeAnalysis;

namespace Intercom.Generator.Scoping;

/// <summary>A word of the program, and where it stands there.</summary>
/// <remarks>It holds nothing of the program itself: an edit elsewhere changes nothing.</remarks>
internal sealed record PlacedWord(string Word, string Path, int Line, int Column)
{
    public static PlacedWord Of(string word, Location location)
    {
        var place = location.GetLineSpan();
        return new PlacedWord(word, place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character);
    }

    public Diagnostic Said(DiagnosticDescriptor what) => Diagnostic.Create(what, FilePlace.At(Path, Line, Column), Word);
}
