using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Standardising;

/// <summary>Names as they are compared: words, without titles, particles and generations.</summary>
public sealed class NameProfileTests
{
    [Fact]
    public void Names_in_parts_are_read() => Table.Check(
        """
        name.given: Dr. Anna Maria | name.family: Holtz => kind Person; name anna+maria [annamaria] / holtz [holtz] structured
        name.given: Dr. | name.family: Holtz => kind Person; name dr [dr] / holtz [holtz] structured
        name.given: Dr. Prof. Anna => kind Person; name anna [anna] /  [] structured
        name.given: Anna | name.middle: Maria Luise | name.family: van der Berg => kind Person; name anna+maria+luise [anna] / berg [vanderberg] structured
        name.given: Anna Berta Clara Dora Emma Frieda Gerda Helga Irma | name.family: Holtz => kind Person; name anna+berta+clara+dora+emma+frieda+gerda+helga [annabertaclaradoraemmafriedagerdahelga] / holtz [holtz] structured
        name.given: Anna Berta Clara Dora Emma Frieda Gerda | name.middle: Helga Irma | name.family: Holtz => kind Person; name anna+berta+clara+dora+emma+frieda+gerda+helga [annabertaclaradoraemmafriedagerda] / holtz [holtz] structured
        name.given: Anna | name.family: Berg de => kind Person; name anna [anna] / berg [bergde] structured
        name.given: Anna | name.family: de Berg van => kind Person; name anna [anna] / berg [debergvan] structured
        name.given: Anna | name.middle: I | name.family: Holtz => kind Person; generation 1; name anna [anna] / holtz [holtz] structured
        name.given: Anna | name.family: Holtz I => kind Person; name anna [anna] / holtz+i [holtzi] structured
        name.given: Anna B I | name.family: Holtz => kind Person; name anna+b+i [annabi] / holtz [holtz] structured
        name.family: van der => kind Person; name  [] / der [vander] structured
        name.family: van der Berg de Groot => kind Person; name  [] / berg+groot [vanderbergdegroot] structured
        name.given: David | name.family: Dobbins Jr => kind Person; generation 2; name david [david] / dobbins [dobbins] structured
        name.given: David Jr | name.family: Dobbins => kind Person; generation 2; name david [david] / dobbins [dobbins] structured
        name.given: David | name.family: Jr => kind Person; name david [david] / jr [jr] structured
        name.given: David I | name.family: Dobbins => kind Person; generation 1; name david [david] / dobbins [dobbins] structured
        name.given: David I | name.family: Dobbins | name.suffix: III => kind Person; generation 3; name david [david] / dobbins [dobbins] structured
        name.given: David A I | name.family: Dobbins => kind Person; name david+a+i [davidai] / dobbins [dobbins] structured
        name.given: I | name.family: Dobbins => kind Person; name i [i] / dobbins [dobbins] structured
        name.given: David | name.family: Dobbins | name.suffix: Jr. => kind Person; generation 2; name david [david] / dobbins [dobbins] structured
        name.given: David | name.family: Dobbins | name.suffix: MD => kind Person; name david [david] / dobbins [dobbins] structured
        name.given: 12 | name.family: 34 => nothing
        name.given: Anna 2nd | name.family: Holtz => kind Person; name anna+2nd [anna2nd] / holtz [holtz] structured
        name.given: none | name.family: Holtz => kind Person; name  [] / holtz [holtz] structured
        name.given: test => nothing
        name.middle: Maria => nothing
        name.given: Anna | name.family: Müller => kind Person; name anna [anna] / muller [muller] structured
        name.given: Anna | name.family: Γεωργίου => kind Person; name anna [anna] / georgioy [georgioy] structured
        name.given: Anna | name.family: 佐藤 => kind Person; name anna [anna] / 佐藤 [佐藤] structured foreign
        name.given: 花子 => kind Person; name 花子 [花子] /  [] structured foreign
        name.given: A | name.given: B | name.given: C | name.given: D | name.given: E | name.given: F | name.given: G | name.given: H | name.given: I => kind Person; name a [a] /  [] structured; name b [b] /  [] structured; name c [c] /  [] structured; name d [d] /  [] structured
        name.given: Anna | name.given: Anna | name.family: Holtz => kind Person; name anna [anna] / holtz [holtz] structured
        name.given: David | name.family: Dobbins Jr | name.given: Paul | name.family: Dobbins Sr => kind Person; generation 2; name david [david] / dobbins [dobbins] structured; name paul [paul] / dobbins [dobbins] structured
        """, line => ProfileText.Of(Lines.Fields(string.Empty, line)));

