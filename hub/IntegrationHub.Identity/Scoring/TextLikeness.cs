namespace IntegrationHub.Identity.Scoring;

/// <summary>How alike two words are.</summary>
internal enum TextLikeness
{
    Different = 0,
    Unclear = 1,
    Similar = 2,
    Near = 3,
    Same = 4,
}
