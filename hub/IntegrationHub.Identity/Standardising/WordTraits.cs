using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Standardising;

/// <summary>What is known of a word for good.</summary>
/// <param name="Phonetic">Its sound, see <see cref="PhoneticKey"/>.</param>
/// <param name="Nickname">Its row in <see cref="Nicknames"/>, or 0.</param>
/// <param name="GivenBits">How rare it is as a given name, -log2 of its share.</param>
/// <param name="FamilyBits">How rare it is as a family name, -log2 of its share.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordTraits(uint Phonetic, int Nickname, float GivenBits, float FamilyBits);
