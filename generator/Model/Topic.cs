namespace Intercom.Generator.Model;

/// <summary>A topic of webhooks.</summary>
/// <param name="Name">The name of its member.</param>
/// <param name="Text">The topic as it is sent: <c>contact.user.created</c>.</param>
/// <param name="Item">The type of what its notifications are about; null where that is any JSON.</param>
/// <param name="SentAs">The topic under which its notifications come, where this is only another name of it.</param>
internal sealed record Topic(string Name, string Text, TypeName? Item, Doc Doc, string? SentAs);