    [Fact]
    public void Names_in_one_piece_are_read() => Table.Check(
        """
        name.given: Anna | name.family: Holtz | name.family: Kruse | name.full: Maria Adler | name.full: Berta Adler | name.full: Clara Adler => kind Person; name anna [anna] / holtz [holtz] structured; name  [] / kruse [kruse] structured; name maria [maria] / adler [adler]; name berta [berta] / adler [adler]
        name.full: Anna Holtz => kind Person; name anna [anna] / holtz [holtz]
        name.full: Anna Maria van der Berg => kind Person; name anna+maria [anna] / berg [vanderberg]
        name.full: van der Berg => kind Person; name van [van] / berg [derberg]
        name.full: de Berg => kind Person; name de [de] / berg [berg]
        name.full: Anna de van Berg => kind Person; name anna [anna] / berg [devanberg]
        name.full: von Holtz => kind Person; name von [von] / holtz [holtz]
        name.full: Anna Holtz III MD => kind Person; generation 3; name anna [anna] / holtz [holtz]
        name.full: Holtz, Anna MD PhD => kind Person; name anna+md [anna] / holtz [holtz] structured
        name.full: Holtz, Anna | name.full: Anna => kind Person; name anna [anna] / holtz [holtz] structured; name  [] / anna [anna]
        name.full: n/a => nothing
        name.full: Dr Anna Holtz MD => kind Person; name anna [anna] / holtz [holtz]
        name.full: Anna MD => kind Person; name anna [anna] / md [md]
        name.full: Anna Holtz MD PhD => kind Person; name anna [anna] / holtz [holtz]
        name.full: David Dobbins III => kind Person; generation 3; name david [david] / dobbins [dobbins]
        name.full: Jr => kind Person; name  [] / jr [jr]
        name.full: Holtz, Anna Maria => kind Person; name anna+maria [anna] / holtz [holtz] structured
        name.full: Holtz, Dr Anna => kind Person; name anna [anna] / holtz [holtz] structured
        name.full: Holtz, Dr => kind Person; name  [] / holtz [holtz]
        name.full: Holtz, Jr => kind Person; generation 2; name  [] / holtz [holtz]
        name.full: Holtz, => kind Person; name  [] / holtz [holtz]
        name.full: , Anna => kind Person; name  [] / anna [anna]
        name.full: Holtz Jr, Anna MD => kind Person; generation 2; name anna+md [anna] / holtz [holtz] structured
        name.full: Holtz, Anna Berta MD => kind Person; name anna+berta [anna] / holtz [holtz] structured
        name.full: Holtz, Anna Jr => kind Person; generation 2; name anna [anna] / holtz [holtz] structured
        name.full: Anna Holtz, MD => kind Person; name anna [anna] / holtz [holtz]
        name.full: 42 => nothing
        name.full: David Dobbins Jr | name.full: David Dobbins Sr => kind Person; generation 2; name david [david] / dobbins [dobbins]; name david [david] / dobbins [dobbins]
        name.full: Acme Tools GmbH => kind Company; company acmetools (acme+tools)
        name.full: Acme Tools Ltd. => kind Company; company acmetools (acme+tools)
        name.full: Ltd => kind Person; name  [] / ltd [ltd]
        name.full: Anna AG => kind Person; name anna [anna] / ag [ag]
        name.full: Anna Holtz | organization: Acme Tools Ltd => kind Person; name anna [anna] / holtz [holtz]; company acmetools (acme+tools)
        """, line => ProfileText.Of(Lines.Fields(string.Empty, line)));
}
