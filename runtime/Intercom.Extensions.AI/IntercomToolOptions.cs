namespace Intercom.Extensions.AI;

/// <summary>How tools call Intercom.</summary>
public sealed class IntercomToolOptions
{
    /// <summary>Whether operations that change something are taken; by default they are refused. A model calls whatever it believes to be
    /// right: let a person approve such calls (<c>ApprovalRequiredAIFunction</c>).</summary>
    public bool AllowChanges { get; set; }

    /// <summary>How many characters of a result the model gets; 16 000 by default. What is longer is cut, and says so.</summary>
    public int MaxResultLength { get; set; } = 16_000;

    /// <summary>The OpenAPI document, as JSON or YAML, that the operations and their schemas are taken from; null, the default, for the
    /// Preview that the package brings.</summary>
    public string? Document { get; set; }

    /// <summary>What the calls do differently; null for the client's own options.</summary>
    public RequestOptions? Request { get; set; }

    internal void Check() => ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxResultLength);
}
