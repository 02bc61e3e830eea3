using System.Collections.Frozen;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Proposal;

/// <summary>What columns are called, in English, German, French and Spanish; letters without accents.</summary>
internal static class HeaderPhrases
{
    /// <summary>A column that holds the whole name, or only the family name when another column holds the given one.</summary>
    internal const string NameOrPart = "?name";

    /// <summary>A column that holds a title before the name or a job title; the values decide.</summary>
    internal const string Title = "?title";

    /// <summary>A column that may identify the record; the values decide.</summary>
    internal const string Id = "?id";

    /// <summary>A column that is none of a person's fields, though its words look like it.</summary>
    internal const string Other = "?other";

    internal static readonly FrozenDictionary<string, string> Fields = Build(
        (PersonFields.NameFull, "full name|display name|complete name|name full|fullname|nom complet|nombre completo|vollstandiger name|nombre y apellidos|nom et prenom|nom prenom|vor und nachname|file as"),
        (PersonFields.NamePrefix, "name prefix|prefix|salutation|honorific|courtesy title|anrede|civilite|tratamiento|titulo de cortesia|name title"),
        (PersonFields.NameGiven, "first name|given name|firstname|givenname|forename|fname|first|given|name first|vorname|vornamen|rufname|prenom|prenoms|nombre de pila|nombres|primer nombre"),
        (PersonFields.NameMiddle, "middle name|middle names|middlename|middle initial|middle|additional name|name middle|mname|zweiter vorname|deuxieme prenom|segundo nombre"),
        (PersonFields.NameFamily, "last name|family name|lastname|familyname|surname|lname|last|family|name last|nachname|familienname|zuname|nom de famille|apellido|apellidos|primer apellido|segundo apellido"),
        (PersonFields.NameSuffix, "name suffix|suffix|namenszusatz|generational suffix"),
        (NameOrPart, "name|nom|nombre"),
        (Title, "title|titel|titre|titulo"),
        (PersonFields.BirthDate, "birth date|date of birth|birthdate|birthday|dob|d o b|born|born on|bday|geburtsdatum|geburtstag|geb datum|geboren am|date de naissance|naissance|anniversaire|fecha de nacimiento|fecha nacimiento|nacimiento|cumpleanos"),
        (PersonFields.Gender, "gender|sex|geschlecht|sexe|genre|sexo|genero"),
        (PersonFields.Email, "email|emails|mail|email address|mail address|emailaddress|emailadresse|email adresse|mailadresse|mail adresse|adresse email|adresse mail|adresse electronique|adresse de courriel|courriel|correo|correo electronico|direccion de correo|email id|email value|emails value"),
        (PersonFields.Phone, "phone|phones|telephone|tel|phone number|telephone number|phone no|phonenumber|tel no|tel number|mobile|mobile phone|mobile number|mobile no|mobilephone|cell|cell phone|cellphone|cell number|cellular|landline|telefon|telefonnummer|tel nr|telefon nr|handy|handynummer|mobil|mobilnummer|mobiltelefon|festnetz|telephone portable|portable|telephone fixe|tel portable|tel fixe|numero de telephone|no de telephone|telefono|numero de telefono|movil|telefono movil|celular|phone value|phones value|contact number"),
        (PersonFields.AddressFull, "full address|complete address|address full|address formatted|formatted address|adresse complete|direccion completa|gesamtadresse|postal address full|addr full"),
        (PersonFields.AddressLine1, "address|addr|street address|address line|addr line|addr line 1|street|street line|adresse|anschrift|strasse|strasse und hausnummer|strasse hausnummer|str|strasse nr|adresse postale|adresse ligne|rue|direccion|direccion postal|domicilio|calle|mailing address|postal address|address street"),
        (PersonFields.AddressLine2, "extended address|apartment|apt|suite|unit|flat|floor|po box|adresszusatz|address complement|complement d adresse|complement adresse|piso|address suite"),
        (PersonFields.AddressHouseNumber, "house number|house no|houseno|street number|street no|building number|hausnummer|haus nr|hausnr|numero de rue|numero de calle|civic number"),
        (PersonFields.AddressStreet, "street name|streetname|strassenname|nom de rue|nombre de calle"),
        (PersonFields.AddressLocality, "city|town|locality|suburb|village|city town|town city|ort|stadt|wohnort|ville|localite|commune|ciudad|poblacion|localidad|municipio"),
        (PersonFields.AddressRegion, "state|province|county|region|state province|province state|state region|state code|bundesland|kanton|departement|etat|provincia|estado|comunidad autonoma|province code"),
        (PersonFields.AddressPostalCode, "postal code|post code|postcode|postalcode|zip|zip code|zipcode|zip postal code|postal zip code|zip postal|plz|postleitzahl|code postal|cp|codigo postal"),
        (PersonFields.AddressCountry, "country|country region|country name|country code|countrycode|land|staat|pays|pais|nation"),
        (PersonFields.Organization, "company|company name|organization|organisation|organization name|organisation name|employer|business name|firm|firma|firmenname|unternehmen|arbeitgeber|societe|entreprise|employeur|empresa|compania|organizacion|org"),
        (PersonFields.JobTitle, "job title|jobtitle|position|job|occupation|profession|organization title|role|beruf|berufsbezeichnung|stellung|funktion|fonction|poste|cargo|puesto|profesion"),
        (PersonFields.Url, "url|web page|webpage|website|web site|web|homepage|home page|profile url|webseite|site web|sitio web|pagina web|website value|linkedin"),
        (PersonFields.Identifier("ssn"), "ssn|ssn number|social security number|social security no|social security|soc sec id|soc sec number|sozialversicherungsnummer"),
        (PersonFields.Identifier("national"), "national id|national id number|national identifier|nationalid|nin|dni|nie|personalausweisnummer"),
        (PersonFields.Identifier("passport"), "passport|passport number|passport no|reisepassnummer|numero de passeport|pasaporte"),
        (PersonFields.Identifier("driverLicense"), "driver license|drivers license|driver license number|drivers license number|driver licence number|driving licence number|fuhrerscheinnummer"),
        (PersonFields.Identifier("tax"), "tax id|tax id number|tax number|vat number|vat id|steuernummer|nif"),
        (PersonFields.Identifier("loyalty"), "loyalty card|loyalty number|loyalty id|loyalty card number|loyalty card id|membership number|membership card|kundenkarte|kundenkartennummer|carte de fidelite|tarjeta de fidelidad"),
        (PersonFields.Consent("email", "marketing"), "accepts marketing|accepts email marketing|email opt in|email optin|opt in|optin|email marketing consent|email marketing|email subscription status|marketing opt in|newsletter opt in|newsletter consent|newsletter"),
        (PersonFields.Consent("sms", "marketing"), "accepts sms marketing|sms opt in|sms optin|sms marketing consent|sms subscription status|sms marketing"),
        (MappingTarget.UpdatedAt, "updated at|updated|last updated|last changed|last modified|modified|modified at|date modified|date updated|updated date|modified date|update time|geandert am|zuletzt geandert|date de modification|modifie le|fecha de modificacion|actualizado"),
        (Other, "user name|username|login name|nickname|country of birth|place of birth|geburtsort|geburtsname"),
        (Id, "id|identifier|record id|rec id|record key|key|row id|uid|uuid|guid|euid|reference id|reference|external id|number|no|nr|nummer|customer number|customer no|kundennummer|kunden nr|kundennr|kunden id|mitgliedsnummer|numero client|no client|id client|numero de client|numero de cliente|id cliente|numero cliente|member number|account number id"));

    private static FrozenDictionary<string, string> Build(params (string Field, string Phrases)[] table) =>
        table.SelectMany(row => row.Phrases.Split('|').Select(phrase => KeyValuePair.Create(phrase, row.Field)))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
