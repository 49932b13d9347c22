using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Account;

/// <summary>The person's own page: roles, appearance, sign-out.</summary>
[ForRoles]
internal sealed class IndexModel : PageModel;
