using System.Runtime.InteropServices;

namespace Intercom.Peers.Benchmarks;

/// <summary>The processor's time of the processes that this one started and that have ended, with all of theirs.</summary>
internal static class ChildProcesses
{
    private const int OfChildren = -1;

    /// <summary>What they have taken so far. No system but Unix adds it up.</summary>
    public static TimeSpan CpuTime()
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("The time of child processes is read as Linux tells it.");
        if (GetUsage(OfChildren, out var usage) != 0)
            throw new InvalidOperationException("The system does not tell the time of child processes.");
        return TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds) +
            TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 18 * sizeof(long))]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
