namespace Intercom.Generator.Spec.Reading;

/// <summary>Where the reading of a document is.</summary>
/// <param name="Position">Where it stands in its file: at its key, where it has one.</param>
/// <param name="Owner">What holds it, in a sentence.</param>
internal sealed record ReadingPlace(ReadingPlace? Parent, string Name, SpecPosition Position, int Depth, string Owner)
{
    public ReadingPlace In(string name, SpecPosition position, string owner) => new(this, name, position, Depth + 1, owner);

    /// <summary>The place that a pointer names, from which depth is counted anew.</summary>
    public static ReadingPlace At(string pointer, SpecPosition position, string owner) => pointer.Split('/').Skip(1).Aggregate(
        new ReadingPlace(null, "", position, 0, owner),
        (place, part) => new ReadingPlace(place, SpecPointer.Unescape(part), position, 0, owner));

    public string Pointer
    {
        get
        {
            var names = new Stack<string>();
            for (var place = this; place.Parent is not null; place = place.Parent)
                names.Push(SpecPointer.Escape(place.Name));
            return string.Join("/", names.Prepend("#"));
        }
    }

    /// <summary>What it is called in a sentence.</summary>
    public string Described =>
        Shortened(Pointer.Replace("#/components/schemas/", "").Replace("/properties/", ".").Replace("~1", "/").Replace("~0", "~"));

    public static string Shortened(string text) => text.Length <= 200 ? text : text.Substring(0, 200) + "…";
}
