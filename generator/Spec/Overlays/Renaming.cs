namespace Intercom.Generator.Spec.Overlays;

/// <summary>Gives something another key, as the extension <c>x-intercom-rename</c> of an action says.</summary>
internal static class Renaming
{
    public const string Extension = "x-intercom-rename";

    /// <summary>Renames a member of a mapping; a path takes the parameters of its template along.</summary>
    /// <returns>What speaks against it; null where it is done.</returns>
    public static string? Apply(SpecNode? parent, string? key, string name)
    {
        if (parent is not SpecMap map || key is null)
            return $"only what stands under a name in a mapping can be renamed to {name}";
        if (key != name && map[name] is not null)
            return $"{key} cannot be renamed to {name}, which stands beside it";
        if (key.StartsWith("/", StringComparison.Ordinal) && map[key] is SpecMap path)
        {
            var names = PathName.Parameters(key).Zip(PathName.Parameters(name), static (before, after) => (before, after));
            RenameParameters(path, names.ToList());
        }

        map.Rename(key, name);
        return null;
    }

    private static void RenameParameters(SpecMap path, List<(string Before, string After)> names)
    {
        var lists = path.Entries.Select(static entry => (entry.Value as SpecMap)?["parameters"]).Append(path["parameters"]);
        foreach (var parameters in lists.OfType<SpecList>())
            foreach (var parameter in parameters.Items.OfType<SpecMap>().Where(static parameter => parameter.Text("in") == "path"))
                if (names.FirstOrDefault(name => name.Before == parameter.Text("name")).After is { } after)
                    parameter.Set("name", new SpecScalar(parameter["name"]!.Position, after, isPlain: false));
    }
}
