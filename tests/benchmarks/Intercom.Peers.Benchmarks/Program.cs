using Intercom.Peers.Benchmarks;

var folder = Directory.CreateTempSubdirectory("intercom-peers-").FullName;
try
{
    await new Contest(folder, Options.Of(args)).Run();
}
finally
{
    Directory.Delete(folder, recursive: true);
}
