using BenchmarkDotNet.Running;
using Intercom.Generator.Benchmarks;

switch (args)
{
    case ["build"]:
        BuildTime.Measure();
        break;
    case ["bounds", .. var names]:
        return Bounds.Measure(names.FirstOrDefault());
    case ["mutations", .. var numbers]:
        return MutationCommand.Run(numbers);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(BuildTime).Assembly).Run(args);
        break;
}

return 0;
