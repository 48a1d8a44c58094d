using System.Collections.Concurrent;

namespace Intercom.Testing;

/// <summary>Finds the answer to a call, whichever way the call came in.</summary>
internal sealed class FakeRouter
{
    // Whoever asks for a token has none yet.
    private const string TokenPath = "/auth/eagle/token";

    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, FinScript> _scripts = new(StringComparer.Ordinal);
    private FakeOperation[] _operations = [];

    public FakeCalls Calls { get; } = new();

    public FakeOperation Add(string operation, FakeIntercom intercom)
    {
        var added = new FakeOperation(new OperationTemplate(operation), intercom);
        lock (_gate)
            _operations = Ranked(_operations.Where(other => !other.Template.IsSameAs(added.Template)).Append(added));
        return added;
    }

    /// <summary>Adds an operation without an answer, unless it is there.</summary>
    public void Name(string operation, FakeIntercom intercom)
    {
        var named = new FakeOperation(new OperationTemplate(operation), intercom);
        lock (_gate)
            if (!_operations.Any(other => other.Template.IsSameAs(named.Template)))
                _operations = Ranked(_operations.Append(named));
    }

    public FinScript AddScript(string conversationId)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversationId);
        while (true)
        {
            var script = new FinScript(conversationId, _scripts.Count + 1);
            if (_scripts.TryAdd(script.Token, script))
                return script;
        }
    }

    public FakeAnswer Answer(FakeCall call)
    {
        var answer = Find(call);
        Calls.Add(call);
        return answer;
    }

    private static FakeOperation[] Ranked(IEnumerable<FakeOperation> operations) =>
        [.. operations.OrderBy(static operation => operation.Template.Rank, StringComparer.Ordinal)];

    private FakeAnswer Find(FakeCall call)
    {
        foreach (var operation in _operations)
        {
            if (operation.Template.Match(call.Method, call.Path) is not { } values)
                continue;
            (call.Operation, call.PathValues) = (operation.Template.Text, values);
            if (!call.HasToken && call.Path is not (FinScript.Path or TokenPath))
                return FakeAnswer.Error(401, "token_not_found", "The call carries no bearer token.", null, call.RequestId);
            return operation.Answer(call)
                ?? NotSetUp(call, $"It was named, but no answer follows: intercom.On(\"{operation.Template.Text}\").Returns(…).");
        }

        return call.Path == FinScript.Path ? OpenStream(call)
            : call.HasToken ? NotSetUp(
                call,
                $"Say what it answers: intercom.On(\"{call}\").Returns(200, json), "
                + "where {a_name} stands for any one segment of the path.")
            : FakeAnswer.Error(401, "token_not_found", "The call carries no bearer token.", null, call.RequestId);
    }

    private FakeAnswer OpenStream(FakeCall call) => call.StreamToken is { } token && _scripts.TryGetValue(token, out var script)
        ? script.Open(call)
        : FinWire.Refusal(40101, "No such stream: its address is not one of this fake's.");

    private FakeAnswer NotSetUp(FakeCall call, string how)
    {
        var names = _operations.Where(static operation => operation.IsSetUp).Select(static operation => operation.Template.Text).ToList();
        var known = names.Count == 0 ? "Nothing is set up yet." : $"Set up are: {string.Join(", ", names)}.";
        return FakeAnswer.Error(404, "fake_not_set_up", $"{call} is not set up in this fake. {how} {known}", null, call.RequestId);
    }
}
