namespace Intercom;

/// <summary>A request that is sent as <c>multipart/form-data</c>.</summary>
public interface IFormRequest
{
    /// <summary>The parts to send.</summary>
    IntercomForm ToForm();
}
