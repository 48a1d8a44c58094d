using System.Reflection;
using Intercom.Testing;
using YamlDotNet.Serialization;

namespace DriftReport;

/// <summary>A fake workspace that answers with the examples of the document, and where it differs from it as workspaces do.</summary>
internal static class FakeWorkspace
{
    public static async Task<FakeIntercom> StartAsync()
    {
        var fake = await FakeIntercom.StartAsync();
        fake.AnswerFromExamples(Json("document.yaml"));
        fake.On("GET /teams").Returns(
            200,
            """
            { "type": "team.list", "teams": [
              { "type": "team", "id": "9601", "name": "Support", "admin_ids": "all" },
              { "type": "team", "id": "9602", "name": "Sales", "admin_ids": "all" } ] }
            """);
        return fake;
    }

    private static string Json(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var document = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(reader);
        return new SerializerBuilder().JsonCompatible().Build().Serialize(document);
    }
}
