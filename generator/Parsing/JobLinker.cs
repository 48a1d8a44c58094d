using System.Text.Json.Nodes;
using Intercom.Generator.Model;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec.Overlays;

namespace Intercom.Generator.Parsing;

/// <summary>Links an operation that starts a job to the ones that read it and fetch what it made, now that all methods have their names.</summary>
internal sealed class JobLinker(EquatableArray<Resource> resources, IReadOnlyList<OperationDraft> drafts, TypeFinisher types)
{
    public EquatableArray<Resource> Link()
    {
        if (drafts.All(static draft => draft.Job is null))
            return resources;
        return resources.Select(resource => resource with
        {
            Operations = resource.Operations.Select(operation => operation with { Job = JobOf(operation, resource) }).ToEquatable(),
        }).ToEquatable();
    }

    private Job? JobOf(Operation start, Resource resource)
    {
        if (drafts.FirstOrDefault(draft => draft.Id == start.Id) is not { Job: { } job } draft)
            return null;
        var poll = Find(Text(job, "poll"));
        var status = ResultOf(poll.Operation);
        var id = types.PropertiesOf(draft.Result.Type).FirstOrDefault(property => property.WireName == Text(job, "id"));
        var state = types.PropertiesOf(status).FirstOrDefault(property => property.WireName == Text(job, "status"));
        if (id is null || state is null)
            return null;
        var download = Find(Text(job, "download"));
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

    private TypeRef? ResultOf(Operation? operation) =>
        operation is null ? null : drafts.FirstOrDefault(draft => draft.Id == operation.Id)?.Result.Type;

    private (Resource Resource, Operation Operation) Find(string? id)
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
        call.Operation.OtherArguments.Where(static argument => argument.IsRequired).ToEquatable());

    private static string? Text(JsonObject job, string name) => job[name]?.ToString();

    private static EquatableArray<string> Texts(JsonObject job, string name) => (job[name] as JsonArray ?? []).Select(static item => item?.ToString() ?? "").ToEquatable();
}
