using Intercom.Generator.Emit;
using Intercom.Generator.Model;
using Intercom.Generator.Scoping;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator;

/// <summary>Prints a model; what cannot be printed costs itself, not the client.</summary>
/// <param name="clashes">The words that have to be said in full in the user's program.</param>
internal sealed class Printing(SourceProductionContext output, EquatableArray<ClashingName> clashes)
{
    public void Types(ClientHeader header, TypeArea area)
    {
        if (TryAdd(() => TypeFileEmitter.Emit(header, area)))
            return;
        var types = area.Types.Select(type => Whole(type, header)).ToEquatable();
        TryAdd(() => TypeFileEmitter.Emit(header, area with { Types = types }));
    }

    public void Client(ClientHeader header, Resource resource)
    {
        if (TryAdd(() => ResourceEmitter.Emit(header, resource)))
            return;
        var operations = resource.Operations.Where(operation => IsWhole(operation, header, resource)).ToEquatable();
        TryAdd(() => ResourceEmitter.Emit(header, resource with { Operations = operations }));
    }

    public void Add(EmittedFile file) => output.AddSource(
        file.HintName,
        Qualification.Apply(file.Text.ToString(), file.Namespace, clashes.Where(clash => clash.Client == file.Client)));

    /// <summary>A type, or in the place of one that cannot be printed an object of its name that keeps what it is sent.</summary>
    private ApiType Whole(ApiType type, ClientHeader header)
    {
        var fault = Fault(() => TypeFileEmitter.Emit(header, new TypeArea(type.Name, new EquatableArray<ApiType>([type]))));
        if (fault is null)
            return type;
        Report("the type " + type.Name, fault);
        return new RecordType(type.Name, type.Doc, EquatableArray<Property>.Empty, IsRequest: false, IsForm: false, IsJson: true);
    }

    private bool IsWhole(Operation operation, ClientHeader header, Resource resource)
    {
        var fault = Fault(() => ResourceEmitter.Emit(header, resource with { Operations = new EquatableArray<Operation>([operation]) }));
        if (fault is not null)
            Report(operation.Id, fault);
        return fault is null;
    }

    private bool TryAdd(Func<EmittedFile> print)
    {
        EmittedFile file;
        try
        {
            file = print();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return false;
        }

        Add(file);
        return true;
    }

    private static string? Fault(Func<EmittedFile> print)
    {
        try
        {
            print();
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e.Message;
        }
    }

    private void Report(string what, string fault) =>
        output.ReportDiagnostic(Diagnostic.Create(Diagnostics.Failure, Location.None, what, fault));
}
