namespace Intercom;

/// <summary>One error of an error response.</summary>
/// <param name="Code">What went wrong, as a word: <c>not_found</c>, <c>parameter_invalid</c>, <c>rate_limit_exceeded</c>, … New codes
/// appear without notice. Empty where none was sent.</param>
/// <param name="Message">What went wrong, as a sentence; null where none was sent.</param>
/// <param name="Field">The parameter at fault; null where none is named.</param>
public sealed record IntercomError(string Code, string? Message, string? Field);
