using TitleWorkflow.Domain.Notices;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Notices;

public sealed class NoticeTests
{
    [Fact]
    public void The_first_reading_counts()
    {
        var notice = new Notice(PersonId.New(), "supplement.issued", ["2022-10-09"], null, Qingtan.Time("2022-09-27"));

        notice.Read(Qingtan.Time("2022-09-28"));
        notice.Read(Qingtan.Time("2022-09-29"));

        Assert.Equal(Qingtan.Time("2022-09-28"), notice.ReadAt);
    }
}
