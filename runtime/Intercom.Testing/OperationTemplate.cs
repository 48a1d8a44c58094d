namespace Intercom.Testing;

/// <summary>A verb and a path template, taken apart.</summary>
internal sealed class OperationTemplate
{
    private readonly string _method;
    private readonly string[] _segments;

    public OperationTemplate(string operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var space = operation.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0 || !operation.AsSpan(space + 1).StartsWith("/"))
            throw new ArgumentException(
                $"An operation is a verb and a path, like 'GET /contacts/{{id}}'; '{operation}' is not.",
                nameof(operation));
        Text = operation;
        _method = operation[..space];
        _segments = operation[(space + 1)..].Split('?')[0].Split('/');
    }

    public string Text { get; }

    /// <summary>Sorts templates that match the same path: a literal segment goes before a parameter.</summary>
    public string Rank => string.Concat(_segments.Select(static segment => IsParameter(segment) ? '1' : '0'));

    public bool IsSameAs(OperationTemplate other) =>
        _method.Equals(other._method, StringComparison.OrdinalIgnoreCase)
        && _segments.Length == other._segments.Length
        && _segments.Zip(other._segments)
            .All(static pair => pair.First == pair.Second || (IsParameter(pair.First) && IsParameter(pair.Second)));

    /// <summary>The values of the parameters; null where the call is another operation.</summary>
    public Dictionary<string, string>? Match(string method, string path)
    {
        var segments = path.Split('/');
        if (!_method.Equals(method, StringComparison.OrdinalIgnoreCase) || segments.Length != _segments.Length)
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
        {
            var value = Uri.UnescapeDataString(segments[i]);
            if (!IsParameter(_segments[i]))
            {
                if (value != _segments[i])
                    return null;
            }
            else
            {
                if (value.Length == 0)
                    return null;
                values[_segments[i][1..^1]] = value;
            }
        }

        return values;
    }

    private static bool IsParameter(string segment) => segment is ['{', .., '}'];
}
