namespace IntegrationHub.Connectors.Lists.Exports;

/// <summary>The exports that need no mapping.</summary>
internal static class KnownExports
{
    private static readonly KnownExport Google = new("Google Contacts", ["First Name", "Phonetic First Name", "File As", "Labels"])
    {
        Columns = Columns(
            "First Name=name.given|Middle Name=name.middle|Last Name=name.family|Name Prefix=name.prefix|Name Suffix=name.suffix|File As=-"
            + "|Nickname=attribute:nickname|Organization Name=organization|Organization Title=jobTitle|Organization Department=attribute:department"
            + "|Birthday=birthDate|Notes=attribute:note|Labels=attribute:labels|" + GoogleNumbered),
        Labels = { ["Phone # - Value"] = "Phone # - Label" },
    };

    private static readonly KnownExport OldGoogle = new("Google Contacts", ["Name", "Given Name", "Yomi Name", "Group Membership"])
    {
        Columns = Columns(
            "Name=name.full|Given Name=name.given|Additional Name=name.middle|Family Name=name.family|Name Prefix=name.prefix|Name Suffix=name.suffix"
            + "|Nickname=attribute:nickname|Birthday=birthDate|Gender=gender|Occupation=attribute:occupation|Notes=attribute:note"
            + "|Language=attribute:language|Group Membership=attribute:labels|Organization # - Name=organization|Organization # - Title=jobTitle"
            + "|Organization # - Department=attribute:department|" + GoogleNumbered),
        Labels = { ["Phone # - Value"] = "Phone # - Type" },
    };

    private static readonly KnownExport Outlook = new("Outlook", ["First Name", "Last Name", "E-mail Address", "E-mail 2 Address", "Home Phone"])
    {
        Columns = Columns(
            "Title=name.prefix|First Name=name.given|Middle Name=name.middle|Last Name=name.family|Suffix=name.suffix|Nickname=attribute:nickname"
            + "|Company=organization|Department=attribute:department|Job Title=jobTitle|Profession=attribute:profession|Gender=gender"
            + "|Birthday=birthDate|Anniversary=attribute:anniversary|Language=attribute:language|Categories=attribute:categories|Notes=attribute:note"
            + "|Web Page=url|Personal Web Page=url|E-mail Address=email|E-mail 2 Address=email|E-mail 3 Address=email"
            + "|Primary Phone=phone|Home Phone=phone|Home Phone 2=phone|Mobile Phone=phone|Business Phone=phone|Business Phone 2=phone"
            + "|Other Phone=phone|Car Phone=phone|Radio Phone=phone|Business Fax=attribute:fax|Home Fax=attribute:fax|Other Fax=attribute:fax|Pager=attribute:pager"
            + OutlookAddress("Home", 0) + OutlookAddress("Business", 1) + OutlookAddress("Other", 2)),
        Blank = ["0/0/00", "0/0/0000", "00.00.00", "Unspecified"],
    };

    private static readonly KnownExport LinkedIn = new("LinkedIn Connections", ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"])
    {
        Columns = Columns(
            "First Name=name.given|Last Name=name.family|URL=url,identifier:linkedin|Email Address=email|Company=organization|Position=jobTitle|Connected On=attribute:connectedOn"),
    };

    private static readonly KnownExport Facebook = new("Facebook lead ads", ["id", "created_time", "form_id", "is_organic"])
    {
        Key = "id",
        Columns = Columns(
            "created_time=updatedAt|ad_id=attribute:adId|ad_name=attribute:adName|adset_id=attribute:adsetId|adset_name=attribute:adsetName"
            + "|campaign_id=attribute:campaignId|campaign_name=attribute:campaignName|form_id=attribute:formId|form_name=attribute:formName"
            + "|is_organic=attribute:isOrganic|platform=attribute:platform|lead_status=attribute:leadStatus|work_email=email|work_phone_number=phone"
            + "|zip_code=address.postalCode|post_code=address.postalCode"),
        ReadsOthers = true,
        Strip =
        {
            ["id"] = "l:", ["ad_id"] = "ag:", ["adset_id"] = "as:", ["campaign_id"] = "c:", ["form_id"] = "f:",
            ["phone_number"] = "p:", ["work_phone_number"] = "p:", ["zip_code"] = "z:", ["post_code"] = "z:",
        },
    };

    private const string GoogleNumbered =
        "E-mail # - Value=email|Phone # - Value=phone|Website # - Value=url|Address # - Formatted=address.full|Address # - Street=address.line1"
        + "|Address # - City=address.locality|Address # - PO Box=address.line2|Address # - Extended Address=address.line2|Address # - Region=address.region"
        + "|Address # - Postal Code=address.postalCode|Address # - Country=address.country";

    /// <summary>Gets every known export.</summary>
    internal static IReadOnlyList<KnownExport> All { get; } = [Google, OldGoogle, Outlook, LinkedIn, Facebook];

    private static Dictionary<string, string> Columns(string table) => table.Split('|')
        .Select(row => row.Split('='))
        .ToDictionary(static row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    private static string OutlookAddress(string place, int group) =>
        $"|{place} Street=address.line1@{group}|{place} Street 2=address.line2@{group}|{place} Street 3=address.line2@{group}"
        + $"|{place} Address PO Box=address.line2@{group}|{place} City=address.locality@{group}|{place} State=address.region@{group}"
        + $"|{place} Postal Code=address.postalCode@{group}|{place} Country=address.country@{group}|{place} Country/Region=address.country@{group}";
}
