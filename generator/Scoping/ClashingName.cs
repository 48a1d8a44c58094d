namespace Intercom.Generator.Scoping;

/// <summary>A word of emitted code that would mean something of the user's program there.</summary>
/// <param name="Client">The namespace of the client in whose code the word stands.</param>
/// <param name="Word">The word.</param>
/// <param name="Namespace">Where that lies which emitted code means by it.</param>
internal sealed record ClashingName(string Client, string Word, string Namespace);
