using TitleWorkflow.Domain.Assessments.Assigning;

namespace TitleWorkflow.Domain.Tests.Assessments.Assigning;

public sealed class OptimalAssignmentTests
{
    [Fact]
    public void The_first_application_leaves_its_best_expert_to_one_that_needs_it_more()
    {
        var solution = OptimalAssignment.Solve(new(2, 1, [1, 1], [0, 1, 0, 9]));

        Assert.Equal([1], solution.Readers[0]);
        Assert.Equal([0], solution.Readers[1]);
        Assert.Equal(1, solution.Objective);
    }

    [Fact]
    public void What_can_be_filled_is_filled_and_the_rest_is_named()
    {
        var solution = OptimalAssignment.Solve(new(2, 2, [2, 1], [0, 5, 0, AssignmentProblem.Conflict]));

        Assert.Equal([0, 1], solution.Missing);
        Assert.Equal([0, 1], solution.Readers[0]);
        Assert.Equal([0], solution.Readers[1]);
    }

    [Fact]
    public void A_colleague_takes_over_through_the_same_gate()
    {
        // Experts 0 and 1 are of one organisation; expert 0 is the only one for the second application.
        const int No = AssignmentProblem.Conflict;
        var solution = OptimalAssignment.Solve(new(2, 1, [1, 1, 1], [0, 3, 9, 0, No, No], [0, 0, 1]));

        Assert.Equal([1], solution.Readers[0]);
        Assert.Equal([0], solution.Readers[1]);
    }

    [Fact]
    public void A_run_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => OptimalAssignment.Solve(new(1, 1, [1], [0]), null, stop.Token));
    }

    [Fact]
    public void Ties_go_by_the_seed_and_not_by_the_order_of_rows()
    {
        Guid[] ids = [.. Enumerable.Range(1, 8).Select(i => new Guid(i, 0, 0, new byte[8]))];

        Assert.Equal(TieOrder.Of("2022-12-06", ids, i => i), TieOrder.Of("2022-12-06", ids.Reverse(), i => i));
        Assert.NotEqual(TieOrder.Of("2022-12-06", ids, i => i), TieOrder.Of("2022-12-07", ids, i => i));
    }
}
