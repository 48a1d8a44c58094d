namespace Intercom.Peers.Benchmarks;

/// <summary>A run: everyone is made ready, measured in turns, and shown.</summary>
internal sealed class Contest(string folder, Options options)
{
    private readonly Numbers _numbers = new();
    private readonly List<string> _mended = [];
    private readonly List<string> _broken = [];
    private readonly PeerTools _tools = new(folder, options);
    private readonly List<Contestant> _ours = [.. Contestants.Ours(folder, options)];
    private readonly List<Contestant> _theirs = options.OursOnly ? [] : [.. Contestants.Theirs(folder)];

    public async Task Run()
    {
        List<Contestant> all = [.. _ours, .. _theirs];
        all.ForEach(static contestant => contestant.Create());
        MakePeers();
        if (options.Measures("generate"))
            await Rounds("generating", Synchronous(_ => Generate()));
        if (options.Measures("build"))
            await Build([.. all.Where(static contestant => contestant.Name != Contestants.ByHand)]);
        await Call(all);
        await Show([.. all.Select(static contestant => contestant.Name)]);
    }

    private void MakePeers()
    {
        if (_theirs.Count == 0)
            return;
        _tools.Install();
        foreach (var peer in _theirs)
        {
            _tools.Generate(peer, Path.Combine(peer.Folder, "Generated"));
            foreach (var what in PeerTools.Mend(peer))
                _mended.Add($"{PeerTools.Called(peer.Name)}: {what}");
        }
    }

    private void Generate()
    {
        var generated = _ours.Single(static one => one.Name == Contestants.Generator);
        _numbers.Add(generated.Name, "generate.wall", Builds.GeneratorSeconds(generated));
        foreach (var peer in _theirs)
        {
            var output = Directory.CreateDirectory(Path.Combine(folder, "made")).FullName;
            _numbers.Add(peer.Name, "generate.wall", _tools.Generate(peer, output).Wall.TotalSeconds);
            Directory.Delete(output, recursive: true);
        }
    }

    private async Task Build(IReadOnlyList<Contestant> contestants)
    {
        using var builds = new Builds(contestants, _numbers);
        await Rounds("building", Synchronous(builds.Round));
        builds.Sizes();
    }

    private async Task Call(IReadOnlyList<Contestant> contestants)
    {
        if (!options.Measures("calls") && !options.Measures("native"))
            return;
        var calls = new Calls(contestants, _numbers);
        calls.Prepare();
        if (options.Measures("calls"))
            await Rounds("calling", _ => calls.Round());
        if (options.Measures("native"))
            _broken.AddRange(await new NativePrograms(calls, _numbers).Measure());
    }

    private async Task Rounds(string what, Func<int, Task> measure)
    {
        for (var round = 1; round <= options.Rounds; round++)
        {
            await measure(round);
            Console.WriteLine($"{what}: round {round} of {options.Rounds}");
        }
    }

    private static Func<int, Task> Synchronous(Action<int> measure) => round =>
    {
        measure(round);
        return Task.CompletedTask;
    };

    private async Task Show(IReadOnlyList<string> names)
    {
        var table = new Report(_numbers, names, options, _mended, _broken).Table();
        Console.WriteLine(table);
        if (!options.Writes)
            return;
        var target = Path.Combine(Repository.Root, "tests", "benchmarks");
        await File.WriteAllTextAsync(Path.Combine(target, "peers.md"), table);
        await File.WriteAllTextAsync(Path.Combine(target, "peers.svg"), new Plot(_numbers, names).Draw());
    }
}
