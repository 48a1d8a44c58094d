using Intercom.Generator.Spec;

namespace Intercom.Generator.Tests.Mutations;

/// <summary>Changes a tree at random: what stands where, what it is called, what it says, and what it refers to.</summary>
internal sealed class Mutator(Random random, SpecMap root)
{
    private static readonly string[] Keys =
    [
        "type", "format", "enum", "const", "items", "properties", "required", "additionalProperties", "allOf", "oneOf", "anyOf", "not",
        "discriminator", "nullable", "readOnly", "writeOnly", "deprecated", "default", "title", "description", "example", "$ref", "$defs",
        "parameters", "requestBody", "responses", "content", "schema", "in", "name", "style", "explode", "tags", "operationId", "servers",
        "get", "post", "200", "204", "default", "application/json", "multipart/form-data", "text/event-stream", "encoding", "components",
        "schemas", "paths", "webhooks", "contentMediaType", "contentEncoding", "propertyName", "mapping", "prefixItems", "x-intercom-name",
        "x-intercom-type", "x-intercom-property", "x-intercom-values", "x-intercom-list", "x-intercom-fill", "x-intercom-discriminator",
        "x-intercom-stream", "x-intercom-job", "x-intercom-also", "x-intercom-query", "x-intercom-arguments", "x-intercom-aliases",
        "x-intercom-retry", "x-intercom-names",
    ];

    private static readonly string[] Texts =
    [
        "", "null", "~", "true", "false", "yes", "0", "-1", "1.5", "1e400", "99999999999999999999", "0x1F", "007", "string", "integer",
        "number", "boolean", "array", "object", "date-time", "date", "byte", "binary", "decimal", "password", "query", "path", "header",
        "cookie", "body", "deepObject", "now", "safe", "class", "System", "string?", "A.B", "Intercom", "Equals", "GetHashCode", "value",
        "Value", "é", "\U0001F600", "\ud800", "a\nb", "*/", "</summary>", "\"", "{0}", "{a}", "/a/{b}", "id", "type", "_", "1a", " ", "-",
    ];

    /// <summary>Where something stands: in a mapping under a key, or in a list at an index.</summary>
    private readonly record struct Slot(SpecNode Parent, string Key, int Index, SpecNode Value);

    /// <summary>Makes some changes.</summary>
    public void Change(int times)
    {
        for (var i = 0; i < times; i++)
            if (Slots() is { Count: > 0 } slots)
                Change(One(slots), slots);
    }

    private void Change(Slot slot, List<Slot> slots)
    {
        switch (random.Next(12))
        {
            case 0:
                Remove(slot);
                break;
            case 1:
                Put(Container(slots), slot.Value.Clone());
                break;
            case 2:
                Remove(slot);
                Put(Container(slots), slot.Value);
                break;
            case 3:
                Swap(slot, One(slots));
                break;
            case 4:
                Set(slot, Scalar());
                break;
            case 5:
                Set(slot, Invented(0));
                break;
            case 6:
                Set(slot, Around(slot.Value));
                break;
            case 7:
                Rename(slot, slots);
                break;
            case 8:
                Set(slot, Reference(slots));
                break;
            case 9:
                Set(slot, One(slots).Value.Clone());
                break;
            case 10:
                Put(slot.Value is SpecScalar ? slot.Parent : slot.Value, Invented(0));
                break;
            default:
                Set(slot, slot.Value is SpecScalar scalar ? new SpecScalar(scalar.Position, scalar.Text, !scalar.IsPlain) : Scalar());
                break;
        }
    }

    /// <summary>A pointer to some place.</summary>
    public string Pointer()
    {
        var (node, pointer) = ((SpecNode)root, "#");
        for (var steps = random.Next(2, 9); steps > 0; steps--)
            if (node is SpecMap { Entries.Count: > 0 } map)
            {
                var entry = node == root && random.Next(20) > 0 && map.Entries.FindAll(IsLarge) is { Count: > 0 } large
                    ? One(large)
                    : One(map.Entries);
                (node, pointer) = (entry.Value, SpecPointer.Child(pointer, entry.Key));
            }
            else if (node is SpecList { Items.Count: > 0 } list)
            {
                var index = random.Next(list.Items.Count);
                (node, pointer) = (list.Items[index], $"{pointer}/{index}");
            }

        return pointer;
    }

