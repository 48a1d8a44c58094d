using System.Text.Json.Serialization;

namespace Intercom.Benchmarks.Plain;

[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlainContact))]
[JsonSerializable(typeof(PlainConversation))]
[JsonSerializable(typeof(PlainContactList))]
internal sealed partial class PlainJson : JsonSerializerContext;
