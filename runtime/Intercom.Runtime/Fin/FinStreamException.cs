using System.Net;

namespace Intercom;

/// <summary>Fin's event stream ended before Fin was done. What Fin does is not affected; where webhooks are set up, its answer still
/// arrives there.</summary>
/// <remarks>The stream's URL holds a token; no part of the exception shows it.</remarks>
public sealed class FinStreamException : IntercomException
{
    /// <inheritdoc/>
    public FinStreamException()
    {
    }

    /// <inheritdoc/>
    public FinStreamException(string? message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public FinStreamException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal FinStreamException(FinStreamFailure reason, string message, Exception? inner = null)
        : base("Fin's event stream", $"Fin's event stream: {message}", inner) => Reason = reason;

    /// <summary>Why the stream ended.</summary>
    public FinStreamFailure Reason { get; init; }

    /// <summary>The HTTP status of the refusal; null where the stream did not end by one.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The error code of the stream's server, of 5 digits: 40142 for an expired token, …; null where none was sent.</summary>
    public int? ErrorCode { get; init; }
}

/// <summary>Why Fin's event stream ended before Fin was done.</summary>
public enum FinStreamFailure
{
    /// <summary>The reply holds no URL to subscribe to: event streams are switched off for the workspace.</summary>
    NoSubscriptionUrl,

    /// <summary>The URL's token has expired; it lives for 3 minutes.</summary>
    TokenExpired,

    /// <summary>The URL's token was revoked, as it is once Fin is done.</summary>
    TokenRevoked,

    /// <summary>The URL's token was not accepted for another reason.</summary>
    TokenRejected,

    /// <summary>The server was silent for <see cref="FinStreamOptions.IdleTimeout"/>.</summary>
    Idle,

    /// <summary>The stream lasted for <see cref="FinStreamOptions.Timeout"/>.</summary>
    Timeout,

    /// <summary>The server refused the stream; <see cref="FinStreamException.Status"/> says how.</summary>
    Refused,

    /// <summary>The connection could not be made or was lost, and <see cref="FinStreamOptions.MaxReconnects"/> attempts did not
    /// help.</summary>
    ConnectionLost,

    /// <summary>What the server sends is no event stream.</summary>
    NotAnEventStream,

    /// <summary>An event is larger than <see cref="FinStreamOptions.MaxEventBytes"/>.</summary>
    EventTooLarge,
}
