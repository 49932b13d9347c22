namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>Goes forward through a list by its key: the address of the next page, null on the last one.</summary>
public sealed record Pager(string? Next, string? First = null, int? Total = null, string? Unit = null);
