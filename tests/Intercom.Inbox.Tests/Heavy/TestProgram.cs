namespace Intercom.Inbox.Tests;

internal static class TestProgram
{
    public static Task Main(string[] args) => InboxProgram.ServeAsync(args[1], args[2]);
}
