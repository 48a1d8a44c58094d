using System.Diagnostics;
using System.Runtime;

namespace Intercom.Generator.Benchmarks;

/// <summary>The processor's time that is a document's own.</summary>
internal static class OwnTime
{
    // What .NET compiles, and compiles better in the background, is start-up, whichever document comes first.
    public static TimeSpan Spent => Process.GetCurrentProcess().TotalProcessorTime - JitInfo.GetCompilationTime();
}
