using System.Text.Json.Nodes;
using Intercom.Generator.Model;
using Intercom.Generator.SafeText;
using Intercom.Generator.Spec.Overlays;

namespace Intercom.Generator.Parsing;

/// <summary>Links an operation that starts a job to the ones that read it and fetch what it made, now that all methods have their names.</summary>
internal static class JobLinker
{
    public static EquatableArray<Resource> Link(EquatableArray<Resource> resources, IEnumerable<OperationDraft> drafts, IReadOnlyDictionary<string, RecordType> records)
    {
        var jobs = drafts.Where(static draft => draft.Job is not null).ToDictionary(static draft => draft.Operation.Id, static draft => draft.Job!);
        return resources.Select(resource => resource with
        {
            Operations = resource.Operations
                .Select(operation => jobs.TryGetValue(operation.Id, out var job) ? operation with { Job = Job(operation, job, resource, resources, records) } : operation)
                .ToEquatable(),
        }).ToEquatable();
    }

    private static Job? Job(Operation start, JsonObject job, Resource resource, EquatableArray<Resource> resources, IReadOnlyDictionary<string, RecordType> records)
    {
        if (Find(resources, Text(job, "poll")) is not { Operation.Result.Type: { Kind: TypeKind.Record } status } poll || start.Result.Type is not { Kind: TypeKind.Record } started)
            return null;
        var id = records[started.Name!].Properties.FirstOrDefault(property => property.WireName == Text(job, "id"));
        var state = records[status.Name!].Properties.FirstOrDefault(property => property.WireName == Text(job, "status"));
        if (id is null || state is null)
            return null;
        var download = Find(resources, Text(job, "download"));
        return new Job(
            id.Name,
            Call(poll, resource),
            status.Name!,
            state.Type.Kind == TypeKind.Enum ? Code.Text($"{Name.Of(state.Name)}?.Value") : Name.Of(state.Name),
            Texts(job, "succeeded"),
            Texts(job, "failed"),
            download.Operation is null ? null : Call(download, resource));
    }

    private static (Resource Resource, Operation Operation) Find(EquatableArray<Resource> resources, string? id)
    {
        if (id?.Split(' ') is not { Length: 2 } parts)
            return default;
        return resources
            .SelectMany(static resource => resource.Operations.Select(operation => (resource, operation)))
            .FirstOrDefault(found => found.operation.Verb == parts[0] && PathName.Same(found.operation.Path, parts[1]));
    }

    private static JobCall Call((Resource Resource, Operation Operation) call, Resource from) => new(
        call.Resource.Name == from.Name ? null : call.Resource.ClientName,
        call.Operation.Name,
        call.Operation.Arguments.Where(static argument => argument.IsRequired && argument.Place == ArgumentPlace.Query).ToEquatable());

    private static string? Text(JsonObject job, string name) => job[name]?.ToString();

    private static EquatableArray<string> Texts(JsonObject job, string name) => (job[name] as JsonArray ?? []).Select(static item => item?.ToString() ?? "").ToEquatable();
}
