using System.Net.Sockets;
using System.Security.Authentication;

namespace Intercom;

/// <summary>The one place where what .NET and handlers throw while a call is under way becomes an exception of this library.</summary>
internal static class Transport
{
    /// <summary>Sends, or reads what was answered.</summary>
    /// <exception cref="OperationCanceledException">The token ended it, whatever was thrown for that.</exception>
    /// <exception cref="IntercomException">It failed in another way.</exception>
    public static async ValueTask<T> RunAsync<T, TState>(
        Call call, TState state, Func<TState, CancellationToken, ValueTask<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            return await action(state, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not IntercomException)
        {
            throw Failure(call, e, cancellationToken);
        }
    }

    /// <summary>Whether no connection could be made, so that nothing was sent.</summary>
    public static bool NeverSent(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    /// <summary>Whether it may not happen again: what else is thrown, a fault of a handler say, would be thrown each time.</summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        AggregateException all => all.InnerExceptions.Any(IsTransient),
        ObjectDisposedException => false,
        HttpRequestException or IOException or InvalidDataException or SocketException or AuthenticationException => true,
        TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    private static Exception Failure(Call call, Exception thrown, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException(thrown.Message, thrown, cancellationToken);
        return IsTimeout(thrown)
            ? new IntercomTimeoutException(call.Operation, call.Elapsed, call.Secrets.Redact(thrown))
            : new IntercomConnectionException(call.Operation, call.Secrets, thrown);
    }

    // An HttpClient that was handed over may have a shorter timeout of its own; it says so in the exception within.
    private static bool IsTimeout(Exception thrown) => thrown switch
    {
        TimeoutException or OperationCanceledException { InnerException: TimeoutException } => true,
        AggregateException all => all.InnerExceptions.Count > 0 && all.InnerExceptions.All(IsTimeout),
        _ => false,
    };
}
