using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Webhooks;

/// <summary>Prints who says something, and what.</summary>
internal sealed class TwoColumns() : ConsoleFormatter(Name)
{
    public new const string Name = "two-columns";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.WriteLine($"{logEntry.Category,-20} {logEntry.Formatter(logEntry.State, logEntry.Exception)}");
        if (logEntry.Exception is { } exception)
            textWriter.WriteLine(exception);
    }

    internal sealed class Options : ConsoleFormatterOptions;
}
