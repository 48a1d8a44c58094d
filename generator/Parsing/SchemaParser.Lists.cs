using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>Lists and maps, and what they hold.</summary>
internal sealed partial class SchemaParser
{
    private TypeRef ListOf(SchemaRef schema, string name, string property) =>
        Within(schema, TypeRef.List(schema.Schema.Items is { } items ? Item(schema.Items(items), name, property) : TypeRef.Json));

    private TypeRef MapOf(SchemaRef values, string name, string property)
    {
        // Attribute maps are declared with strings, or with unions; they hold whatever the workspace put there. What says nothing holds
        // anything as well.
        // Unless each is an object with a name, and so is described on purpose.
        var isDescribed = values.Reference is not null && values.Schema.Behind().HasProperties();
        if ((IsAttributes(property) && !isDescribed) || values.Schema.IsConstraint())
            return TypeRef.JsonObject;
        return Within(values, TypeRef.Map(Item(values, name, property)));
    }

    // The compiler's time grows with the square of it, and its stack with it.
    private TypeRef Within(SchemaRef schema, TypeRef type)
    {
        if (type.Depth <= SpecLimits.Lists)
            return type;
        Omissions.Untyped(schema.Pointer, $"more than {SpecLimits.Lists} lists and maps of each other", "raw JSON");
        return TypeRef.Json;
    }

    private TypeRef Item(SchemaRef items, string name, string property)
    {
        var last = Words.Split(name).LastOrDefault() ?? "";
        var singular = name.Substring(0, name.Length - last.Length) + Words.Singular(last);
        var type = Parse(items, singular == name ? name + "Item" : singular, property);
        // What a list of attributes holds is attributes, and no maps of them.
        if (type.Kind == TypeKind.JsonObject && IsAttributes(property))
            return TypeRef.Json;
        // A component of an object that calls itself nullable means the properties that hold one: a list leaves out what is not there.
        return type.OrNull(items.Schema.Behind().AllowsNull() && !(items.Reference is not null && type.Kind == TypeKind.Record));
    }
}
