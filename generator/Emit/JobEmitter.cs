using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The methods that start a job, and go on with one.</summary>
internal static class JobEmitter
{
    public static IEnumerable<Code> Emit(Operation operation, Code body) => operation.Job is not { } job ? [] : [Start(operation, job, body), Resume(operation, job)];

    public static Code StartSignature(Operation operation, Job job, Code body, bool isListed)
    {
        Code[] parameters =
        [
            operation.Body is null ? Code.Nothing : Code.Text($"{body} {Name.Of(operation.Body.Name)}"),
            .. Extra(job).Select(Parameter),
            .. isListed ? [] : CallParameters.Both,
        ];
        return Code.Text($"Task<IntercomJob<{Name.Of(job.Status)}>> {Name.Of(operation.Name)}JobAsync({Code.List(parameters)})");
    }

    public static Code ResumeSignature(Operation operation, Job job, bool isListed)
    {
        Code[] parameters = [Code.Of("string id"), .. Extra(job).Select(Parameter), isListed ? Code.Nothing : CallParameters.Options];
        return Code.Text($"IntercomJob<{Name.Of(job.Status)}> Resume{Name.Of(operation.Name)}Job({Code.List(parameters)})");
    }

    private static Code Start(Operation operation, Job job, Code body) => Code.Text($$"""
        {{DocEmitter.Emit(new Doc($"Does what {operation.Name}Async does, and gives the job that goes on in the background."), DocLine.Verbatim(operation.Id))}}
        {{(operation.Body is { } sent ? DocEmitter.Param(sent.Name, sent.Doc) : Code.Nothing)}}
        {{DocEmitter.Params(Extra(job))}}
        /// <param name="options">What the calls do differently; a token among them ends the call that starts the job.</param>
        /// <param name="cancellationToken">Ends the call that starts the job.</param>
        public virtual {{StartSignature(operation, job, body, isListed: false)}} =>
            IntercomJobs.StartAsync({{Started(operation)}}, static started => started.{{Name.Of(job.Id)}}, {{Resumption(operation, job)}}, options);
        """);

    private static Code Started(Operation operation)
    {
        Code[] arguments =
        [
            operation.Body is null ? Code.Nothing : Name.Of(operation.Body.Name),
            Code.Of("options: options"),
            Code.Of("cancellationToken: cancellationToken"),
        ];
        return Code.Text($"{Name.Of(operation.Name)}Async({Code.List(arguments)})");
    }

    private static Code Resumption(Operation operation, Job job)
    {
        Code[] arguments = [Code.Of("id"), .. Extra(job).Select(static a => (Code)Name.Of(a.Name)), Code.Of("options")];
        var method = Code.Text($"Resume{Name.Of(operation.Name)}Job");
        return Extra(job).Any() ? Code.Text($"(id, options) => {method}({Code.List(arguments)})") : method;
    }

    private static Code Resume(Operation operation, Job job)
    {
        Code[] arguments =
        [
            Code.Of("id"),
            Code.Text($"token => {Call(job.Poll)}"),
            Code.Text($"static job => job.{job.State}"),
            Texts(job.Succeeded),
            Texts(job.Failed),
            job.Download is { } download ? Code.Text($"token => {Call(download)}") : Code.Nothing,
        ];
        return Code.Text($$"""
            /// <summary>Gives a job that was started earlier, by its identifier.</summary>
            /// <param name="id">The job's identifier.</param>
            {{DocEmitter.Params(Extra(job))}}
            /// <param name="options">What the calls about the job do differently.</param>
            public virtual {{ResumeSignature(operation, job, isListed: false)}} =>
                new({{Code.List(arguments)}});
            """);
    }

    private static Code Call(JobCall call)
    {
        Code[] arguments =
        [
            Code.Of("id"),
            .. call.Required.Select(static a => Code.Text($"{Name.Of(a.Name)}: {Name.Of(a.Name)}")),
            Code.Of("options: options"),
            Code.Of("cancellationToken: token"),
        ];
        var client = call.Client is null ? Code.Nothing : Code.Text($"new {Name.Of(call.Client)}(_connection).");
        return Code.Text($"{client}{Name.Of(call.Method)}Async({Code.List(arguments)})");
    }

    private static Code Texts(IEnumerable<string> texts) => Code.Text($"[{Code.List(texts.Select(static text => (Code)Literal.Of(text)))}]");

    private static Code Parameter(Argument argument) => Code.Text($"string {Name.Of(argument.Name)}");

    private static IEnumerable<Argument> Extra(Job job) =>
        job.Poll.Required.Concat(job.Download?.Required ?? []).GroupBy(static a => a.Name).Select(static same => same.First());
}
