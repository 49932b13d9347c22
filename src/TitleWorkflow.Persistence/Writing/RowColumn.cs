using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>A column as the model maps it.</summary>
internal sealed record RowColumn(IProperty Property, string Name, RelationalTypeMapping Mapping)
{
    /// <summary>The value as the database's driver takes it.</summary>
    public object? Stored(object? value) => Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
