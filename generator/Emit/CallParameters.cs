using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The parameters that every method that calls Intercom ends with, and that the listing of the API leaves out.</summary>
internal static class CallParameters
{
    public static readonly Code Options = Code.Of("RequestOptions? options = null");
    public static readonly Code Token = Code.Of("CancellationToken cancellationToken = default");

    public static readonly Code[] Both = [Options, Token];
}
