using System.Collections;

namespace Intercom.Testing;

/// <summary>The calls that the fake received, in the order in which they came. It may be read while calls come in.</summary>
public sealed class FakeCalls : IReadOnlyList<FakeCall>
{
    private readonly object _gate = new();
    private FakeCall[] _calls = [];
    private int _received;

    internal FakeCalls()
    {
    }

    /// <inheritdoc/>
    public int Count => _calls.Length;

    /// <inheritdoc/>
    public FakeCall this[int index] => _calls[index];

    /// <summary>The one call of an operation.</summary>
    /// <param name="operation">The verb and the path; a name in braces stands for any one segment.</param>
    /// <exception cref="InvalidOperationException">There was no such call, or more than one; the message lists the calls that there
    /// were.</exception>
    public FakeCall Single(string operation) => All(operation) switch
    {
        [var call] => call,
        var calls => throw new InvalidOperationException($"{operation} was called {calls.Count} times, not once. {Describe()}"),
    };

    /// <summary>The calls of an operation.</summary>
    /// <param name="operation">The verb and the path; a name in braces stands for any one segment.</param>
    public IReadOnlyList<FakeCall> All(string operation)
    {
        var template = new OperationTemplate(operation);
        return Array.FindAll(_calls, call => template.Match(call.Method, call.Path) is not null);
    }

    /// <summary>Forgets the calls so far.</summary>
    public void Clear()
    {
        lock (_gate)
            _calls = [];
    }

    /// <inheritdoc/>
    public IEnumerator<FakeCall> GetEnumerator() => _calls.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal int NextNumber() => Interlocked.Increment(ref _received);

    internal void Add(FakeCall call)
    {
        lock (_gate)
            _calls = [.. _calls, call];
    }

    private string Describe() => _calls is [] ? "There were no calls." : $"The calls were: {string.Join(", ", _calls.AsEnumerable())}.";
}
