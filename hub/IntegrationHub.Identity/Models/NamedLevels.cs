using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Models;

/// <summary>The four levels of each identifier and attribute: its own where the model has learned them, else those of its kind.</summary>
/// <remarks>Safe to call from many threads: two that meet a new name at once write the same numbers.</remarks>
internal sealed class NamedLevels(MatchModel model, FieldNames names)
{
    private int[] _exact = [];

    /// <summary>Gives the level of exact agreement; near, similar and different follow it.</summary>
    public Level Exact(int name)
    {
        var exact = _exact;
        return (Level)(name < exact.Length ? exact[name] : Extend()[name]);
    }

    private int[] Extend()
    {
        var exact = new int[names.Count + 1];
        for (var name = 1; name < exact.Length; name++)
        {
            exact[name] = (int)model.ExactLevelOf(names.Text(name));
        }

        return _exact = exact;
    }
}
