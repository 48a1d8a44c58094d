using System.ComponentModel;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Intercom.Runtime.Tests.Doubles;

/// <summary>What a user's code is given or thrown, a user's test can make.</summary>
public sealed class MadeByUsersTests
{
    private static readonly Type[] Public = typeof(IntercomException).Assembly.GetExportedTypes();

    private static IEnumerable<Type> Thrown => Public.Where(static type => typeof(Exception).IsAssignableFrom(type) && !type.IsAbstract);

    public static TheoryData<Type> Exceptions() => [.. Thrown];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Every_exception_has_the_constructors_that_exceptions_have(Type type)
    {
        var cause = new InvalidOperationException("cause");
        Assert.NotEmpty(Make(type).Message);
        Assert.Equal("what", Make(type, "what").Message);
        Assert.Equal(("what", cause), (Make(type, "what", cause).Message, Make(type, "what", cause).InnerException));
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Whatever_an_exception_tells_can_be_set(Type type)
    {
        var made = Make(type, "what");
        var own = type.GetProperties().Where(static property => property.DeclaringType!.Assembly == typeof(IntercomException).Assembly).ToList();
        Assert.Contains(own, static property => property.Name == nameof(IntercomException.Operation));
        foreach (var property in own)
        {
            var value = Sample(property.PropertyType);
            property.SetValue(made, value);
            Assert.Equal(value, property.GetValue(made));
        }
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void An_exception_that_is_made_holds_no_null_where_none_is_declared(Type type)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var property in type.GetProperties().Where(property => nullability.Create(property).ReadState == NullabilityState.NotNull))
            Assert.NotNull(property.GetValue(Make(type)));
    }

    [Theory]
    [InlineData(typeof(IntercomBadRequestException), HttpStatusCode.BadRequest)]
    [InlineData(typeof(IntercomUnauthorizedException), HttpStatusCode.Unauthorized)]
    [InlineData(typeof(IntercomForbiddenException), HttpStatusCode.Forbidden)]
    [InlineData(typeof(IntercomNotFoundException), HttpStatusCode.NotFound)]
    [InlineData(typeof(IntercomConflictException), HttpStatusCode.Conflict)]
    [InlineData(typeof(IntercomRateLimitException), HttpStatusCode.TooManyRequests)]
    [InlineData(typeof(IntercomServerException), HttpStatusCode.InternalServerError)]
    public void The_exception_of_a_status_has_that_status(Type type, HttpStatusCode status) =>
        Assert.Equal(status, ((IntercomApiException)Make(type)).Status);

    [Fact]
    public void Every_type_that_a_user_meets_can_be_made_or_is_reached_from_one_that_can()
    {
        var met = Public.Where(static type => (type.IsClass || type.IsValueType) && !type.IsAbstract && !type.IsEnum && !IsForEmittedCode(type)).ToList();
        var made = met.Where(static type => type.IsValueType || type.GetConstructors().Length > 0 || GivesItself(type)).ToHashSet();
        while (made.Count < met.Count && met.Except(made).Where(type => made.Any(from => Gives(from, type))).ToList() is { Count: > 0 } reached)
            made.UnionWith(reached);
        Assert.Empty(met.Except(made).Select(static type => type.FullName));
        Assert.True(met.Count > 40, $"Only {met.Count} types were looked at.");
    }

    private static Exception Make(Type type, params object[] arguments) => (Exception)Activator.CreateInstance(type, arguments)!;

    private static bool IsForEmittedCode(Type type) =>
        type.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never || type.IsByRefLike || type.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool GivesItself(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Static).Any(member => Result(member) == type);

    private static bool Gives(Type from, Type type) => from.GetMembers().Select(Result).Any(result => result is not null && Holds(result, type));

    private static bool Holds(Type result, Type type) =>
        result == type || (result.IsGenericType && (result.GetGenericTypeDefinition() == type || result.GetGenericArguments().Any(argument => Holds(argument, type))));

    private static Type? Result(MemberInfo member) => member switch
    {
        MethodInfo method => method.ReturnType,
        PropertyInfo property => property.PropertyType,
        _ => null,
    };

    private static object Sample(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => "said",
        var t when t == typeof(int) => 7,
        var t when t == typeof(long) => 8L,
        var t when t == typeof(TimeSpan) => TimeSpan.FromSeconds(9),
        var t when t == typeof(HttpStatusCode) => HttpStatusCode.Gone,
        var t when t == typeof(FinStreamFailure) => FinStreamFailure.Idle,
        var t when t == typeof(RateLimitState) => new RateLimitState(10, 3, null),
        var t when t == typeof(IReadOnlyList<IntercomError>) => (IntercomError[])[new("not_found", null, null)],
        var t when t == typeof(object) => new object(),
        var t => throw new NotSupportedException($"The test has no value of the type {t}."),
    };
}
