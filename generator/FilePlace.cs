using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Generator;

/// <summary>Places in files that are not C#; lines and columns count from 0.</summary>
internal static class FilePlace
{
    public static Location Start(string path) => At(path, 0, 0);

    public static Location At(string path, int line, int column)
    {
        var start = new LinePosition(line, column);
        return Location.Create(path, default, new LinePositionSpan(start, start));
    }
}
