using System.Buffers;
using System.Runtime.CompilerServices;

namespace Intercom.Json;

/// <summary>The items of a list whose length is not known before its end; nothing is left of it but the list.</summary>
internal ref struct JsonItems<T>
{
    private Few _few;
    private T[]? _rented;
    private int _count;

    public void Add(T item)
    {
        if (_count < Few.Length)
            _few[_count] = item;
        else
            AddToRented(item);
        _count++;
    }

    public readonly T[] ToArray()
    {
        var all = new T[_count];
        ReadOnlySpan<T> few = _few;
        few[..Math.Min(_count, Few.Length)].CopyTo(all);
        _rented.AsSpan(0, Math.Max(0, _count - Few.Length)).CopyTo(all.AsSpan(Math.Min(_count, Few.Length)));
        return all;
    }

    public void Dispose()
    {
        if (_rented is not null)
            Return(_rented, _count - Few.Length);
        _rented = null;
    }

    private void AddToRented(T item)
    {
        var used = _count - Few.Length;
        if (_rented is null || used == _rented.Length)
        {
            var longer = ArrayPool<T>.Shared.Rent(Math.Max(32, used * 2));
            if (_rented is not null)
            {
                _rented.CopyTo(longer, 0);
                Return(_rented, used);
            }

            _rented = longer;
        }

        _rented[used] = item;
    }

    // What the pool keeps must not keep the items alive.
    private static void Return(T[] array, int used)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            array.AsSpan(0, used).Clear();
        ArrayPool<T>.Shared.Return(array);
    }

    // Most lists are short.
    [InlineArray(Length)]
    private struct Few
    {
        public const int Length = 4;

        private T _first;
    }
}
