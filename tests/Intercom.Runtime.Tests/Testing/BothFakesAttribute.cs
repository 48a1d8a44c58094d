using System.Reflection;
using Xunit.Sdk;

namespace Intercom.Testing.Tests;

/// <summary>Runs a test over a socket and in memory.</summary>
public sealed class BothFakesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Fake.OverSockets], [Fake.InMemory]];
}
