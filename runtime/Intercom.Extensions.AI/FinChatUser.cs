namespace Intercom.Extensions.AI;

/// <summary>The person for whom a chat client asks Fin.</summary>
/// <param name="Id">Your identifier of the person.</param>
/// <param name="Name">The name; null is not sent.</param>
/// <param name="Email">The address; null is not sent.</param>
public sealed record FinChatUser(string Id, string? Name = null, string? Email = null);
