using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>The methods that start a job, and go on with one.</summary>
internal static class JobEmitter
{
    public static IEnumerable<string> Emit(Operation operation, string body) => operation.Job is not { } job ? [] : [Start(operation, job, body), Resume(operation, job)];

    public static string StartSignature(Operation operation, Job job, string body) =>
        $"Task<IntercomJob<{job.Status}>> {operation.Name}JobAsync({string.Join(", ", Parameters(operation.Body is null ? [] : [$"{body} {operation.Body.Name}"], job))})";

    public static string ResumeSignature(Operation operation, Job job) =>
        $"IntercomJob<{job.Status}> Resume{operation.Name}Job({string.Join(", ", Extra(job).Select(static a => $"string {a.Name}").Prepend("string id"))}, {CallParameters.Options})";

    private static string Start(Operation operation, Job job, string body) => Code.Text($$"""
        {{DocEmitter.Emit(new Doc($"Does what {operation.Name}Async does, and gives the job that goes on in the background."), $"<c>{DocEmitter.Escape(operation.Id)}</c>")}}
        {{(operation.Body is { } sent ? DocEmitter.Param(sent.Name, sent.Doc) : "")}}
        {{Docs(job)}}
        public virtual {{StartSignature(operation, job, body)}} =>
            IntercomJobs.StartAsync({{operation.Name}}Async({{(operation.Body is null ? "" : operation.Body.Name + ", ")}}options: options, cancellationToken: cancellationToken), static started => started.{{job.Id}}, {{Resumption(operation, job)}}, options);
        """);

    private static string Resumption(Operation operation, Job job) => Extra(job).Any()
        ? $"(id, options) => Resume{operation.Name}Job({string.Join(", ", Extra(job).Select(static a => a.Name).Prepend("id"))}, options)"
        : $"Resume{operation.Name}Job";

    private static string Resume(Operation operation, Job job) => Code.Text($$"""
        /// <summary>Gives a job that was started earlier, by its identifier.</summary>
        /// <param name="id">The job's identifier.</param>
        {{DocLines(job)}}
        /// <param name="options">What the calls about the job do differently.</param>
        public virtual {{ResumeSignature(operation, job)}} =>
            new(id, token => {{Call(job.Poll)}}, static job => job.{{job.State}}, [{{string.Join(", ", job.Succeeded.Select(Literal.Of))}}], [{{string.Join(", ", job.Failed.Select(Literal.Of))}}]{{(job.Download is { } download ? $", token => {Call(download)}" : "")}});
        """);

    private static string Call(JobCall call) =>
        $"{(call.Client is null ? "" : $"new {call.Client}(_connection).")}{call.Method}Async({string.Join(", ", call.Required.Select(static a => $"{a.Name}: {a.Name}").Prepend("id"))}, options: options, cancellationToken: token)";

    private static IEnumerable<Argument> Extra(Job job) => job.Poll.Required.Concat(job.Download?.Required ?? []).GroupBy(static a => a.Name).Select(static same => same.First());

    private static string DocLines(Job job) => Code.Lines(Extra(job).Select(static a => DocEmitter.Param(a.Name, a.Doc)));

    private static string Docs(Job job) => Code.Lines(
    [
        DocLines(job),
        "/// <param name=\"options\">What the calls do differently; a token among them ends the call that starts the job.</param>",
        "/// <param name=\"cancellationToken\">Ends the call that starts the job.</param>",
    ]);

    private static IEnumerable<string> Parameters(IEnumerable<string> first, Job job) =>
        first.Concat(Extra(job).Select(static a => $"string {a.Name}")).Concat([CallParameters.Options, CallParameters.Token]);
}
