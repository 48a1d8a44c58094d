using System.Xml;
using System.Xml.Linq;
using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator.Options;

/// <summary>The project file, which is read for one thing only: where it says what.</summary>
internal static class ProjectFile
{
    /// <summary>Metadata of an <c>IntercomSpec</c> item that look like a known one and are none.</summary>
    public static IEnumerable<(string Name, string Meant, Location Location)> Misspelt(SpecFile project) =>
        from option in Options(project)
        where !SpecSettings.Names.Contains(option.Name)
        let meant = NearName.Of(option.Name, SpecSettings.Names)
        where meant is not null
        select (option.Name, meant, Place(project, option.Place));

    /// <summary>Where the project says something; no place where it says it in another file.</summary>
    public static Location Find(IEnumerable<SpecFile> projects, OptionProblem problem) => (
        from project in projects
        from option in Options(project)
        where option.Name == problem.Option && OptionText.Values(option.Value.Replace('\\', '/')).Contains(problem.Value.Replace('\\', '/'))
        select Place(project, option.Place)).FirstOrDefault() ?? Location.None;

    /// <summary>Where the project includes a document: at the namespace that it asks for, or else at its name; otherwise null.</summary>
    public static Location? Find(IEnumerable<SpecFile> projects, SpecFile document) => (
        from project in projects
        from item in Items(project)
        from attribute in item.Attributes()
        where attribute.Name.LocalName == "Include"
            && OptionText.Values(attribute.Value).Any(name => name == document.Version || document.IsAt(name))
            && (item.Attribute(nameof(SpecSettings.Namespace))?.Value ?? SpecSettings.DefaultNamespace) == document.Settings.Namespace
        select Place(project, item.Attribute(nameof(SpecSettings.Namespace)) ?? attribute)).FirstOrDefault();

    private static IEnumerable<XElement> Items(SpecFile project) =>
        Read(project.Text.ToString())?.Descendants().Where(static element => element.Name.LocalName == "IntercomSpec") ?? [];

    private static IEnumerable<(string Name, string Value, IXmlLineInfo Place)> Options(SpecFile project)
    {
        foreach (var element in Read(project.Text.ToString())?.Descendants() ?? [])
        {
            if (element.Name.LocalName == ListingOption.Name || element.Parent?.Name.LocalName == "IntercomSpec")
                yield return (element.Name.LocalName, element.Value, element);
            foreach (var attribute in element.Name.LocalName == "IntercomSpec" ? element.Attributes() : [])
                yield return (attribute.Name.LocalName, attribute.Value, attribute);
        }
    }

    // A project that is being typed is not always XML; MSBuild says so, and this has nothing to add.
    private static XDocument? Read(string text)
    {
        try
        {
            return XDocument.Parse(text, LoadOptions.SetLineInfo);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static Location Place(SpecFile project, IXmlLineInfo place) =>
        FilePlace.At(project.Path, Math.Max(0, place.LineNumber - 1), Math.Max(0, place.LinePosition - 1));
}
