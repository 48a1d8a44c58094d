namespace Intercom.Generator.Emit;

/// <summary>The parameters that every method that calls Intercom ends with, and that the listing of the API leaves out.</summary>
internal static class CallParameters
{
    public const string Options = "RequestOptions? options = null";
    public const string Token = "CancellationToken cancellationToken = default";
}
