namespace IntegrationHub.Connectors.Email.Tests;

/// <summary>Mails of invented people with business cards.</summary>
internal static class CardMails
{
    /// <summary>Ann's card, with a picture, as phones and Outlook write it.</summary>
    internal const string Ann =
        "BEGIN:VCARD\nVERSION:3.0\nN:Bell;Ann;;Dr.;\nFN:Ann Bell\nORG:Bell Joinery;Workshop\nTITLE:Master joiner\nTEL;TYPE=CELL:+1 402 555 0144\n"
        + "TEL;TYPE=FAX:+1 402 555 0199\nEMAIL;TYPE=WORK:Ann@Home.example\nEMAIL:bell@joinery.example\nADR;TYPE=WORK:;;14 Quillan Ave;Omaha;NE;68131;USA\n"
        + "BDAY:1984-03-02\nNOTE:met at the fair\nPHOTO;ENCODING=b:AAAA\n BBBB\nEND:VCARD\n";

    /// <summary>Somebody else's card.</summary>
    internal const string Joe = "BEGIN:VCARD\nVERSION:2.1\nFN:Joe Doe\nEMAIL:joe@other.example\nTEL:402-555-0111\nEND:VCARD\n";

    /// <summary>What the record of <see cref="Ann"/> says, each value from her card but the address she wrote under.</summary>
    internal const string AnnFields =
        "email=ann@home.example, name.family=Bell, name.given=Ann, name.prefix=Dr., name.full=Ann Bell, organization=Bell Joinery, attribute:department=Workshop, "
        + "jobTitle=Master joiner, phone=+1 402 555 0144, attribute:fax=+1 402 555 0199, email=bell@joinery.example, "
        + "address.line1=14 Quillan Ave, address.locality=Omaha, address.region=NE, address.postalCode=68131, address.country=USA, birthDate=1984-03-02";

    /// <summary>A mail with a text and files.</summary>
    internal static string With(string from, string id, string text, params (string Headers, string Content)[] files) => MailFolder.Mail(
        from,
        "info@shop.example",
        id,
        $"--b\nContent-Type: text/plain\n\n{text}\n" + string.Concat(files.Select(f => $"--b\n{f.Headers}\nContent-Disposition: attachment\n\n{f.Content}\n")) + "--b--\n",
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n");
}
