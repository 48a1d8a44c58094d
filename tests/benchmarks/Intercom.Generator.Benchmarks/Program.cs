using BenchmarkDotNet.Running;
using Intercom.Generator.Benchmarks;

if (args is ["build"])
    BuildTime.Measure();
else
    BenchmarkSwitcher.FromAssembly(typeof(BuildTime).Assembly).Run(args);
