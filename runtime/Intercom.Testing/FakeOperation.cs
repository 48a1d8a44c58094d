using Intercom.Json;

namespace Intercom.Testing;

/// <summary>
/// The answers of one operation. They are given in the order in which they were set up, one for each call; the last one is given from then
/// on.
/// </summary>
public sealed class FakeOperation
{
    private readonly FakeIntercom _intercom;
    private readonly object _gate = new();
    private readonly List<Func<FakeCall, FakeAnswer>> _answers = [];
    private int _next;

    internal FakeOperation(OperationTemplate template, FakeIntercom intercom)
    {
        Template = template;
        _intercom = intercom;
    }

    internal OperationTemplate Template { get; }

    internal bool IsSetUp
    {
        get
        {
            lock (_gate)
                return _answers.Count > 0;
        }
    }

    /// <summary>Answers with what a function makes of the call.</summary>
    /// <param name="answer">The function. What it throws is answered as status 500.</param>
    public FakeOperation Returns(Func<FakeCall, FakeAnswer> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        lock (_gate)
            _answers.Add(answer);
        return this;
    }

    /// <summary>Gives an answer.</summary>
    /// <param name="answer">The answer.</param>
    public FakeOperation Returns(FakeAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Returns(_ => answer);
    }

    /// <summary>Answers with JSON.</summary>
    /// <param name="status">The status.</param>
    /// <param name="json">The JSON text.</param>
    public FakeOperation Returns(int status, string json) => Returns(FakeAnswer.Json(json, status));

    /// <summary>Answers with status 200 and a value as JSON.</summary>
    /// <typeparam name="T">The emitted type.</typeparam>
    /// <param name="value">The value.</param>
    public FakeOperation Returns<T>(T value)
        where T : IJson<T> => Returns(FakeAnswer.Json(value));

    /// <summary>Answers without a body.</summary>
    /// <param name="status">The status.</param>
    public FakeOperation ReturnsNothing(int status = 200) => Returns(FakeAnswer.Empty(status));

    /// <summary>Answers with Intercom's list of errors, of one error.</summary>
    /// <param name="status">The status.</param>
    /// <param name="code">What went wrong, as a word: <c>not_found</c>.</param>
    /// <param name="message">What went wrong, as a sentence.</param>
    /// <param name="field">The parameter at fault; null names none.</param>
    public FakeOperation Fails(int status, string code, string message, string? field = null) =>
        Returns(call => FakeAnswer.Error(status, code, message, field, call.RequestId));

    /// <summary>Answers with the HTML page of a gateway.</summary>
    /// <param name="status">The status.</param>
    public FakeOperation FailsAtGateway(int status = 502) => Returns(FakeAnswer.Html(status));

    /// <summary>Answers that the limit of calls is used up.</summary>
    /// <param name="after">How long after the call the limit is lifted, by the clock of <see cref="IntercomClientOptions.TimeProvider"/>;
    /// sent in whole seconds, rounded up.</param>
    public FakeOperation Throttled(TimeSpan after) => Returns(call => FakeAnswer.Throttled(_intercom.Now() + after, call.RequestId));

    /// <summary>Cuts the connection instead of answering.</summary>
    public FakeOperation Drops() => Returns(FakeAnswer.Drop);

    /// <summary>
    /// Answers a question to Fin: the conversation and the user of the call, the status <c>thinking</c>, and where to read the script.
    /// </summary>
    /// <param name="script">A script of the same fake.</param>
    public FakeOperation Streams(FinScript script) => Returns(call => FinAnswer.To(call, script, _intercom));

    internal FakeAnswer? Answer(FakeCall call)
    {
        Func<FakeCall, FakeAnswer> answer;
        lock (_gate)
        {
            if (_answers.Count == 0)
                return null;
            answer = _answers[Math.Min(_next++, _answers.Count - 1)];
        }

        try
        {
            return answer(call);
        }
        catch (Exception e)
        {
            var message = $"The answer that was set up for {Template.Text} threw {e.GetType().Name}: {e.Message}";
            return FakeAnswer.Error(500, "fake_failed", message, null, call.RequestId);
        }
    }
}