    /// <summary>Something that nobody wrote.</summary>
    public SpecNode Invented(int depth)
    {
        if (depth > 3 || random.Next(3) == 0)
            return Scalar();
        if (random.Next(4) == 0)
        {
            var list = new SpecList(default);
            for (var i = random.Next(4); i > 0; i--)
                list.Items.Add(Invented(depth + 1));
            return list;
        }

        var map = new SpecMap(default);
        for (var i = random.Next(4); i > 0; i--)
            map.Set(One(Keys), random.Next(4) == 0 ? new SpecScalar(default, Pointer(), isPlain: false) : Invented(depth + 1));
        return map;
    }

    private SpecScalar Scalar() => new(default, One(Texts), isPlain: random.Next(3) > 0);

    private SpecMap Reference(List<Slot> slots)
    {
        var map = new SpecMap(default);
        var pointer = random.Next(6) switch
        {
            0 => "other.yaml" + Pointer(),
            1 => Pointer() + "/nothing",
            2 or 3 when root["components"] is SpecMap all && all["schemas"] is SpecMap { Entries.Count: > 0 } schemas =>
                SpecPointer.Child("#/components/schemas", One(schemas.Entries).Key),
            _ => Pointer(),
        };
        map.Set("$ref", new SpecScalar(default, pointer, isPlain: false));
        if (random.Next(4) == 0)
            map.Set(One(Keys), One(slots).Value.Clone());
        return map;
    }

    private SpecNode Around(SpecNode inner)
    {
        var list = new SpecList(default);
        list.Items.Add(inner);
        if (random.Next(3) == 0)
            return list;
        var map = new SpecMap(default);
        var key = One(["allOf", "oneOf", "anyOf", "items", "additionalProperties", "properties", "schema", "content", "not", "$ref"]);
        map.Set(key, key is "allOf" or "oneOf" or "anyOf" ? list : inner);
        if (random.Next(3) == 0)
            map.Set(One(Keys), Invented(2));
        return map;
    }

    private void Rename(Slot slot, List<Slot> slots)
    {
        var name = random.Next(3) switch { 0 => One(Texts), 1 => One(Keys), _ => One(slots).Key };
        if (slot.Parent is SpecMap map && map[name] is null)
            map.Rename(slot.Key, name);
    }

    private SpecNode Container(List<Slot> slots) =>
        slots.Where(static slot => slot.Value is not SpecScalar).ToList() is { Count: > 0 } some ? One(some).Value : root;

    private void Put(SpecNode container, SpecNode value)
    {
        // Never into itself: a tree stays a tree.
        if (Holds(value, container))
            return;
        if (container is SpecList list)
            list.Items.Insert(random.Next(list.Items.Count + 1), value);
        else if (container is SpecMap map)
            map.Set(random.Next(2) == 0 ? One(Keys) : map.Entries.Count > 0 ? One(map.Entries).Key + "2" : One(Texts), value);
    }

    private static bool Holds(SpecNode node, SpecNode inner) => node == inner || node switch
    {
        SpecMap map => map.Entries.Exists(entry => Holds(entry.Value, inner)),
        SpecList list => list.Items.Exists(item => Holds(item, inner)),
        _ => false,
    };

    private static void Swap(Slot left, Slot right)
    {
        if (Holds(left.Value, right.Value) || Holds(right.Value, left.Value))
            return;
        Set(left, right.Value);
        Set(right, left.Value);
    }

    private static void Remove(Slot slot)
    {
        if (slot.Parent is SpecMap map)
            map.Remove([slot.Key]);
        else
            ((SpecList)slot.Parent).Items.RemoveAt(slot.Index);
    }

    private static void Set(Slot slot, SpecNode value)
    {
        if (slot.Parent is SpecMap map)
            map.Set(slot.Key, value);
        else
            ((SpecList)slot.Parent).Items[slot.Index] = value;
    }

    private static bool IsLarge(SpecEntry entry) => entry.Value is SpecMap && entry.Key is not "info";

    // What has no version or no paths is no document at all, and says little about what is made of one.
    private List<Slot> Slots()
    {
        var slots = new List<Slot>();
        var spared = random.Next(20) > 0 ? root : null;
        var open = new Stack<SpecNode>([root]);
        while (open.Count > 0)
        {
            var parent = open.Pop();
            var inside = parent switch
            {
                SpecMap map => map.Entries.Select(entry => new Slot(parent, entry.Key, 0, entry.Value)),
                SpecList list => list.Items.Select((item, i) => new Slot(parent, "", i, item)),
                _ => [],
            };
            foreach (var slot in inside)
            {
                if (parent != spared)
                    slots.Add(slot);
                if (parent != spared || IsLarge(new SpecEntry(slot.Key, slot.Value, default)))
                    open.Push(slot.Value);
            }
        }

        return slots;
    }

    private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
