using System.Diagnostics;

namespace TitleWorkflow.Domain.Assessments.Assigning;

public sealed partial class OptimalAssignment
{
    // Walks the path back: each application on it gives up the reader it was reached by and takes the one found.
    private void Augment(int start)
    {
        var gains = end;
        var (application, via) = end == None ? (last, None) : Origin(end);
        if (end == None)
        {
            missing[application]++;
        }

        while (true)
        {
            var loses = via != None ? via : applicationBy[application];
            if (loses != None)
            {
                Drop(loses, application);
            }

            if (gains != None)
            {
                Take(gains, application);
            }

            if (loses == None)
            {
                break;
            }

            gains = loses;
            (application, via) = Origin(loses);
        }

        foreach (var reached in seen)
        {
            applicationDistance[reached] = Far;
        }

        Debug.Assert(application == start, "A path begins at the application it was searched from.");
    }

    private (int Application, int Via) Origin(int expert)
    {
        var by = expertBy[expert];
        return by < 0 ? (by + problem.Applications, None) : (by % problem.Applications, by / problem.Applications);
    }

    private void Drop(int expert, int application)
    {
        var list = reads[expert];
        list[Array.IndexOf(list, application, 0, load[expert])] = list[--load[expert]];
        reader[(application * experts) + problem.Organisations[expert]] = None;
    }

    private void Take(int expert, int application)
    {
        reads[expert][load[expert]++] = application;
        reader[(application * experts) + problem.Organisations[expert]] = expert;
    }
}
