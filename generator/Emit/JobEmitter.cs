using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The methods that start a job, and go on with one.</summary>
internal static class JobEmitter
{
    public static IEnumerable<Code> Emit(Operation operation) =>
        operation.Job is not { } job ? [] : [Start(operation, job), Resume(operation, job)];

    public static Code StartSignature(Operation operation, Job job, bool isListed)
    {
        Code[] parameters =
        [
            .. ParameterEmitter.RequiredAndBody(operation),
            .. Extra(operation, job).Select(ParameterEmitter.Declared),
            .. isListed ? [] : CallParameters.Both,
        ];
        return Code.Text($"Task<IntercomJob<{Name.Of(job.Status)}>> {Name.Of(operation.Name)}JobAsync({Code.List(parameters)})");
    }

    public static Code ResumeSignature(Operation operation, Job job, bool isListed)
    {
        Code[] parameters =
        [
            Code.Of("string id"),
            .. Extra(job).Select(ParameterEmitter.Declared),
            isListed ? Code.Nothing : CallParameters.Options,
        ];
        return Code.Text($"IntercomJob<{Name.Of(job.Status)}> Resume{Name.Of(operation.Name)}Job({Code.List(parameters)})");
    }

    private static Code Start(Operation operation, Job job) => Code.Text($$"""
        {{DocEmitter.Beside(operation, "gives the job that goes on in the background.")}}
        {{ParameterEmitter.Docs(operation)}}
        {{DocEmitter.Params(Extra(operation, job))}}
        /// <param name="options">What the calls do differently; a token among them ends the call that starts the job.</param>
        /// <param name="cancellationToken">Ends the call that starts the job.</param>
        {{MarkEmitter.Age(operation)}}
        public virtual {{StartSignature(operation, job, isListed: false)}} =>
            IntercomJobs.StartAsync({{Started(operation)}}, {{Identified(job)}}, {{Resumption(operation, job)}}, options);
        """);

    private static Code Identified(Job job) => Code.Text($"static started => started.{Name.Of(job.Id)}");

    private static Code Started(Operation operation)
    {
        Code[] arguments =
        [
            .. ParameterEmitter.Passed(operation),
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
            Code.Text($"static job => job.{Name.Of(job.State)}{(job.IsStateEnum ? Code.Of("?.Value") : Code.Nothing)}"),
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

    private static Code Texts(IEnumerable<string> texts) =>
        Code.Text($"[{Code.List(texts.Select(static text => (Code)Literal.Of(text)))}]");

    // What starts the job may need the same.
    private static IEnumerable<Argument> Extra(Operation operation, Job job) =>
        Extra(job).Where(argument => operation.Arguments.All(own => own.Name != argument.Name));

    private static IEnumerable<Argument> Extra(Job job) =>
        job.Poll.Required.Concat(job.Download?.Required ?? []).GroupBy(static a => a.Name).Select(static same => same.First());
}
