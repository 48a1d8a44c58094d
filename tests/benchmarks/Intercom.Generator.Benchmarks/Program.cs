using BenchmarkDotNet.Running;
using Intercom.Generator.Benchmarks;

switch (args)
{
    case ["bounds", .. var names]:
        return Bounds.Measure(names.FirstOrDefault());
    case ["documents", var folder]:
        return DocumentsCommand.Run(folder);
    case ["values", var folder]:
        return ValuesCommand.Run(folder);
    case ["scale"]:
        return ScaleCommand.Run();
    case ["mutations", .. var numbers]:
        return MutationCommand.Run(numbers);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(GeneratorBenchmarks).Assembly).Run(args);
        break;
}

return 0;
