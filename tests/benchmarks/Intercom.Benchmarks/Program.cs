using BenchmarkDotNet.Running;
using Intercom.Benchmarks.Scale;

if (args is ["scale"])
    return await ScaleCommand.RunAsync();
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
