using Intercom.Generator.Emit;
using Intercom.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator;

/// <summary>Prints a model; what cannot be printed costs itself, not the client.</summary>
internal static class Printing
{
    public static void Types(SourceProductionContext output, ClientHeader header, TypeArea area)
    {
        if (TryAdd(output, () => TypeFileEmitter.Emit(header, area)))
            return;
        var types = area.Types.Select(type => Whole(type, header, output)).ToEquatable();
        TryAdd(output, () => TypeFileEmitter.Emit(header, area with { Types = types }));
    }

    public static void Client(SourceProductionContext output, ClientHeader header, Resource resource)
    {
        if (TryAdd(output, () => ResourceEmitter.Emit(header, resource)))
            return;
        var operations = resource.Operations.Where(operation => IsWhole(operation, header, resource, output)).ToEquatable();
        TryAdd(output, () => ResourceEmitter.Emit(header, resource with { Operations = operations }));
    }

    /// <summary>A type, or in the place of one that cannot be printed an object of its name that keeps what it is sent.</summary>
    private static ApiType Whole(ApiType type, ClientHeader header, SourceProductionContext output) =>
        Fault(() => TypeFileEmitter.Emit(header, new TypeArea(type.Name, new EquatableArray<ApiType>([type])))) is not { } fault
            ? type
            : Said(new RecordType(type.Name, type.Doc, EquatableArray<Property>.Empty, IsRequest: false, IsForm: false, IsJson: true),
                type.Name, fault, output);

    private static ApiType Said(ApiType type, string name, string fault, SourceProductionContext output)
    {
        Report(output, "the type " + name, fault);
        return type;
    }

    private static bool IsWhole(Operation operation, ClientHeader header, Resource resource, SourceProductionContext output)
    {
        var fault = Fault(() => ResourceEmitter.Emit(header, resource with { Operations = new EquatableArray<Operation>([operation]) }));
        if (fault is not null)
            Report(output, operation.Id, fault);
        return fault is null;
    }

    private static bool TryAdd(SourceProductionContext output, Func<EmittedFile> print)
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

        output.AddSource(file.HintName, file.Text.ToString());
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

    private static void Report(SourceProductionContext output, string what, string fault) =>
        output.ReportDiagnostic(Diagnostic.Create(Diagnostics.Failure, Location.None, what, fault));
}
