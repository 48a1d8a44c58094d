using System.Text.Json.Nodes;
using Intercom.Generator.Model;
using Intercom.Generator.Spec;
using Intercom.Generator.Spec.Overlays;

namespace Intercom.Generator.Parsing;

/// <summary>Links an operation that starts a job to the ones that read it and fetch what it made, now that all methods have their names.</summary>
internal sealed class JobLinker(SpecDocument document, EquatableArray<Resource> resources, IReadOnlyList<OperationDraft> drafts, IReadOnlyDictionary<string, RecordType> records)
{
    public EquatableArray<Resource> Link()
    {
        var jobs = drafts.Where(static draft => draft.Job is not null).ToDictionary(static draft => draft.Operation.Id);
        return resources.Select(resource => resource with
        {
            Operations = resource.Operations
                .Select(operation => jobs.TryGetValue(operation.Id, out var draft) ? operation with { Job = Job(operation, draft, resource) } : operation)
                .ToEquatable(),
        }).ToEquatable();
    }

    private Job? Job(Operation start, OperationDraft draft, Resource resource)
    {
        var job = draft.Job!;
        if (start.Arguments.Any(static argument => argument.IsRequired))
            return Fault(draft, "the operation needs more than a body");
        if (start.Result.Type is not { Kind: TypeKind.Record } started)
            return Fault(draft, "the operation answers with no object that could name a job");
        var poll = Find(Text(job, "poll"));
        if (poll.Operation is null)
            return Exists(Text(job, "poll")) ? null : Fault(draft, $"there is no operation '{Text(job, "poll")}'; one is named by its verb and path, as in 'GET /jobs/{{id}}'");
        if (poll.Operation.Result.Type is not { Kind: TypeKind.Record } status)
            return Fault(draft, $"'{Text(job, "poll")}' answers with no object that could have a state");
        if (Property(started, Text(job, "id")) is not { Type.Kind: TypeKind.Text } id)
            return Fault(draft, $"what the operation answers has no text '{Text(job, "id")}'");
        if (Property(status, Text(job, "status")) is not { Type.Kind: TypeKind.Text or TypeKind.Enum } state)
            return Fault(draft, $"what '{Text(job, "poll")}' answers has no text '{Text(job, "status")}'");
        var download = Find(Text(job, "download"));
        if (!IsCallable(poll.Operation) || (download.Operation is { } fetch && !IsCallable(fetch)))
            return Fault(draft, "what reads the job takes more than its identifier and texts in the query");
        if (Text(job, "download") is { } file && download.Operation is null && !Exists(file))
            Fault(draft, $"there is no operation '{file}'");
        else if (download.Operation is { Result.Kind: not ResultKind.Download })
            return Fault(draft, $"'{Text(job, "download")}' answers with no file");
        return new Job(
            id.Name,
            Call(poll, resource),
            status.Name!,
            state.Name + (state.Type.Kind == TypeKind.Enum ? "?.Value" : ""),
            Texts(job, "succeeded"),
            Texts(job, "failed"),
            download.Operation is null ? null : Call(download, resource));
    }

    private static bool IsCallable(Operation operation) => operation.Body is null && operation.Arguments.Count(static argument => argument.Place == ArgumentPlace.Path) == 1
        && operation.Arguments.All(static argument => argument.Place == ArgumentPlace.Path || !argument.IsRequired || argument.Type.Kind == TypeKind.Text);

    private Job? Fault(OperationDraft draft, string what)
    {
        var position = document.Locate(SpecPointer.Child(draft.Pointer, Extensions.Job));
        document.Problems.Add(new SpecProblem(ProblemKind.OverlayInvalid, position, $"'{Extensions.Job}' cannot be followed: {what}"));
        return null;
    }

    private Property? Property(TypeRef type, string? name) => records[type.Name!].Properties.FirstOrDefault(property => property.WireName == name);

    // An operation that the project left out is no fault of the overlay.
    private bool Exists(string? id) => drafts.Any(draft => Is(draft.Operation, id));

    private static bool Is(Operation operation, string? id) =>
        id?.Split(' ') is { Length: 2 } parts && operation.Verb == parts[0] && PathName.Same(operation.Path, parts[1]);

    private (Resource Resource, Operation Operation) Find(string? id)
    {
        foreach (var resource in resources)
            foreach (var operation in resource.Operations)
                if (Is(operation, id))
                    return (resource, operation);
        return default;
    }

    private static JobCall Call((Resource Resource, Operation Operation) call, Resource from) => new(
        call.Resource.Name == from.Name ? null : call.Resource.ClientName,
        call.Operation.Name,
        call.Operation.Arguments.Where(static argument => argument.IsRequired && argument.Place == ArgumentPlace.Query).ToEquatable());

    private static string? Text(JsonObject job, string name) => job[name]?.ToString();

    private static EquatableArray<string> Texts(JsonObject job, string name) => (job[name] as JsonArray ?? []).Select(static item => item?.ToString() ?? "").ToEquatable();
}
