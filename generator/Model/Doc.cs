namespace Intercom.Generator.Model;

/// <summary>Documentation as plain text: one sentence, and the rest.</summary>
internal sealed record Doc(string Summary, string Remarks = "")
{
    public static readonly Doc None = new("");
}
