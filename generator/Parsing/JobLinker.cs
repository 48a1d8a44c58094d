using System.Text.Json.Nodes;
using Intercom.Generator.Model;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;
using Intercom.Generator.Spec.Overlays;

namespace Intercom.Generator.Parsing;

/// <summary>Links an operation that starts a job to the ones that read it and fetch what it made, now that all methods have their
/// names.</summary>
internal sealed class JobLinker(SpecDocument document, EquatableArray<Resource> resources, IReadOnlyList<OperationDraft> drafts,
    TypeFinisher types)
{
    private readonly Dictionary<string, OperationDraft> _drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Resource Resource, Operation Operation)> _operations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public EquatableArray<Resource> Link()
    {
        if (drafts.All(static draft => draft.Job is null))
            return resources;
        Index();
        return resources.Select(resource => resource with
        {
            Operations = resource.Operations.Select(operation => operation with { Job = JobOf(operation, resource) }).ToEquatable(),
        }).ToEquatable();
    }

    // What several operations have in common is of the first of them.
    private void Index()
    {
        foreach (var draft in drafts)
        {
            if (!_drafts.ContainsKey(draft.Id))
                _drafts.Add(draft.Id, draft);
            _known.Add(Key(draft.Id)!);
        }

        foreach (var resource in resources)
            foreach (var operation in resource.Operations)
                if (Key(operation.Id) is { } key && !_operations.ContainsKey(key))
                    _operations.Add(key, (resource, operation));
    }

    private Job? JobOf(Operation start, Resource resource)
    {
        if (DraftOf(start) is not { Job: { } job } draft)
            return null;
        var poll = Find(Text(job, "poll"));
        var download = Find(Text(job, "download"));
        if (poll.Operation is null)
            return Exists(Text(job, "poll")) ? null
                : Fault(draft, $"there is no operation '{Text(job, "poll")}'; one is named by its verb and path, as in 'GET /jobs/{{id}}'");
        if (FaultOf(start, poll.Operation, download.Operation, job) is { } fault)
            return Fault(draft, fault);
        if (Property(draft.Result.Type, Text(job, "id")) is not { Type.Kind: TypeKind.Text or TypeKind.Identifier } id)
            return Fault(draft, $"what the operation answers has no text '{Text(job, "id")}'");
        var status = ResultOf(poll.Operation);
        if (Property(status, Text(job, "status")) is not { Type.Kind: TypeKind.Text or TypeKind.Enum } state)
            return Fault(draft, $"what '{Text(job, "poll")}' answers has no text '{Text(job, "status")}'");
        if (Text(job, "download") is { } file && download.Operation is null && !Exists(file))
            Fault(draft, $"there is no operation '{file}'");
        return new Job(
            id.Name,
            Call(poll, resource),
            status!.Name!,
            state.Name,
            state.Type.Kind == TypeKind.Enum,
            Texts(job, "succeeded"),
            Texts(job, "failed"),
            download.Operation is null ? null : Call(download, resource));
    }

    private string? FaultOf(Operation start, Operation poll, Operation? download, JsonObject job) =>
        start.Arguments.Any(static argument => argument.IsRequired && argument.Place == ArgumentPlace.Path)
            ? "the operation needs more than a body"
        : ResultOf(start) is not { Kind: TypeKind.Record } ? "the operation answers with no object that could name a job"
        : ResultOf(poll) is not { Kind: TypeKind.Record } ? $"'{Text(job, "poll")}' answers with no object that could have a state"
        : !IsCallable(poll) || (download is not null && !IsCallable(download))
            ? "what reads the job takes more than its identifier and texts in the query"
        : download is not null && DraftOf(download)?.Result.Kind != ResultKind.Download ? $"'{Text(job, "download")}' answers with no file"
        : null;

    private bool IsCallable(Operation operation) => operation.Body is not { IsRequired: true } && operation.PathArguments.Count() == 1
        && DraftOf(operation)!.Arguments.All(static argument => argument.Place == Place.Path || !argument.IsRequired
            || argument.Type.Kind == TypeKind.Text);

    private Job? Fault(OperationDraft draft, string what)
    {
        var position = document.Locate(SpecPointer.Child(draft.Pointer, Extensions.Job));
        document.Problems.Add(new SpecProblem(ProblemKind.OverlayInvalid, position, $"'{Extensions.Job}' cannot be followed: {what}"));
        return null;
    }

    private NamedProperty? Property(TypeRef? type, string? name) =>
        types.PropertiesOf(type).FirstOrDefault(property => property.WireName == name);

    private TypeRef? ResultOf(Operation operation) => DraftOf(operation)?.Result.Type;

    private OperationDraft? DraftOf(Operation operation) => _drafts.TryGetValue(operation.Id, out var draft) ? draft : null;

    // An operation that the project left out is no fault of the overlay.
    private bool Exists(string? id) => Key(id) is { } key && _known.Contains(key);

    /// <summary>What all ways to write an operation have in common: its verb, and its path without the names of parameters.</summary>
    private static string? Key(string? id) => id?.IndexOf(' ') is > 0 and var end
        ? id.Substring(0, end) + " " + PathName.WithoutNames(id.Substring(end + 1))
        : null;

    private (Resource Resource, Operation Operation) Find(string? id) =>
        Key(id) is { } key && _operations.TryGetValue(key, out var found) ? found : default;

    private static JobCall Call((Resource Resource, Operation Operation) call, Resource from) => new(
        call.Resource.Name == from.Name ? null : call.Resource.ClientName,
        call.Operation.Name,
        call.Operation.OtherArguments.Where(static argument => argument.IsRequired).ToEquatable());

    private static string? Text(JsonObject job, string name) => job[name]?.ToString();

    private static EquatableArray<string> Texts(JsonObject job, string name) =>
        (job[name] as JsonArray ?? []).Select(static item => item?.ToString() ?? "").ToEquatable();
}
