using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

public sealed class Enums
{
    [Fact]
    public void An_enum_is_open() => Generation.Of(SpecInput.Schemas(
        """
        state: { type: string, description: Whether it is open., enum: [ open, closed ] }
        """)).Compiles().Emits(
        """
        /// <summary>Whether it is open.</summary>
        /// <param name="Value">The value as it is sent; any string is kept.</param>
        [JsonConverter(typeof(JsonModelConverter<State>))]
        [DebuggerDisplay("{Value,nq}")]
        public readonly partial record struct State(string Value) : IOpenEnum<State>
        {
            private static readonly JsonNames Known = new("open\0closed"u8);

            /// <summary><c>open</c></summary>
            public static State Open => new("open");

            /// <summary><c>closed</c></summary>
            public static State Closed => new("closed");

            static JsonNames IOpenEnum<State>.Known => Known;

            static State IOpenEnum<State>.From(string value) => new(value);

            /// <summary>Takes any value, known or not.</summary>
            /// <param name="value">The value as it is sent.</param>
            public static implicit operator State(string value) => new(value);

            /// <summary>The value as it is sent.</summary>
            public override string ToString() => Value ?? "";
        }
        """);

    [Theory]
    [InlineData("=", "Equal")]
    [InlineData("!=", "NotEqual")]
    [InlineData("<=", "LessThanOrEqual")]
    [InlineData("!~", "DoesNotContain")]
    [InlineData("^", "StartsWith")]
    [InlineData("$", "EndsWith")]
    [InlineData("NIN", "NotIn")]
    [InlineData("%", "Value25")]
    [InlineData("2.14", "V2_14")]
    [InlineData("_0", "_0")]
    [InlineData("value", "ValueValue")]
    [InlineData("Unstable", "Unstable")]
    public void A_value_has_a_name_whatever_it_is(string value, string name) => Generation.Of(SpecInput.Schemas(
        $"sign: {{ type: string, enum: [ '{value}', other ] }}")).Compiles().Emits($"public static Sign {name} => new(\"{value}\");");

    [Fact]
    public void Values_that_differ_by_case_have_names_that_do_not() => Generation.Of(SpecInput.Schemas(
        "sign: { type: string, enum: [ User, user, USER ] }")).Compiles()
        .Emits("public static Sign User => new(\"User\");").Emits("public static Sign UserValue => new(\"user\");").Emits("public static Sign UserValue2 => new(\"USER\");");

    [Fact]
    public void Properties_of_the_same_name_and_values_share_no_enum_unless_it_is_said() => Generation.Of(SpecInput.Schemas(
        """
        long_owner_name: { type: object, properties: { state: { type: string, enum: [ on, off ] } } }
        owner: { type: object, properties: { state: { type: string, enum: [ off, on ] } } }
        """)).Compiles().Emits("public OwnerState? State { get => _state; init => _state = value; }")
        .Emits("public LongOwnerNameState? State { get => _state; init => _state = value; }");

    [Fact]
    public void Other_values_are_another_enum() => Generation.Of(SpecInput.Schemas(
        """
        a: { type: object, properties: { state: { type: string, enum: [ on, off ] } } }
        b: { type: object, properties: { state: { type: string, enum: [ on, off, unknown ] } } }
        """)).Compiles().Emits("public AState? State { get => _state; init => _state = value; }").Emits("public BState? State { get => _state; init => _state = value; }");

    [Fact]
    public void An_explicit_name_is_kept() => Generation.Of(SpecInput.Schemas(
        """
        a: { type: object, properties: { state: { type: string, x-intercom-type: Switch, enum: [ on, off ] } } }
        """)).Compiles().Emits("public Switch? State { get => _state; init => _state = value; }");

    [Fact]
    public void Null_is_no_value() => Generation.Of(SpecInput.Schemas(
        """
        a: { type: object, properties: { state: { type: string, nullable: true, enum: [ on, off, null ] } } }
        """)).Compiles().Emits("""private static readonly JsonNames Known = new("on\0off"u8);""");
}
