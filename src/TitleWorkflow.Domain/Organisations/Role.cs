namespace TitleWorkflow.Domain.Organisations;

/// <summary>
/// What a person may be asked to do (角色). The identifiers are stored in flow files and in grants and never change.
/// </summary>
public enum Role
{
    /// <summary>Applies for a title (申报人).</summary>
    Applicant,

    /// <summary>Checks dossiers and runs publicity at the employer (单位人事).</summary>
    EmployerHr,

    /// <summary>Signs nominations for the enterprise (董事长).</summary>
    Chairperson,

    /// <summary>Signs nominations as technical lead of the research team (研发团队技术带头人).</summary>
    ResearchLead,

    /// <summary>Vets at the town or sub-district (镇街人社).</summary>
    TownOfficer,

    /// <summary>Vets at the district (区县人社).</summary>
    DistrictOfficer,

    /// <summary>Vets, confirms and files at the city bureau (市人社局).</summary>
    CityOfficer,

    /// <summary>Authorises senior committees at the province (省人社厅).</summary>
    ProvinceOfficer,

    /// <summary>Checks eligibility and posts results for the organising unit (组建单位).</summary>
    OrganisingOfficer,

    /// <summary>Does the committee's daily work (办事机构); never votes.</summary>
    CommitteeOffice,

    /// <summary>Presides, votes, announces and signs (主任委员).</summary>
    CommitteeDirector,

    /// <summary>Presides in the director's stead and votes (副主任委员).</summary>
    DeputyDirector,

    /// <summary>Gathers the written opinions of a discipline group (评议组组长).</summary>
    GroupLeader,

    /// <summary>Scores, writes opinions and votes (评审专家).</summary>
    Expert,

    /// <summary>Witnesses draw and meeting and decides overrides (监督).</summary>
    Supervisor,

    /// <summary>The one contact of a key enterprise (服务专员).</summary>
    ServiceCommissioner,

    /// <summary>Reads the audit log and figures (审计).</summary>
    Auditor,

    /// <summary>Edits flows as drafts (流程设计师).</summary>
    ProcessDesigner,

    /// <summary>Runs accounts, organisations, calendars and operation (系统管理员).</summary>
    Administrator,
}
