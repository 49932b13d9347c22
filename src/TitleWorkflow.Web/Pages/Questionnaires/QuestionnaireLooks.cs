using System.Globalization;
using TitleWorkflow.Domain.Questionnaires;

namespace TitleWorkflow.Web.Pages.Questionnaires;

/// <summary>How a questionnaire looks: tone, icon and text key of its state, numbers people typed.</summary>
internal static class QuestionnaireLooks
{
    public static (string Tone, string Icon, string Key) Of(QuestionnaireState state) => state switch
    {
        QuestionnaireState.Draft => ("idle", "pencil", "questionnaires.state.Draft"),
        QuestionnaireState.Open => ("active", "hourglass", "questionnaires.state.Open"),
        _ => ("idle", "lock", "questionnaires.state.Closed"),
    };

    /// <summary>1,234.5: as many decimals as were typed.</summary>
    public static string Number(decimal number) => number.ToString("#,0.############", CultureInfo.InvariantCulture);
}
